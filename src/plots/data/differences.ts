import type { ComparisonReport, Difference, DifferenceFigures, Interval } from '../../analysis/report.ts';
import { whyNoDifference } from '../../report/comparison/no-difference.ts';
import { change, changeRange } from '../../units/figure.ts';
import { formatNumber } from '../../units/format.ts';
import { moneyScale, POINTS_SCALE, type Scale, TIME_SCALE } from '../../units/scale.ts';
import type { Table } from './table.ts';
import { counted, listed, nameText } from './text.ts';

export type DifferenceId =
  'availability' | 'downtimePerYear' | 'recoveryTime' | 'dataLoss' | 'dataLossPerYear' | 'cost';

/** The figures of a difference, in the order of the headline. */
export const DIFFERENCES: readonly { readonly id: DifferenceId; readonly name: string }[] = [
  { id: 'availability', name: 'Availability' },
  { id: 'downtimePerYear', name: 'Down a year' },
  { id: 'recoveryTime', name: 'Recovery time, mean' },
  { id: 'dataLoss', name: 'Writes lost, mean' },
  { id: 'dataLossPerYear', name: 'Writes lost a year' },
  { id: 'cost', name: 'Cost with losses' },
];

/** What one model has more than the baseline. */
export interface Against {
  /** In `models`. */
  readonly index: number;
  readonly name: string;
  /** Of its shape and colour. */
  readonly slot: number;
  readonly figures: Readonly<Record<DifferenceId, Difference | null>>;
  /** Why a figure has no difference, where it has none. */
  readonly whyNot: (id: DifferenceId) => string;
  /** What its text says otherwise than the baseline's; null: not known. */
  readonly changes: NonNullable<DifferenceFigures['changes']> | null;
}

/**
 * Every other model against one, in their order.
 * @param names in the order of `models`; without one, the model's own
 * @param slots of shapes and colours; without one, the model's place
 */
export function differencesFrom(
  { models, differences }: ComparisonReport,
  baseline: number,
  names: readonly string[] = [],
  slots: readonly number[] = [],
): readonly Against[] {
  return models.flatMap(({ model }, index) => {
    const there = differences.find(({ from, to }) => from === baseline && to === index);
    const back = differences.find(({ from, to }) => from === index && to === baseline);
    const figures = there !== undefined ? figuresOf(there) : back !== undefined ? turned(figuresOf(back)) : null;
    const changes =
      there?.changes ?? back?.changes?.map(({ path, from, to }) => ({ path, from: to, to: from })) ?? null;
    return figures === null
      ? []
      : [
          {
            index,
            name: nameText(names[index] ?? model.name),
            slot: slots[index] ?? index,
            figures,
            whyNot: (id) => reason(figures, id, [models[baseline], models[index]]),
            changes,
          },
        ];
  });
}

function figuresOf({
  availability,
  downtimePerYear,
  recoveryTime,
  dataLoss,
  dataLossPerYear,
  cost,
}: DifferenceFigures): Against['figures'] {
  return { availability, downtimePerYear, recoveryTime, dataLoss, dataLossPerYear, cost };
}

function reason(figures: Against['figures'], id: DifferenceId, models: ComparisonReport['models']): string {
  const of = id === 'dataLoss' || id === 'dataLossPerYear' ? id : 'recoveryTime';
  return whyNoDifference(figures, of, models) ?? '';
}

const TURNED = { better: 'worse', worse: 'better', undecided: 'undecided' } as const;

/** Seen from the other side. (0 − x and not −x: there is no minus nothing.) */
function turned(figures: Against['figures']): Against['figures'] {
  const turn = (each: Difference | null): Difference | null =>
    each && { ...each, mean: 0 - each.mean, ci95: [0 - each.ci95[1], 0 - each.ci95[0]], verdict: TURNED[each.verdict] };
  const { availability, downtimePerYear, recoveryTime, dataLoss, dataLossPerYear, cost } = figures;
  return {
    ...{ availability: turn(availability), downtimePerYear: turn(downtimePerYear), recoveryTime: turn(recoveryTime) },
    ...{ dataLoss: turn(dataLoss), dataLossPerYear: turn(dataLossPerYear), cost: turn(cost) },
  };
}

export type DifferenceWord = 'better' | 'worse' | 'no difference shown' | 'the same';

/** The verdict in words. */
export function wordOf({ mean, ci95, verdict }: Difference): DifferenceWord {
  if (verdict !== 'undecided') return verdict;
  return mean === 0 && ci95[0] === 0 && ci95[1] === 0 ? 'the same' : 'no difference shown';
}

