import type { Model } from '../../model/model.ts';
import type { CutKind, RankedCut } from './cut-kind.ts';
import { type CutKinds } from './cut-kinds.ts';
import { NONE, UNIT } from './families.ts';
import { memberName } from './names.ts';
import { MOST_IN_CUT } from './own-share.ts';
import { createQueue } from './queue.ts';

/** Where more are looked at, the list ends. */
const MOST_STEPS = 1_000_000;

interface Way {
  /** What is left to choose from; UNIT: nothing, and the kind is complete. */
  readonly family: number;
  readonly kind: CutKind;
  /** Chance of what is chosen, at most. */
  readonly chosen: number;
  /** The chance is exact. */
  readonly isKnown: boolean;
}

const EMPTY: CutKind = { domains: [], shocks: [], lost: [] };

/**
 * The likeliest minimal cut sets, found from the likeliest on: of all ways begun, the one with the highest bound goes
 * on (best first; a bound is what is chosen times the likeliest rest).
 */
export function likeliestCuts(model: Model, kinds: CutKinds, most: number): RankedCut[] {
  const { families, variables, all } = kinds;
  const bounds = new Map<number, number>([
    [NONE, 0],
    [UNIT, 1],
  ]);
  function bound(family: number): number {
    let result = bounds.get(family);
    if (result !== undefined) return result;
    const variable = families.variableOf(family);
    result = bound(families.withExactly(family, 0));
    for (let units = 1; units <= MOST_IN_CUT; units++) {
      const child = families.withExactly(family, units);
      if (child !== NONE) result = Math.max(result, kinds.bound(variable, units) * bound(child));
    }
    bounds.set(family, result);
    return result;
  }

  const found: RankedCut[] = [];
  const queue = createQueue<Way>();
  if (all !== NONE && all !== UNIT) queue.push({ family: all, kind: EMPTY, chosen: 1, isKnown: false }, bound(all));
  for (let steps = 0; steps < MOST_STEPS && found.length < most; steps++) {
    const way = queue.pop();
    if (way === undefined) break;
    const { family, kind, chosen } = way;
    if (way.isKnown) {
      found.push(...nameCuts(model, kinds, kind, chosen, most - found.length));
    } else if (family === UNIT) {
      const chance = kinds.chance(kind);
      queue.push({ family, kind, chosen: chance, isKnown: true }, chance);
    } else {
      const variable = families.variableOf(family);
      for (let units = 0; units <= MOST_IN_CUT; units++) {
        const child = families.withExactly(family, units);
        if (child === NONE) continue;
        const also = units === 0 ? chosen : chosen * kinds.bound(variable, units);
        queue.push(
          {
            family: child,
            kind: units === 0 ? kind : withUnits(kind, variables.meanings[variable], units),
            chosen: also,
            isKnown: false,
          },
          also * bound(child),
        );
      }
    }
  }
  return found;
}

/** All that take the entry down by themselves. */
export function singleCuts(model: Model, kinds: CutKinds): RankedCut[] {
  const { families, variables } = kinds;
  const found: RankedCut[] = [];
  for (let family = kinds.all; family !== NONE && family !== UNIT; family = families.withExactly(family, 0)) {
    // Where one unit is enough, the rest of the set is empty.
    if (families.withExactly(family, 1) !== UNIT) continue;
    const kind = withUnits(EMPTY, variables.meanings[families.variableOf(family)], 1);
    found.push(...nameCuts(model, kinds, kind, kinds.chance(kind), Infinity));
  }
  return found;
}

function withUnits(kind: CutKind, meaning: { readonly kind: string; readonly index: number }, units: number): CutKind {
  if (meaning.kind === 'domain') return { ...kind, domains: [...kind.domains, meaning.index] };
  if (meaning.kind === 'shock') return { ...kind, shocks: [...kind.shocks, meaning.index] };
  return { ...kind, lost: [...kind.lost, { service: meaning.index, units }] };
}

/** The sets of a kind: domains, shocks, members, in the order in which the model names them. */
function nameCuts(
  model: Model,
  kinds: CutKinds,
  { domains, shocks, lost }: CutKind,
  unavailability: number,
  most: number,
): RankedCut[] {
  let sets: string[][] = [
    [...domains.map((domain) => model.domains[domain].name), ...shocks.map((shock) => model.shocks[shock].name)],
  ];
  for (const { service, units } of [...lost].sort((a, b) => a.service - b.service)) {
    const choices = kinds.isAny(service, units, domains)
      ? [new Array<string>(units).fill(`${model.services[service].name}[any]`)]
      : chooseNames(model, service, units, domains, most);
    const next: string[][] = [];
    for (const set of sets) for (const choice of choices) if (next.length < most) next.push([...set, ...choice]);
    sets = next;
  }
  return sets.map((causes) => ({ causes, unavailability }));
}

/** The ways to take so many of the members that stand in none of the domains, in the members' order. */
function chooseNames(
  model: Model,
  service: number,
  units: number,
  failed: readonly number[],
  most: number,
): string[][] {
  const { placement } = model.services[service];
  const isIn = (domain: number) => {
    for (let d = domain; d >= 0; d = model.domains[d].parent) if (failed.includes(d)) return true;
    return false;
  };
  const found: string[][] = [];
  function choose(from: number, chosen: readonly string[]): void {
    if (chosen.length === units) {
      found.push([...chosen]);
      return;
    }
    for (let replica = from; replica < placement.length && found.length < most; replica++) {
      if (!isIn(placement[replica])) choose(replica + 1, [...chosen, memberName(model, service, replica)]);
    }
  }
  choose(0, []);
  return found;
}
