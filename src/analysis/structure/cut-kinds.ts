import type { Model } from '../../model/model.ts';
import { type Bare, bareProgram } from './bare.ts';
import { binomialLosses, chanceOfRange } from './binomial.ts';
import type { CutKind } from './cut-kind.ts';
import { coinChance } from './coins.ts';
import { Diagram } from './diagram.ts';
import { Families } from './families.ts';
import { structureFunction } from './function.ts';
import { isLarge } from './names.ts';
import { MOST_IN_CUT } from './own-share.ts';
import { solveBare } from './solve.ts';
import { createVariables, type Variables } from './variables.ts';
import { membersWithin } from './within.ts';

/** All minimal cut sets of a model, up to three elements, and what it takes to tell them apart. */
export interface CutKinds {
  readonly bare: Bare;
  readonly variables: Variables;
  readonly families: Families;
  /** The family of all of them; a unit of a service stands for any one of its members. */
  readonly all: number;
  /** More elements matter than anybody wants to read the names of. */
  readonly isLarge: boolean;
  /** How many members of a service stand in none of the domains. */
  alive(service: number, domains: readonly number[]): number;
  /** The services that have members in a domain. */
  touched(domain: number): Iterable<number>;
  /** Whether the members are named together (`web[any]`): in a large model, where there are many choices. */
  isAny(service: number, units: number, domains: readonly number[]): boolean;
  /** Chance of one set of the kind, or of any where members are named together. */
  chance(kind: CutKind): number;
  /** No set with so many units of the variable is likelier than by this factor. */
  bound(variable: number, units: number): number;
}

/** In a large model members have no names where there are more choices than this. */
const MOST_CHOICES = 100;

/** @throws TooLarge */
export function cutKindsOf(model: Model): CutKinds {
  const bare = bareProgram(model);
  const diagram = new Diagram(bare.program.downBelow);
  const variables = createVariables(model, bare, diagram);
  const { down } = structureFunction(model, bare, diagram, variables, 'cuts');
  const families = new Families(diagram);
  const all = families.minimal(down, MOST_IN_CUT);
  const large = isLarge(model, bare);
  const within = new Map<number, Map<number, number>>();
  const q = new Map<number, number>();
  for (const meaning of variables.meanings) {
    if (meaning.kind !== 'some') continue;
    q.set(meaning.index, meaning.down);
    for (const [domain, members] of membersWithin(model.domains, model.services[meaning.index].placement)) {
      within.set(domain, (within.get(domain) ?? new Map<number, number>()).set(meaning.index, members));
    }
  }

  function alive(service: number, domains: readonly number[]): number {
    return (
      model.services[service].placement.length -
      domains.reduce((sum, domain) => sum + (within.get(domain)?.get(service) ?? 0), 0)
    );
  }

  function isAny(service: number, units: number, domains: readonly number[]): boolean {
    return large && choose(alive(service, domains), units) > MOST_CHOICES;
  }

  function chance(kind: CutKind): number {
    const { domains, shocks, lost } = kind;
    let result = coinChance(model, solveBare, kind);
    for (const domain of domains) result *= variables.meanings[variables.domain(domain)].down;
    for (const shock of shocks) result *= variables.meanings[variables.shock(shock)].down;
    for (const { service, units } of lost) {
      result *= isAny(service, units, domains)
        ? atLeast(alive(service, domains), q.get(service)!, units)
        : power(q.get(service)!, units);
    }
    return result;
  }

  function bound(variable: number, units: number): number {
    const meaning = variables.meanings[variable];
    if (meaning.kind !== 'some') return meaning.down;
    return large
      ? atLeast(model.services[meaning.index].placement.length, meaning.down, units)
      : power(meaning.down, units);
  }

  return {
    bare,
    variables,
    families,
    all,
    isLarge: large,
    alive,
    touched: (domain) => within.get(domain)?.keys() ?? [],
    isAny,
    chance,
    bound,
  };
}

/** Chance that at least so many of n are lost. */
function atLeast(n: number, chance: number, units: number): number {
  return chanceOfRange(binomialLosses(n, chance), units, Infinity);
}

function power(base: number, exponent: number): number {
  let result = 1;
  for (let i = 0; i < exponent; i++) result *= base;
  return result;
}

export function choose(n: number, k: number): number {
  let result = 1;
  for (let i = 1; i <= k; i++) result = (result * (n - k + i)) / i;
  return result;
}
