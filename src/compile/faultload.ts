import type { Distribution } from '../random/distribution.ts';
import { deploysOf } from '../model/deploys.ts';
import type { Experiment, Injection, Model } from '../model/model.ts';
import type { Clock } from './clocks.ts';
import { compile, type Extra } from './compile.ts';
import { OWNER, type Compiled } from './program.ts';
import { firstMembers } from './members.ts';
import { mapSites, type SiteMap } from './sites.ts';
import { SECONDS_PER_YEAR } from '../units/table.ts';

/** When an experiment strikes what: plain data that crosses to a worker beside the program. */
export interface Faultload {
  /** In the order in which they happen. */
  readonly steps: readonly FaultStep[];
  /** Seconds after its last fault is over at which a run that has not come to rest is given up. */
  readonly patienceSeconds: number;
  /** Seconds after the experiment began at which it is given up at the latest. */
  readonly mostSeconds: number;
}

export interface FaultStep {
  /** Seconds since the experiment began. */
  readonly delaySeconds: number;
  /** Clocks that fail at this moment. Where there are roles, those of `roles` instead. */
  readonly clocks: readonly number[];
  /**
   * For a role: the services of which one, in the site that is active, has the member that is meant, and the clocks of
   * each one's members, in their order.
   */
  readonly roles: readonly { readonly service: number; readonly clocks: readonly number[] }[];
}

/** No clock of an experiment rings by itself: so much later that nobody lives to see it, seconds. */
const NEVER: Distribution = { kind: 'constant', value: 1e15 };
const PATIENCE_SECONDS = 30 * 86_400;
/** What takes longer than an incident is followed for has not recovered. */
const MOST_SECONDS = 100 * SECONDS_PER_YEAR;

/**
 * Compiles a model together with the faults of one of its experiments. `rowNames` are those of the rows after the
 * shocks.
 */
export function compileExperiment(
  model: Model,
  experiment: Experiment,
): Compiled & { readonly faultload: Faultload; readonly rowNames: readonly string[] } {
  const builder = new FaultBuilder(model, experiment.name);
  const steps = experiment.steps.map((step) => builder.step(step));
  const compiled = compile(model, builder.extra);
  const first = compiled.program.counts.clocks - builder.extra.clocks.length;
  const shift = (clocks: readonly number[]) => clocks.map((clock) => first + clock);
  return {
    ...compiled,
    rowNames: builder.rowNames,
    faultload: {
      steps: steps.map((step) => ({
        ...step,
        clocks: shift(step.clocks),
        roles: step.roles.map(({ service, clocks }) => ({ service, clocks: shift(clocks) })),
      })),
      patienceSeconds: PATIENCE_SECONDS,
      mostSeconds: MOST_SECONDS,
    },
  };
}

/** Rows of shocks and deploys come before an experiment's. */
export function firstExtraRow(model: Model): number {
  return model.shocks.length + deploysOf(model).length;
}

/** What the faults of an experiment add to a model's program. */
class FaultBuilder {
  readonly rowNames: string[] = [];
  private readonly clocks: Clock[] = [];
  private readonly rows: number[][] = [];
  private readonly firstMember: readonly number[];
  private readonly sites: SiteMap;

  constructor(
    private readonly model: Model,
    private readonly name: string,
  ) {
    this.firstMember = firstMembers(model.services);
    this.sites = mapSites(model, this.firstMember);
  }

  get extra(): Extra {
    return { clocks: this.clocks, rows: this.rows };
  }

  step(injection: Injection): FaultStep {
    const { delaySeconds, target } = injection;
    const struck = target.kind === 'active' ? target.services : [];
    return {
      delaySeconds,
      clocks: this.strike(injection),
      roles: struck.map((service) => ({ service, clocks: this.addMembers(service, injection) })),
    };
  }

  private members(service: number): number[] {
    return Array.from(this.model.services[service].placement, (_, replica) => this.firstMember[service] + replica);
  }

  private add(ownerKind: number, owner: number, { down, losesData, target }: Injection): number {
    const cause = `${this.name}/${target.text}`;
    const clock = {
      ownerKind,
      owner,
      up: NEVER,
      down: ownerKind === OWNER.corruption ? null : down,
      losesData,
      isLatent: false,
      cause,
    };
    return this.clocks.push(clock) - 1;
  }

  private addRow(ownerKind: number, list: number[], injection: Injection): number {
    this.rowNames.push(injection.target.text);
    return this.add(ownerKind, firstExtraRow(this.model) + this.rows.push(list) - 1, injection);
  }

  /** A site falls with its domain, a replica by itself. */
  private addMember(service: number, replica: number, injection: Injection): number {
    return this.model.services[service].sites === null
      ? this.add(OWNER.member, this.firstMember[service] + replica, injection)
      : this.add(OWNER.domain, this.model.services[service].placement[replica], injection);
  }

  private addMembers(service: number, injection: Injection): number[] {
    return this.members(service).map((_, replica) => this.addMember(service, replica, injection));
  }

  private strike(injection: Injection): number[] {
    const { target } = injection;
    switch (target.kind) {
      case 'domain':
        return [this.add(OWNER.domain, target.domain, injection)];
      case 'link':
        return target.links.map((link) => this.add(OWNER.link, link, injection));
      case 'member':
        return target.services.map((service) => this.addMember(service, target.replica, injection));
      case 'service':
        return this.strikeServices(target.services, injection);
      case 'corrupt':
        return [this.corrupt(target.services, injection)];
      case 'active':
        return [];
    }
  }

  /** Replicas fall together, sites with their domains. */
  private strikeServices(services: readonly number[], injection: Injection): number[] {
    const isOnSites = (service: number) => this.model.services[service].sites !== null;
    const replicas = services.filter((service) => !isOnSites(service)).flatMap((service) => this.members(service));
    return [
      ...(replicas.length > 0 ? [this.addRow(OWNER.shock, replicas, injection)] : []),
      ...services.filter(isOnSites).flatMap((service) => this.addMembers(service, injection)),
    ];
  }

  /** What works on sites has the data of all that stands in them. */
  private corrupt(services: readonly number[], injection: Injection): number {
    const { services: all } = this.model;
    const sitesOf = (service: number) => (all[service].sites === null ? [] : this.members(service));
    const struck = new Set(
      services.flatMap((service) => [...sitesOf(service).flatMap((site) => this.sites.within[site]), service]),
    );
    const members = [...struck].flatMap((service) => this.members(service));
    return this.addRow(OWNER.corruption, members, injection);
  }
}
