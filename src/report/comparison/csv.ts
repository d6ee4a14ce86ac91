import { DIFFERENCE_IDS, differenceUnit } from '../../analysis/differences.ts';
import type { ComparisonReport, Difference } from '../../analysis/report.ts';
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
        ...(each.changes ?? []).flatMap(({ path, from, to }): Row[] => [
          [`changes.${pair}`, path, 'from', from],
          [`changes.${pair}`, path, 'to', to],
        ]),
      ];
    }),
  ]);
}

function rows(pair: string, name: string, difference: Difference | null, unit: string): Row[] {
  if (difference === null) return [];
  return [
    estimate(`difference.${pair}`, name, 'mean', difference, unit),
    [`difference.${pair}`, name, 'varianceRemoved', difference.varianceRemoved, null, 'share'],
    [`difference.${pair}`, name, 'verdict', difference.verdict],
  ];
}
