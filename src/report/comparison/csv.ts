import { DIFFERENCE_IDS, differenceUnit } from '../../analysis/differences.ts';
import type { ComparisonReport, Difference, DifferenceDoubt, DoubtRange } from '../../analysis/report.ts';
import { estimate, type Row, writeRows } from '../csv.ts';
import { reportRows } from '../run/csv.ts';

/**
 * A comparison as CSV: each model's own rows, its number before the section (`0.availability`), then the differences
 * (`0-1`).
 */
export function renderComparisonCsv({ models, labels, differences }: ComparisonReport): string {
  return writeRows([
    ...(labels ?? []).map((label, i): Row => [`${i}.model`, '', 'label', label]),
    ...models.flatMap((report, i) => reportRows(report).map(([section, ...rest]): Row => [`${i}.${section}`, ...rest])),
    ...differences.flatMap((each): Row[] => {
      const pair = `${each.from}-${each.to}`;
      return [
        ...DIFFERENCE_IDS.flatMap((id) => rows(pair, id, each[id], differenceUnit(id, models[0].cost.currency))),
        ...rows(pair, 'reliability', each.reliability ?? null, 'share'),
        ...doubtRows(pair, each.doubt, models[0].cost.currency),
        ...(each.changes ?? []).flatMap(({ path, from, to }): Row[] => [
          [`changes.${pair}`, path, 'from', from],
          [`changes.${pair}`, path, 'to', to],
        ]),
      ];
    }),
  ]);
}

function doubtRows(pair: string, doubt: DifferenceDoubt | undefined, currency: string): Row[] {
  if (doubt === undefined) return [];
  const { better, cheaper, worlds, downtimePerYear, cost, inputs } = doubt;
  const section = `doubt.${pair}`;
  const range = (name: string, of: DoubtRange, unit: string) =>
    Object.entries(of).map(([at, value]): Row => [section, name, at, value, null, unit]);
  return [
    [section, '', 'worlds', worlds],
    [section, '', 'better', better, null, 'share'],
    [section, '', 'cheaper', cheaper, null, 'share'],
    ...range('downtimePerYear', downtimePerYear, 's'),
    ...range('cost', cost, currency),
    ...inputs.flatMap(({ parameter, share, decides, worth }): Row[] => [
      [`${section}.input`, parameter, 'share', share, null, 'share'],
      [`${section}.input`, parameter, 'decides', decides, null, 'share'],
      [`${section}.input`, parameter, 'worth', worth, null, currency],
    ]),
  ];
}

function rows(pair: string, name: string, difference: Difference | null, unit: string): Row[] {
  if (difference === null) return [];
  return [
    estimate(`difference.${pair}`, name, 'mean', difference, unit),
    [`difference.${pair}`, name, 'varianceRemoved', difference.varianceRemoved, null, 'share'],
    [`difference.${pair}`, name, 'verdict', difference.verdict],
  ];
}
