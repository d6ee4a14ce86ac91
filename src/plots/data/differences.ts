import { DIFFERENCE_IDS, differenceFigure, type DifferenceId, differenceUnit } from '../../analysis/differences.ts';
import type { ComparisonReport, Difference, DifferenceFigures } from '../../analysis/report.ts';
import {
  differenceRange,
  differenceText,
  type DifferenceWord,
  whyNoDifference,
  wordOf,
} from '../../report/comparison/difference.ts';
import { capitalised } from '../../report/text.ts';
import { formatNumber } from '../../units/format.ts';
import type { Table } from './table.ts';
import { counted, listed, nameText } from './text.ts';

/** The figures of a difference, in the order of the headline. */
export const DIFFERENCES: readonly { readonly id: DifferenceId; readonly name: string }[] = DIFFERENCE_IDS.map(
  (id) => ({
    id,
    name: capitalised(differenceFigure(id).name),
  }),
);

/** What one model has more than the baseline. */
export interface Against {
  /** In `models`. */
  readonly index: number;
  readonly name: string;
  /** Of its shape and colour. */
  readonly slot: number;
  readonly figures: Pick<DifferenceFigures, DifferenceId>;
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
    const figures = there ?? (back && turned(back)) ?? null;
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
            whyNot: (id) => whyNoDifference(figures, id, [models[baseline], models[index]]) ?? '',
            changes,
          },
        ];
  });
}

const TURNED = { better: 'worse', worse: 'better', undecided: 'undecided' } as const;

/** Seen from the other side. (0 − x and not −x: there is no minus nothing.) */
function turned(figures: Against['figures']): Against['figures'] {
  const turn = (each: Difference | null): Difference | null =>
    each && { ...each, mean: 0 - each.mean, ci95: [0 - each.ci95[1], 0 - each.ci95[0]], verdict: TURNED[each.verdict] };
  return Object.fromEntries(DIFFERENCE_IDS.map((id) => [id, turn(figures[id])])) as Against['figures'];
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
            id === 'cost' ? `${currency} a year` : differenceUnit(id, currency),
            varianceRemoved,
            wordOf(difference),
          ],
        ];
      }),
    ),
  };
}
