import type { FigureKind } from '../../units/kind.ts';
import type { ConstraintWish } from '../report-optimization.ts';
import type { Tally } from '../../observe/tally.ts';
import { type EventSizes, partsOf, type Rates, responseOf } from './responses.ts';

/** What a candidate's data may suffer, by its model alone. */
interface Endangered {
  readonly rates: Rates;
  readonly isDataAtRisk: boolean;
  readonly isForGoodPossible: boolean;
}

export type Standing = 'missed' | 'open' | 'neverMet' | 'met';

/** A constraint as a mean that is held against 0. */
export interface Test {
  readonly wish: ConstraintWish;
  /** Of one observation of so many years: at most 0 on average where the constraint is met. */
  excess(tally: Tally, rates: Rates, years: number): number;
  /** What one more event in an observation may add to that, either way. */
  event(sizes: EventSizes, rates: Rates, years: number): number;
  /**
   * ε: that near to 0 either answer will do.
   * @param countPerYear things that are held against the goal, as first seen; above 0
   */
  tolerance(share: number, countPerYear: number): number;
  /**
   * What its observations do not say by themselves. missed: data lost for good is beyond any goal; met: nothing can be
   * lost; open: nothing was seen to hold against it; neverMet: what may be lost for good was not seen to be; null: they
   * say all.
   * @param count things that were held against the goal, 0 where it is a plain mean
   */
  standing(nature: Endangered, permanent: number, count: number): Standing | null;
  /** How many things are held against the goal, and what of them is within it; null where it is a plain mean. */
  held: ((tally: Tally) => readonly [count: number, within: number]) | null;
}

/** Differences that nobody would call one, where the goal itself is 0. */
const LEAST: Readonly<Record<FigureKind, number>> = {
  share: 1e-6,
  number: 1e-3,
  time: 1,
  timePerYear: 30,
  moneyPerYear: 1,
  countPerYear: 1e-3,
};

export function testOf(wish: ConstraintWish): Test {
  const parts = partsOf(wish.figure);
  return parts === null ? ofMean(wish) : ofParts(wish, parts);
}

/** Whether running costs alone miss it: they are exact, and no total is less. */
export function exceedsBudget({ figure, operator, goal }: ConstraintWish, infrastructure: number): boolean {
  return operator === '<=' && (figure === 'cost.infrastructure' || figure === 'cost.total') && infrastructure > goal;
}

/** How far a figure of such a kind is from what it is a share of: 99.95% are 0.05% away from all. */
export function scaleOf(kind: FigureKind, value: number): number {
  const size = kind === 'share' && value > 0.5 ? 1 - value : Math.abs(value);
  return Math.max(size, LEAST[kind]);
}

function ofMean(wish: ConstraintWish): Test {
  const { goal, kind } = wish;
  const response = responseOf(wish.figure)!;
  const sign = wish.operator === '<=' ? 1 : -1;
  return {
    wish,
    excess: (tally, rates) => sign * (response.read(tally, rates) - goal),
    event: (sizes, rates, years) => response.event(sizes, rates) / years,
    tolerance: (share) => Math.max(share * scaleOf(kind, goal), LEAST[kind]),
    standing: (nature, permanent) => beyondNumbers(wish, nature, permanent),
    held: null,
  };
}

/**
 * A p-quantile is at most x where at least p of the things are; a mean of things is at most x where their sum is at
 * most as many x as there are things. Either way it is a mean per year that is at most 0, and no quantile or ratio is
 * estimated.
 */
function ofParts(wish: ConstraintWish, parts: NonNullable<ReturnType<typeof partsOf>>): Test {
  const { goal } = wish;
  const { p } = parts;
  const sign = wish.operator === '<=' ? 1 : -1;
  const over = (tally: Tally): number => {
    const count = parts.count(tally);
    const within = parts.within(tally, goal);
    return p === null ? within - goal * count : count - within - (1 - p) * count;
  };
  return {
    wish,
    excess: (tally, _, years) => (sign * over(tally)) / years,
    event: ({ outage, loss }, _, years) =>
      (p === null ? Math.max(goal, wish.figure.startsWith('rpo') ? loss : outage) : Math.max(p, 1 - p)) / years,
    tolerance(share, countPerYear) {
      // Of a share, as of its standard deviation: about as many incidents tell, whatever the quantile.
      const each = p === null ? Math.max(share * goal, LEAST.time) : share * Math.sqrt(p * (1 - p));
      return each * countPerYear;
    },
    standing(nature, permanent, count) {
      if (wish.figure.startsWith('rpo') && wish.operator === '<=' && !nature.isDataAtRisk) return 'met';
      return beyondNumbers(wish, nature, permanent) ?? (count === 0 ? 'open' : null);
    },
    held: (tally) => [parts.count(tally), parts.within(tally, goal)],
  };
}

/** Means of what was lost, and money that it has a part in, where data may be lost for good. */
function beyondNumbers(
  { figure, operator }: ConstraintWish,
  { rates, isForGoodPossible }: Endangered,
  permanent: number,
): Standing | null {
  const isPriced = rates.dataPerSecond > 0 && (figure === 'cost.total' || figure === 'cost.dataLoss');
  if (operator !== '<=' || !(isPriced || figure === 'rpo.mean' || figure === 'rpo.perYear')) return null;
  return permanent > 0 ? 'missed' : isForGoodPossible ? 'neverMet' : null;
}
