import { unavailability } from '../compile/clocks.ts';
import { holdersOf } from '../compile/shards.ts';
import type { FailureMode, Model, Service } from '../model/model.ts';
import { answersBy } from '../model/relies.ts';
import { reachableFrom } from '../model/resolve/graph.ts';
import { betaLower } from '../random/special/incomplete-beta.ts';
import { normalCdf } from '../random/special/normal.ts';
import { sitesOf } from './sites.ts';
import { refusedBy } from './theorems.ts';

/** Members that are alike. */
export interface Group {
  readonly members: number;
  /** Chance that one of them is down. */
  readonly down: number;
}

/** A chance and its complement, each to its full digits: a claim of twenty nines is one of 1e-20. */
interface Chance {
  readonly up: number;
  readonly down: number;
}

const known = new WeakMap<Model, Chance | null>();

/**
 * The entry's availability as the bare arithmetic has it: every replica is independent of every other, its own
 * availability times that of the domains it is in; replicas combine as k of n, services multiply, and of several of
 * which one will do each is independent of the others but for what all else needs as well. The domains that all
 * replicas of a service are in stand in series, once, as in every sheet of composite service levels. Sites are
 * independent of each other as replicas are: one is up while everything in it is, and what several of them share counts
 * once, outside. Nothing takes time to detect or to fail over, nothing strikes twice. What reality takes off this
 * figure is what the simulation is for. null: the model uses something that this was not thought about for.
 */
export function arithmeticAvailability(model: Model): number | null {
  return arithmeticChance(model)?.up ?? null;
}

/**
 * What the same availability lacks to 1, with digits also where that is less than a double next to 1 can hold; null
 * where there is none.
 */
export function arithmeticUnavailability(model: Model): number | null {
  return arithmeticChance(model)?.down ?? null;
}

function arithmeticChance(model: Model): Chance | null {
  let result = known.get(model);
  if (result === undefined) {
    result = refusedBy(model, 'bare arithmetic') === null ? calculate(model) : null;
    known.set(model, result);
  }
  return result;
}

/** Services that multiply: all there are, or those of one site. */
interface Scope {
  readonly counted: Set<number>;
  /** Services of which one will do, group by group. */
  readonly groups: (readonly number[])[];
  /** The domains in series with them. */
  readonly shared: Set<number>;
  /** Those that all sites of this one's service share: they stand outside. */
  readonly outside: ReadonlySet<number>;
  /** null: takes every service. */
  readonly site: ReadonlySet<number> | null;
  /** Takes those that stand elsewhere. */
  readonly around: Scope | null;
}

