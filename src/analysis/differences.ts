import { POINTS_SCALE, type Scale } from '../units/scale.ts';
import { scaleOf, unitOf } from '../units/kind.ts';
import { type FigureKey, REPORT_FIGURES } from './report-figures.ts';
import type { Difference, DifferenceFigures } from './report-comparison.ts';

export type DifferenceId = Exclude<keyof DifferenceFigures, 'from' | 'to' | 'changes' | 'doubt' | 'reliability'>;

/** What two models differ in, in the order of the headline: each a figure of a report. */
const DIFFERENCES = {
  availability: 'availability.mean',
  downtimePerYear: 'availability.downtimePerYear.mean',
  recoveryTime: 'recoveryTime.mean',
  dataLoss: 'dataLoss.mean',
  dataLossPerYear: 'dataLoss.perYear',
  cost: 'cost.total',
} as const satisfies Readonly<Record<DifferenceId, FigureKey>>;

export const DIFFERENCE_IDS = Object.keys(DIFFERENCES) as readonly DifferenceId[];

export function differenceFigure(id: DifferenceId): (typeof REPORT_FIGURES)[(typeof DIFFERENCES)[DifferenceId]] {
  return REPORT_FIGURES[DIFFERENCES[id]];
}

/** A difference of shares is in points. */
export function differenceScale(id: DifferenceId, currency: string): Scale {
  const { kind } = differenceFigure(id);
  return kind === 'share' ? POINTS_SCALE : scaleOf(kind, currency);
}

export function differenceUnit(id: DifferenceId, currency: string): string {
  return unitOf(differenceFigure(id).kind, currency);
}

/** Better or worse where the whole interval is on one side of no difference. */
export function verdictOn(id: DifferenceId, { ci95: [low, high] }: Pick<Difference, 'ci95'>): Difference['verdict'] {
  const isMoreBetter = differenceFigure(id).better === 'more';
  if (low > 0) return isMoreBetter ? 'better' : 'worse';
  if (high < 0) return isMoreBetter ? 'worse' : 'better';
  return 'undecided';
}
