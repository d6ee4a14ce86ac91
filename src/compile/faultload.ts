import type { Distribution } from '../random/distribution.ts';
import type { Experiment, Injection, Model, Target } from '../model/model.ts';
import type { Clock } from './clocks.ts';
import { compile, type Extra } from './compile.ts';
import { OWNER, type Compiled } from './program.ts';
import { mapSites } from './sites.ts';
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
  const builder = createBuilder(model, experiment.name);
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

function createBuilder(
  model: Model,
  name: string,
): { readonly extra: Extra; readonly rowNames: readonly string[]; step(injection: Injection): FaultStep } {
  const clocks: Clock[] = [];
  const rows: number[][] = [];
  const rowNames: string[] = [];
  const firstMember = [0];
  model.services.forEach((service, i) => firstMember.push(firstMember[i] + service.placement.length));
  const sites = mapSites(model, firstMember);
  const members = (service: number) =>
    Array.from(model.services[service].placement, (_, replica) => firstMember[service] + replica);

  const add = (ownerKind: number, owner: number, { down, losesData, target }: Injection) =>
    clocks.push({
      ownerKind,
      owner,
      up: NEVER,
      down: ownerKind === OWNER.corruption ? null : down,
      losesData,
      cause: `${name}/${target.text}`,
    }) - 1;
  const addRow = (ownerKind: number, list: number[], injection: Injection) => {
    rowNames.push(injection.target.text);
    return add(ownerKind, model.shocks.length + rows.push(list) - 1, injection);
  };
  /** A site falls with its domain, a replica by itself. */
  const addMember = (service: number, replica: number, injection: Injection) =>
    model.services[service].sites === null
      ? add(OWNER.member, firstMember[service] + replica, injection)
      : add(OWNER.domain, model.services[service].placement[replica], injection);

  function strike(target: Target, injection: Injection): Omit<FaultStep, 'delaySeconds'> {
    switch (target.kind) {
      case 'domain':
        return { clocks: [add(OWNER.domain, target.domain, injection)], roles: [] };
      case 'member':
        return { clocks: target.services.map((service) => addMember(service, target.replica, injection)), roles: [] };
      case 'service': {
        const replicas = target.services.filter((service) => model.services[service].sites === null).flatMap(members);
        const inSites = target.services.filter((service) => model.services[service].sites !== null);
        const row = replicas.length > 0 ? [addRow(OWNER.shock, replicas, injection)] : [];
        return {
          clocks: [
            ...row,
            ...inSites.flatMap((service) => members(service).map((_, site) => addMember(service, site, injection))),
          ],
          roles: [],
        };
      }
      case 'corrupt': {
        // What works on sites has the data of all that stands in them.
        const all = new Set(
          target.services.flatMap((service) => [
            ...(model.services[service].sites === null ? [] : members(service).flatMap((site) => sites.within[site])),
            service,
          ]),
        );
        return { clocks: [addRow(OWNER.corruption, [...all].flatMap(members), injection)], roles: [] };
      }
      case 'active':
        return {
          clocks: [],
          roles: target.services.map((service) => ({
            service,
            clocks: model.services[service].placement.map((_, replica) => addMember(service, replica, injection)),
          })),
        };
    }
  }
  return {
    extra: { clocks, rows },
    rowNames,
    step: (injection) => ({ delaySeconds: injection.delaySeconds, ...strike(injection.target, injection) }),
  };
}
