import type { Model } from '../model/model.ts';
import { expm1, log1p } from '../random/elementary.ts';
import { SECONDS_PER_YEAR } from '../units/table.ts';
import { type Element, listDomains, listMembers, listShocks, memberElement, type Members } from './elements.ts';
import { settle, type Structure } from './settled.ts';

export { arithmeticAvailability } from './arithmetic.ts';

export interface SinglePoint {
  /**
   * The domain, member (`db[0]`) or shock whose failure alone takes the entry down. In a model of more than 1,000 of
   * them the members of a service are one: `db[any]`.
   */
  readonly cause: string;
  /** Long-run share of time in which it is down. */
  readonly unavailability: number;
  /** Seconds. */
  readonly downtimePerYear: number;
}

export interface CutSet {
  readonly causes: readonly string[];
  /** Chance that all of them are down at a time. */
  readonly unavailability: number;
}

/** Up to this many elements pairs are tried, and members are named one by one. */
const MOST_ELEMENTS_FOR_PAIRS = 1_000;

/** Steps of evaluation, one or two seconds: pairs that would take more are not tried, nor domains and shocks beyond the first 1,000. */
const MOST_WORK = 2e8;

/** What takes the entry down by itself once all failovers are done; most downtime first. */
export function singlePoints(model: Model): SinglePoint[] {
  return cutSets(model)
    .filter((cut) => cut.causes.length === 1)
    .map((cut) => ({ cause: cut.causes[0], unavailability: cut.unavailability, downtimePerYear: cut.unavailability * SECONDS_PER_YEAR }));
}

const known = new WeakMap<Model, readonly CutSet[]>();

/** Minimal cut sets of one and two elements, the likeliest first; pairs only up to 1,000 elements. */
export function cutSets(model: Model): CutSet[] {
  let cuts = known.get(model);
  if (cuts === undefined) known.set(model, (cuts = minimalCutSets(model)));
  return [...cuts];
}

function minimalCutSets(model: Model): CutSet[] {
  const { isDown, matters, steps } = settle(model);
  const common = [...listDomains(model, matters), ...listShocks(model, matters)];
  const members = listMembers(model, matters);
  const count = common.length + members.reduce((sum, { replicas }) => sum + replicas, 0);
  const isLarge = count > MOST_ELEMENTS_FOR_PAIRS;

  const singles: CutSet[] = [];
  const rest: Element[] = [];
  const alone = ({ name, unavailability }: Element) => singles.push({ causes: [name], unavailability });
  const most = Math.max(MOST_ELEMENTS_FOR_PAIRS, Math.floor(MOST_WORK / steps));
  common.sort((a, b) => b.unavailability - a.unavailability);
  for (const element of common.slice(0, most)) {
    if (isDown(element)) alone(element);
    else rest.push(element);
  }
  let left = rest.length;
  const spared: Members[] = [];
  for (const each of members) {
    const { service, replicas, down } = each;
    if (!isDown(memberElement(model, each, 0))) {
      spared.push(each);
      left += replicas;
    } else if (isLarge && replicas > 1) {
      singles.push({ causes: [`${model.services[service].name}[any]`], unavailability: -expm1(replicas * log1p(-down)) });
    } else {
      for (let replica = 0; replica < replicas; replica++) alone(memberElement(model, each, replica));
    }
  }
  const pairs: CutSet[] = [];
  if (left <= MOST_ELEMENTS_FOR_PAIRS) {
    for (const each of spared) {
      for (let replica = 0; replica < each.replicas; replica++) rest.push(memberElement(model, each, replica));
    }
    findPairs(rest, steps, isDown, pairs);
  }
  return [...singles, ...pairs].sort((a, b) => b.unavailability - a.unavailability || compareNames(a.causes, b.causes));
}

/** Those pairs that take the entry down, of elements that do not by themselves. */
function findPairs(elements: readonly Element[], steps: number, isDown: Structure, cuts: CutSet[]): void {
  const strikes = ({ struck, sites }: Element) => struck.length + sites.length;
  const work = elements.reduce((sum, element) => sum + strikes(element) * elements.length, (elements.length * elements.length * steps) / 2);
  if (work > MOST_WORK) return;
  const verdicts = new Map<number, boolean>();
  const span = elements.reduce((most, { kind }) => Math.max(most, kind), 0) + 1;
  elements.forEach((a, i) => {
    for (let j = i + 1; j < elements.length; j++) {
      const b = elements[j];
      // Of two of which one holds the other, the one alone is not enough.
      if (holds(a, b) || holds(b, a)) continue;
      const kind = a.kind * span + b.kind;
      let verdict = verdicts.get(kind);
      if (verdict === undefined) verdicts.set(kind, (verdict = isDown(a, b)));
      if (verdict) cuts.push({ causes: [a.name, b.name], unavailability: a.unavailability * b.unavailability });
    }
  });
}

function holds(outer: Element, inner: Element): boolean {
  return inner.domain >= outer.domain && inner.domain < outer.end;
}

function compareNames(a: readonly string[], b: readonly string[]): number {
  for (let i = 0; i < a.length && i < b.length; i++) if (a[i] !== b[i]) return a[i] < b[i] ? -1 : 1;
  return a.length - b.length;
}
