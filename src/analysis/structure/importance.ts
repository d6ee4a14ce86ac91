import type { Model } from '../../model/model.ts';
import type { ImportanceFigures } from '../report-structure.ts';
import { together } from './elements.ts';
import { isLarge, memberName } from './names.ts';
import { solve, type Solved } from './solve.ts';

/** Up to so many steps members are told apart by where they stand. */
const MOST_WORK = 2e7;

/** Nearer to 1 than this, a criticality is 1 but for rounding. */
const EPSILON = 1e-12;

interface Weight {
  readonly element: string;
  readonly kind: ImportanceFigures['kind'];
  readonly unavailability: number;
  readonly birnbaum: number;
}

/**
 * What each element that can fail means to the entry by the structure alone, the most critical first. All follows from
 * one pass up and one down the diagram (Dutuit & Rauzy 2001), and one more down for each domain that has members.
 * Members of one service in one domain are alike and stand here once, by the name of the first of them (`db[0]`); in a
 * model of more than 1,000 elements, or of very many domains, those of a service do (`db[any]`), with the mean of their
 * figures, each for one of them. Empty where nothing takes the entry down, or the structure is too large for a diagram.
 */
export function importanceOf(model: Model): ImportanceFigures[] {
  const solved = solve(model);
  if (solved === null || solved.chances.total === 0) return [];
  const u = solved.chances.total;
  return [...common(model, solved), ...members(model, solved)]
    .map(({ element, kind, unavailability, birnbaum }): ImportanceFigures => {
      const criticality = Math.min(1, (birnbaum * unavailability) / u);
      return {
        ...{ element, kind, unavailability, birnbaum, criticality },
        riskAchievementWorth: (u + birnbaum * (1 - unavailability)) / u,
        riskReductionWorth: criticality > 1 - EPSILON ? null : 1 / (1 - criticality),
      };
    })
    .sort((a, b) => b.criticality - a.criticality || b.birnbaum - a.birnbaum || (a.element < b.element ? -1 : 1));
}

/** Domains and shocks that strike something that matters. */
function common({ domains, shocks }: Model, solved: Solved): Weight[] {
  const birnbaum = criticalOf(solved);
  return solved.variables.meanings.flatMap((meaning, variable): Weight[] => {
    if (meaning.kind !== 'domain' && meaning.kind !== 'shock') return [];
    const element = (meaning.kind === 'domain' ? domains : shocks)[meaning.index].name;
    return [{ element, kind: meaning.kind, unavailability: meaning.down, birnbaum: birnbaum[variable] }];
  });
}

/** [variable] the chance that it is the one on which all depends (Birnbaum 1969), of those that are 0 or 1. */
export function criticalOf({ diagram, variables, chances }: Solved): Float64Array {
  const birnbaum = new Float64Array(variables.meanings.length);
  const reached = chances.reach();
  chances.nodes.forEach((node, place) => {
    const variable = diagram.variableOf(node);
    if (variable < 0) return;
    const first = diagram.firstRun(node);
    birnbaum[variable] +=
      reached[place] * (chances.below[chances.childPlace(first + 1)] - chances.below[chances.childPlace(first)]);
  });
  return birnbaum;
}

/** Of those members that are alike one each. */
function members(model: Model, solved: Solved): Weight[] {
  const { services, components } = model;
  const weights: Weight[] = [];
  const failing = services.flatMap(({ component, placement }, service) => {
    const down =
      solved.bare.matters[service] === 1 && component >= 0 && placement.length > 0
        ? together(components[component].failures)
        : 0;
    return down > 0 ? [{ service, down }] : [];
  });
  const domains = new Set(failing.flatMap(({ service }) => services[service].placement));
  if (isLarge(model, solved.bare) || domains.size * solved.chances.nodes.length > MOST_WORK) {
    const one = byService(
      solved,
      solved.chances.reach(),
      (alive, service) => alive / services[service].placement.length,
    );
    for (const { service, down } of failing) {
      const { name, placement } = services[service];
      weights.push({
        element: placement.length === 1 ? name : `${name}[any]`,
        kind: 'member',
        unavailability: down,
        birnbaum: one[service],
      });
    }
    return weights;
  }
  // What holds a member is up for it to matter: the same for all that stand in one domain.
  for (const domain of domains) {
    const { given, chance } = chain(model, solved, domain);
    const one = byService(solved, solved.chances.reach(given), () => 1);
    for (const { service, down } of failing) {
      const first = services[service].placement.indexOf(domain);
      if (first < 0) continue;
      weights.push({
        element: memberName(model, service, first),
        kind: 'member',
        unavailability: down,
        birnbaum: chance * one[service],
      });
    }
  }
  return weights;
}

/** The domains around a place that can fail, and the chance that all of them are up. */
function chain({ domains }: Model, { variables }: Solved, place: number): { given: Set<number>; chance: number } {
  const given = new Set<number>();
  let chance = 1;
  for (let d = place; d >= 0; d = domains[d].parent) {
    const variable = variables.domain(d);
    if (variable < 0) continue;
    given.add(variable);
    chance *= 1 - variables.meanings[variable].down;
  }
  return { given, chance };
}

/** [service] Birnbaum importance of one member, where so many that are alive count in full. */
export function byService(
  { diagram, variables, chances, bare }: Solved,
  reached: Float64Array,
  weigh: (alive: number, service: number) => number,
): Float64Array {
  const sums = new Float64Array(bare.matters.length);
  chances.nodes.forEach((node, place) => {
    const variable = diagram.variableOf(node);
    const meaning = variable < 0 ? null : variables.meanings[variable];
    if (meaning === null || meaning.kind !== 'lost' || reached[place] === 0) return;
    // A shock that has struck it anyway leaves nothing to its own failure.
    sums[meaning.index] +=
      reached[place] * meaning.missed * weigh(meaning.alive, meaning.index) * chances.steepness(place);
  });
  return sums;
}
