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
    ...differences.flatMap(
      ({ from, to, availability, downtimePerYear, recoveryTime, dataLoss, dataLossPerYear, cost, changes }) => {
        const pair = `${from}-${to}`;
        return [
          ...rows(pair, 'availability', availability, 'share'),
          ...rows(pair, 'downtimePerYear', downtimePerYear, 's'),
          ...rows(pair, 'recoveryTime', recoveryTime, 's'),
          ...rows(pair, 'dataLoss', dataLoss, 's'),
          ...rows(pair, 'dataLossPerYear', dataLossPerYear, 's'),
          ...rows(pair, 'cost', cost, models[0].cost.currency),
          ...(changes ?? []).flatMap(({ path, from: before, to: after }): Row[] => [
            [`changes.${pair}`, path, 'from', before],
            [`changes.${pair}`, path, 'to', after],
          ]),
        ];
      },
    ),
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
