import type { Model } from '../../model/model.ts';
import { expm1, log1p } from '../../random/elementary.ts';
import { bareProgram } from './bare.ts';
import type { RankedCut } from './cut-kind.ts';
import { type Element, listDomains, listMembers, listShocks, memberElement, type Members } from './elements.ts';
import { settle, type Structure } from './settled.ts';

/** Up to this many elements pairs are tried, and members are named one by one. */
const MOST_ELEMENTS_FOR_PAIRS = 1_000;

/**
 * Steps of evaluation, one or two seconds: pairs that would take more are not tried, nor domains and shocks beyond the
 * first 1,000.
 */
const MOST_WORK = 2e8;

/**
 * Minimal cut sets of one and two elements, each tried by itself, for models whose structure is too large for a
 * diagram; pairs only up to 1,000 elements. Shocks that may miss are not tried.
 */
export function searchCutSets(model: Model): { readonly found: RankedCut[]; readonly hasTriedPairs: boolean } {
  const { matters, steps } = bareProgram(model);
  const isDown = settle(model);
  const common = [...listDomains(model, matters), ...listShocks(model, matters)];
  const members = listMembers(model, matters);
  const count = common.length + members.reduce((sum, { replicas }) => sum + replicas, 0);
  const isLarge = count > MOST_ELEMENTS_FOR_PAIRS;

  const singles: RankedCut[] = [];
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
      singles.push({
        causes: [`${model.services[service].name}[any]`],
        unavailability: -expm1(replicas * log1p(-down)),
      });
    } else {
      for (let replica = 0; replica < replicas; replica++) alone(memberElement(model, each, replica));
    }
  }
  const pairs: RankedCut[] = [];
  let hasTriedPairs = false;
  if (left <= MOST_ELEMENTS_FOR_PAIRS) {
    for (const each of spared) {
      for (let replica = 0; replica < each.replicas; replica++) rest.push(memberElement(model, each, replica));
    }
    hasTriedPairs = findPairs(rest, steps, isDown, pairs);
  }
  return { found: [...singles, ...pairs], hasTriedPairs };
}

/**
 * Those pairs that take the entry down, of elements that do not by themselves; false if they are too many to be tried.
 */
function findPairs(elements: readonly Element[], steps: number, isDown: Structure, cuts: RankedCut[]): boolean {
  const strikes = ({ struck, sites }: Element) => struck.length + sites.length;
  const work = elements.reduce(
    (sum, element) => sum + strikes(element) * elements.length,
    (elements.length * elements.length * steps) / 2,
  );
  if (work > MOST_WORK) return false;
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
  return true;
}

function holds(outer: Element, inner: Element): boolean {
  return inner.domain >= outer.domain && inner.domain < outer.end;
}

export function compareNames(a: readonly string[], b: readonly string[]): number {
  for (let i = 0; i < a.length && i < b.length; i++) if (a[i] !== b[i]) return a[i] < b[i] ? -1 : 1;
  return a.length - b.length;
}