function calculate(model: Model): Chance {
  const own = model.domains.map(({ failures }) => together(failures));

  function chance(scope: Scope): Chance {
    let all: Chance = { up: 1, down: 0 };
    for (const index of scope.counted) {
      const { needs, anyOf, wants } = model.services[index];
      for (const need of needs) count(scope, need);
      for (const group of anyOf) innermost(scope, group).groups.push(group);
      // A wanted service counts like a needed one if the rest without it would be called down.
      for (const want of wants) if (want.without < 1 - model.sla.errorRate) count(scope, want.service);
      all = both(all, serviceChance(index, scope));
    }
    for (const group of scope.groups) {
      if (group.some((choice) => isCounted(scope, choice))) continue;
      const down = group.reduce((product, choice) => product * choiceDown(choice, scope), 1);
      all = both(all, { up: 1 - down, down });
    }
    for (const domain of scope.shared) all = both(all, { up: 1 - own[domain], down: own[domain] });
    return all;
  }

  /** Chance that one of several services that will do is down, for no reason that takes down all else as well. */
  function choiceDown(choice: number, around: Scope): number {
    const graph = model.services.map(answersBy);
    const site = new Set([...reachableFrom(graph, choice)].filter((service) => !isCounted(around, service)));
    const outside = new Set([...around.outside, ...around.shared]);
    return chance({ counted: new Set([choice]), groups: [], shared: new Set(), outside, site, around }).down;
  }

  function serviceChance(index: number, scope: Scope): Chance {
    const service = model.services[index];
    const members = new Map<number, number>();
    for (const domain of standing(model, service)) members.set(domain, (members.get(domain) ?? 0) + 1);
    const common = commonDomains(model, [...members.keys()]).filter((domain) => !scope.outside.has(domain));
    const outside = new Set([...scope.outside, ...common]);
    if (service.sites !== null) {
      for (const domain of common) scope.shared.add(domain);
      const sites = service.sites.map((copy, i): Group => {
        const site = new Set(sitesOf(model).within(index, i));
        return {
          members: 1,
          down: chance({ counted: new Set([copy]), groups: [], shared: new Set(), outside, site, around: scope }).down,
        };
      });
      return chanceOf(service.required, sites);
    }
    if (service.component < 0) return { up: 1, down: 0 };
    for (const domain of common) scope.shared.add(domain);
    const component = together(model.components[service.component].failures);
    const groups = Array.from(members, ([domain, count]): Group => {
      let down = component;
      for (let at = domain; at >= 0 && !outside.has(at); at = model.domains[at].parent) down = either(down, own[at]);
      return { members: count, down };
    });
    return chanceOf(service.required, groups);
  }

  const whole = { counted: new Set([model.entry]), groups: [], shared: new Set<number>(), outside: new Set<number>() };
  return chance({ ...whole, site: null, around: null });
}

/** Where its members stand; of shards, which are all alike to such a sheet, the holders of one. */
function standing({ domains }: Model, { placement, shards }: Service): readonly number[] {
  if (shards === null) return placement;
  return holdersOf(placement, { ...shards, count: 1 }, domains)[0].map((member) => placement[member]);
}

/** The domains that all of these are, or lie, in. */
function commonDomains({ domains }: Model, places: readonly number[]): number[] {
  const chain = (place: number) => {
    const path: number[] = [];
    for (let at = place; at >= 0; at = domains[at].parent) path.push(at);
    return path;
  };
  const [first = [], ...others] = places.map(chain);
  return others.reduce((common, path) => common.filter((domain) => path.includes(domain)), first);
}

function both(a: Chance, b: Chance): Chance {
  return { up: a.up * b.up, down: a.down + a.up * b.down };
}

/** The innermost scope that any of the services belongs to. */
function innermost(scope: Scope, services: readonly number[]): Scope {
  let at = scope;
  while (at.around !== null && services.every((service) => at.site?.has(service) === false)) at = at.around;
  return at;
}

function count(scope: Scope, service: number): void {
  innermost(scope, [service]).counted.add(service);
}

function isCounted(scope: Scope, service: number): boolean {
  return scope.counted.has(service) || (scope.around !== null && isCounted(scope.around, service));
}

/** Chance that any of the modes is down. */
function together(modes: readonly FailureMode[]): number {
  return modes.reduce((down, mode) => either(down, unavailability(mode.up, mode.down)), 0);
}

/** Chance of either of two independent things; keeps the digits of small chances. */
function either(a: number, b: number): number {
  return a + b - a * b;
}

/** Up to as many multiplications as take about a tenth of a second, the distribution is exact. */
const MOST_WORK = 1e8;

/**
 * Chance that at least k of all members are up, and that fewer are. Members that are all alike: the binomial tail as an
 * incomplete beta function (Abramowitz & Stegun 1964, 26.5.24). Several groups: the convolution of their binomial
 * distributions without what is less likely than 1e-35. Where that takes too long (thousands of different groups of
 * hundreds of members), the normal approximation with continuity correction, whose error is at most 0.56 / σ
 * (Berry-Esseen; here σ > 30).
 */