function scaleOf(id: DifferenceId, currency: string): Scale {
  return id === 'availability' ? POINTS_SCALE : id === 'cost' ? moneyScale(currency) : TIME_SCALE;
}

/** A value of a difference with its sign: `+3.2 min`, `−1,200 USD`, `+0.012 points`. */
export function differenceText(id: DifferenceId, value: number, interval: Interval | null, currency: string): string {
  return change(value, interval, scaleOf(id, currency));
}

/** `−2.1 min to +3 s`, around the estimate as it is printed. */
export function differenceRange(
  id: DifferenceId,
  { mean, ci95 }: Pick<Difference, 'mean' | 'ci95'>,
  currency: string,
): string {
  return changeRange(mean, ci95, scaleOf(id, currency));
}

/** What living through the same history has saved, in a sentence; null where it has not. */
export function pairingSentence(against: readonly Against[]): string | null {
  const removed = against.flatMap(({ figures: { downtimePerYear } }) =>
    typeof downtimePerYear?.varianceRemoved === 'number' ? [downtimePerYear.varianceRemoved] : [],
  );
  const most = Math.max(0, ...removed);
  if (removed.length === 0) return null;
  if (most < 0.05) return 'The models share too little for the same history to tell more than runs of their own would.';
  if (most >= 1 - 1e-9) return 'Through the same history they were down at the same instants, for exactly as long.';
  const share = formatNumber((100 * Math.floor(most * 1000)) / 1000);
  const [narrower, years] = [1 / Math.sqrt(1 - most), 1 / (1 - most)].map((each) =>
    formatNumber(Number(each.toPrecision(2))),
  );
  const whose = removed.length > 1 ? 'up to ' : '';
  return (
    `The same history for all took away ${whose}${share}% of the variance of the difference in downtime: its ` +
    `interval is ${whose}${narrower} times narrower than between runs of their own, which would need ` +
    `${whose}${years} times the years for it.`
  );
}

export function readDifference(
  { name, whyNot }: Against,
  id: DifferenceId,
  difference: Difference | null,
  baseline: string,
  currency: string,
): string {
  const label = DIFFERENCES.find((each) => each.id === id)!.name;
  if (difference === null)
    return `${name} against ${baseline}, ${label.toLowerCase()}: nothing to compare, ${whyNot(id)}.`;
  const { mean, ci95 } = difference;
  const sure = ci95[0] === ci95[1] ? 'exactly' : `95% interval ${differenceRange(id, difference, currency)}`;
  return (
    `${name} against ${baseline}, ${label.toLowerCase()}: ${differenceText(id, mean, ci95, currency)} (${sure}): ` +
    `${wordOf(difference)}.`
  );
}

export function describeDifferences(against: readonly Against[], baseline: string): string {
  const parts = against.map(({ name, figures }) => {
    const by = (word: DifferenceWord) =>
      DIFFERENCES.filter(({ id }) => figures[id] !== null && wordOf(figures[id]) === word).map((each) =>
        each.name.toLowerCase(),
      );
    const said = (['better', 'worse', 'no difference shown', 'the same'] as const).flatMap((word) =>
      by(word).length === 0 ? [] : [`${word} in ${listed(by(word))}`],
    );
    return `${name}: ${said.join('; ')}.`;
  });
  return (
    `Paired differences of ${counted(against.length, 'model')} against ${baseline}, with 95% intervals, on axes ` +
    `that share their zero. ${parts.join(' ')}`
  );
}

export function differencesTable(against: readonly Against[], currency: string): Table {
  return {
    columns: [
      { label: 'Model' },
      { label: 'Figure' },
      { label: 'Difference' },
      { label: '95% from' },
      { label: '95% to' },
      { label: 'Unit' },
      { label: 'Variance removed', format: (value) => `${formatNumber(100 * value)}%` },
      { label: 'Verdict' },
    ],
    rows: against.flatMap(({ name, figures }) =>
      DIFFERENCES.flatMap(({ id, name: label }) => {
        const difference = figures[id];
        if (difference === null) return [[name, label, null, null, null, null, null, 'nothing to compare']];
        const { mean, ci95, varianceRemoved } = difference;
        return [
          [
            name,
            label,
            mean,
            ...ci95,
            id === 'availability' ? 'share' : id === 'cost' ? `${currency} a year` : 's',
            varianceRemoved,
            wordOf(difference),
          ],
        ];
      }),
    ),
  };
}
