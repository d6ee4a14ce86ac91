import { mean } from '../random/moments.ts';
import type { Distribution } from '../random/distribution.ts';
import type { FailureMode, Model } from '../model/model.ts';
import { OWNER } from './program.ts';

/** A failure mode, of one owner or of a million members alike. */
interface ClockKind {
  readonly ownerKind: number;
  readonly up: Distribution;
  /** null: over at once (a failover that nobody needed). */
  readonly down: Distribution | null;
  readonly losesData: boolean;
  readonly cause: string;
}

/** One clock by itself. */
export interface Clock extends ClockKind {
  readonly owner: number;
}

/** All clocks, of which there may be millions: no object for each. */
export interface ClockList {
  readonly kinds: readonly ClockKind[];
  /** [clock] index into `kinds`, and of its owner. */
  readonly kind: Int32Array;
  readonly owner: Int32Array;
  /** So many of them, the first ones, have exponential times up. */
  readonly exponential: number;
}

/** Owners in a row, each with a clock of every kind given. */
interface Run {
  readonly kinds: readonly number[];
  readonly first: number;
  readonly owners: number;
}

/**
 * All clocks of a model, exponential ones first, otherwise in the order in which the model names them: domains,
 * shocks, then each service's members mode by mode and its false positives.
 * @param extra come last of all
 */
export function listClocks(model: Model, extra: readonly Clock[] = []): ClockList {
  const kinds: ClockKind[] = [];
  const runs: Run[] = [];
  const addKind = (kind: ClockKind) => kinds.push(kind) - 1;
  const addRun = (
    ownerKind: number,
    first: number,
    owners: number,
    modes: readonly FailureMode[],
    cause: (mode: FailureMode) => string,
  ) => {
    if (owners === 0) return;
    runs.push({
      first,
      owners,
      kinds: modes.map((mode) =>
        addKind({ ownerKind, up: mode.up, down: mode.down, losesData: mode.losesData, cause: cause(mode) }),
      ),
    });
  };
  model.domains.forEach((domain, i) =>
    addRun(OWNER.domain, i, 1, domain.failures, (mode) => `${domain.name}/${mode.name}`),
  );
  model.shocks.forEach((shock, i) => addRun(OWNER.shock, i, 1, [shock], () => shock.name));
  let member = 0;
  model.services.forEach(({ component, placement, name, failover }, i) => {
    const failures = component < 0 ? [] : model.components[component].failures;
    addRun(OWNER.member, member, placement.length, failures, (mode) => `${name}/${mode.name}`);
    member += placement.length;
    if (!failover?.falsePositive) return;
    const kind = addKind({
      ownerKind: OWNER.falsePositive,
      up: failover.falsePositive,
      down: null,
      losesData: false,
      cause: `${name}/false-positive`,
    });
    runs.push({ first: i, owners: 1, kinds: [kind] });
  });
  const clocks = runs.reduce((sum, run) => sum + run.owners * run.kinds.length, 0);
  const kind = new Int32Array(clocks + extra.length);
  const owner = new Int32Array(clocks + extra.length);
  const expand = (from: number, isWanted: (kind: ClockKind) => boolean): number => {
    let at = from;
    for (const run of runs) {
      const wanted = run.kinds.filter((each) => isWanted(kinds[each]));
      for (let i = 0; i < run.owners; i++) {
        for (const each of wanted) {
          kind[at] = each;
          owner[at++] = run.first + i;
        }
      }
    }
    return at;
  };
  const exponential = expand(0, isExponential);
  expand(exponential, (each) => !isExponential(each));
  extra.forEach((clock, i) => {
    kind[clocks + i] = addKind(clock);
    owner[clocks + i] = clock.owner;
  });
  return { kinds, kind, owner, exponential };
}

function isExponential({ up }: ClockKind): boolean {
  return up.kind === 'exponential';
}

/** Whether each service's members hold data that a failure destroys. */
export function losers(model: Model): boolean[] {
  // Where nobody says who holds data, everything that a destroyed domain held is taken to be data.
  const isSaid = model.services.some((service) => service.data !== null);
  return model.services.map(({ component, placement }, i) => {
    if (component >= 0 && model.components[component].failures.some((mode) => mode.losesData)) return true;
    if (model.shocks.some((shock) => shock.losesData && shock.hits.includes(i))) return true;
    return !isSaid && placement.some((domain) => burns(model, domain));
  });
}

/** A failure of the domain, or of one around it, destroys the data in it. */
function burns({ domains }: Model, domain: number): boolean {
  for (let d = domain; d >= 0; d = domains[d].parent)
    if (domains[d].failures.some((mode) => mode.losesData)) return true;
  return false;
}

/** Long-run share of time down, MTTR / (MTBF + MTTR). */
export function unavailability(up: Distribution, down: Distribution | null): number {
  if (down === null) return 0;
  const mttr = mean(down);
  return mttr / (mean(up) + mttr);
}