export function chanceOf(k: number, groups: readonly Group[]): Chance {
  const alike = new Map<number, number>();
  let all = 0;
  for (const { members, down } of groups) {
    if (members === 0) continue;
    alike.set(down, (alike.get(down) ?? 0) + members);
    all += members;
  }
  if (k <= 0) return { up: 1, down: 0 };
  if (k > all) return { up: 0, down: 1 };
  const mayFail = all - k;
  if (alike.size === 1) {
    const [down] = alike.keys();
    return { up: betaLower(k, mayFail + 1, 1 - down, down), down: betaLower(mayFail + 1, k, down, 1 - down) };
  }
  const distribution = downTogether(alike);
  if (distribution === null) {
    const up = normalApproximation(mayFail, alike);
    return { up, down: 1 - up };
  }
  const { from, chances } = distribution;
  let enough = 0;
  let tooFew = 0;
  // From the small ends inwards, and both from the smaller side: neither end loses digits.
  for (let i = 0; i < chances.length && from + i <= mayFail; i++) enough += chances[i];
  for (let i = chances.length - 1; i >= 0 && from + i > mayFail; i--) tooFew += chances[i];
  return tooFew < enough ? { up: 1 - tooFew, down: tooFew } : { up: enough, down: 1 - enough };
}

/** The chances of from, from + 1, … members down. */
interface Distribution {
  readonly from: number;
  readonly chances: Float64Array;
}

/** How many are down in all groups together; null where that would take too long. */
function downTogether(groups: ReadonlyMap<number, number>): Distribution | null {
  let sum: Distribution = { from: 0, chances: Float64Array.of(1) };
  let work = 0;
  // Small groups first: the sum is short for as long as can be.
  for (const [down, members] of [...groups].sort((a, b) => a[1] - b[1])) {
    const next = binomial(members, down);
    work += sum.chances.length * next.chances.length;
    if (work > MOST_WORK) return null;
    sum = convolve(sum, next);
  }
  return sum;
}

const NEGLIGIBLE = 1e-35;

/** How many of n are down: outwards from the likeliest number, by the ratio of neighbours. */
function binomial(n: number, down: number): Distribution {
  if (down <= 0 || down >= 1) return { from: down <= 0 ? 0 : n, chances: Float64Array.of(1) };
  const odds = down / (1 - down);
  const mode = Math.min(n, Math.floor((n + 1) * down));
  const below: number[] = [];
  const above: number[] = [];
  let total = 1;
  for (let i = mode, chance = 1; i > 0 && chance > NEGLIGIBLE; i--) {
    chance *= i / ((n - i + 1) * odds);
    below.push(chance);
    total += chance;
  }
  for (let i = mode, chance = 1; i < n && chance > NEGLIGIBLE; i++) {
    chance *= ((n - i) / (i + 1)) * odds;
    above.push(chance);
    total += chance;
  }
  const chances = Float64Array.from([...below.reverse(), 1, ...above], (chance) => chance / total);
  return { from: mode - below.length, chances };
}

function convolve(a: Distribution, b: Distribution): Distribution {
  const chances = new Float64Array(a.chances.length + b.chances.length - 1);
  for (let i = 0; i < a.chances.length; i++) {
    const chance = a.chances[i];
    for (let j = 0; j < b.chances.length; j++) chances[i + j] += chance * b.chances[j];
  }
  let first = 0;
  let end = chances.length;
  while (first < end - 1 && chances[first] < NEGLIGIBLE) first++;
  while (end > first + 1 && chances[end - 1] < NEGLIGIBLE) end--;
  return { from: a.from + b.from + first, chances: chances.subarray(first, end) };
}

/** Chance that no more than `mayFail` are down. */
function normalApproximation(mayFail: number, groups: ReadonlyMap<number, number>): number {
  let mean = 0;
  let variance = 0;
  for (const [down, members] of groups) {
    mean += members * down;
    variance += members * down * (1 - down);
  }
  return normalCdf((mayFail + 0.5 - mean) / Math.sqrt(variance));
}
