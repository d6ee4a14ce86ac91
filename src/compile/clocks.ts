import { mean } from '../random/moments.ts';
import type { Distribution } from '../random/distribution.ts';
import { betweenBadOnes, deploysOf } from '../model/deploys.ts';
import type { FailureMode, Model } from '../model/model.ts';
import { linkName } from '../model/network.ts';
import { OWNER } from './program.ts';

/** A failure mode, of one owner or of a million members alike. */
interface ClockKind extends Omit<FailureMode, 'name' | 'down'> {
  readonly ownerKind: number;
  /** null: over at once (a failover that nobody needed). */
  readonly down: Distribution | null;
  readonly cause: string;
  /** Of a member: its component, whose parts a repair takes. */
  readonly part?: number;
}

/** One clock by itself. */
export interface Clock extends ClockKind {
  readonly owner: number;
}

/** Clocks of one kind, of owners in a row. */
export interface Fleet {
  readonly kind: ClockKind;
  readonly firstOwner: number;
  readonly firstClock: number;
  readonly clocks: number;
}

/** All clocks, of which there may be millions: no object for each. */
export interface ClockList {
  /** In the order of their clocks. */
  readonly fleets: readonly Fleet[];
  readonly clocks: number;
  /** So many of them, the first ones, have exponential times up. */
  readonly exponential: number;
}

/**
 * All clocks of a model, exponential ones first, otherwise in the order in which the model names them: domains,
 * links, shocks, deploys, then each service's members mode by mode and its false positives.
 * @param extra come last of all
 */
export function listClocks(model: Model, extra: readonly Clock[] = []): ClockList {
  const found: Omit<Fleet, 'firstClock'>[] = [];
  const add = (kind: ClockKind, firstOwner: number, clocks: number) => {
    if (clocks > 0) found.push({ kind, firstOwner, clocks });
  };
  const addMode = (
    ownerKind: number,
    firstOwner: number,
    clocks: number,
    mode: FailureMode,
    cause: string,
    part?: number,
  ) => add({ ...clockOf(ownerKind, mode, cause), part }, firstOwner, clocks);
  model.domains.forEach((domain, i) => {
    for (const mode of domain.failures) addMode(OWNER.domain, i, 1, mode, `${domain.name}/${mode.name}`);
  });
  model.links.forEach((link, i) => {
    for (const mode of link.failures) addMode(OWNER.link, i, 1, mode, `${linkName(model, link)}/${mode.name}`);
  });
  model.shocks.forEach((shock, i) => {
    if (!shock.repairsEach) addMode(OWNER.shock, i, 1, shock, shock.name);
    else add({ ...clockOf(OWNER.commonCause, shock, shock.name), down: null }, i, 1);
  });
  deploysOf(model).forEach((deploy, i) =>
    add(
      {
        ...{ ownerKind: OWNER.deploy, up: betweenBadOnes(deploy), down: deploy.recovery, work: deploy.work },
        ...{ losesData: false, isLatent: false, cause: deploy.cause },
      },
      model.shocks.length + i,
      1,
    ),
  );
  let member = 0;
  model.services.forEach(({ component, placement, name, failover }, i) => {
    const failures = component < 0 ? [] : model.components[component].failures;
    for (const mode of failures)
      addMode(OWNER.member, member, placement.length, mode, `${name}/${mode.name}`, component);
    member += placement.length;
    const up = failover?.falsePositive;
    if (up)
      add(
        {
          ...{ ownerKind: OWNER.falsePositive, up, down: null, losesData: false, isLatent: false },
          cause: `${name}/false-positive`,
        },
        i,
        1,
      );
  });
  const ordered = [
    ...found.filter(({ kind }) => isExponential(kind)),
    ...found.filter(({ kind }) => !isExponential(kind)),
    ...extra.map(({ owner, ...kind }) => ({ kind, firstOwner: owner, clocks: 1 })),
  ];
  let clocks = 0;
  const fleets = ordered.map((fleet): Fleet => ({ ...fleet, firstClock: (clocks += fleet.clocks) - fleet.clocks }));
  const exponential = fleets.reduce((sum, { kind, clocks: count }) => sum + (isExponential(kind) ? count : 0), 0);
  return { fleets, clocks, exponential };
}

function clockOf(ownerKind: number, { up, down, losesData, isLatent, work }: FailureMode, cause: string): ClockKind {
  return { ownerKind, up, down, losesData, isLatent, work, cause };
}

function isExponential({ up }: ClockKind): boolean {
  return up.kind === 'exponential';
}

/** Whether each service's members hold data that a failure destroys. */
export function losers(model: Model): boolean[] {
  // Where nobody says who holds data, everything that a destroyed domain held is taken to be data.
  const isSaid = model.services.some((service) => service.data !== null);
  return model.services.map(({ component, placement, reschedule }, i) => {
    // What is started anywhere has none.
    if (reschedule !== null) return false;
    if (component >= 0 && model.components[component].failures.some((mode) => mode.losesData)) return true;
    if (model.shocks.some((shock) => shock.losesData && shock.hits.includes(i))) return true;
    return !isSaid && placement.some((domain) => burns(model, domain));
  });
}

/** A failure of the domain, or of one around it, destroys the data in it. */
function burns({ domains, shocks }: Model, domain: number): boolean {
  const burnt = shocks.flatMap(({ losesData, domains: whole = [] }) => (losesData ? whole : []));
  for (let d = domain; d >= 0; d = domains[d].parent)
    if (burnt.includes(d) || domains[d].failures.some((mode) => mode.losesData)) return true;
  return false;
}

/** Long-run share of time down, MTTR / (MTBF + MTTR). */
export function unavailability(up: Distribution, down: Distribution | null): number {
  if (down === null) return 0;
  const mttr = mean(down);
  return mttr / (mean(up) + mttr);
}
