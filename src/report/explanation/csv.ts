import type { Explanation, SensitivityEnd } from '../../analysis/report-explanation.ts';
import { estimate, type Row, writeRows } from '../csv.ts';
import { reportRows } from '../run/csv.ts';
import { cutRows, importanceRows } from '../structure/rows.ts';

const SHARE = 'share';

/** An explanation as CSV: the report's own rows, then what explains them. */
export function renderExplanationCsv({
  report,
  singlePoints,
  cutSets,
  importance,
  gap,
  sensitivity,
  patterns,
}: Explanation): string {
  return writeRows([
    ...reportRows(report),
    ...cutRows(singlePoints, cutSets),
    ...importanceRows(importance),
    ...gap.steps.flatMap(({ step, availability, downtimePerYear, added, absent }): Row[] => [
      estimate('gap', step, 'availability', availability, SHARE),
      estimate('gap', step, 'downtimePerYear', downtimePerYear, 's'),
      ...(added === null ? [] : [estimate('gap', step, 'added', added, 's')]),
      ['gap', step, 'absent', absent],
    ]),
    ...(sensitivity === null
      ? []
      : [
          ...(['factor', 'years', 'asked'] as const).map((name): Row => ['sensitivity', '', name, sensitivity[name]]),
          ...sensitivity.inputs.flatMap(({ name, kind, value, unit, low, high }): Row[] => [
            ['sensitivity', name, 'kind', kind],
            ['sensitivity', name, 'value', value, null, unit],
            ...endRows(name, 'low', low, unit, report.cost.currency),
            ...endRows(name, 'high', high, unit, report.cost.currency),
          ]),
        ]),
    ...(patterns?.effects ?? []).flatMap((effect): Row[] => {
      const name = effect.on === null ? effect.id : `${effect.id}/${effect.on}`;
      return [
        ['pattern', name, 'years', effect.years],
        ['pattern', name, 'rough', effect.rough],
        ['pattern', name, 'nines', effect.nines],
        estimate('pattern', name, 'downtimePerYear', effect.downtimePerYear, 's'),
        ['pattern', name, 'downtimePerYear.verdict', effect.downtimePerYear.verdict],
        estimate('pattern', name, 'cost', effect.cost, report.cost.currency),
        ['pattern', name, 'cost.verdict', effect.cost.verdict],
        ['pattern', name, 'runningCostPerYear', effect.runningCostPerYear, null, report.cost.currency],
      ];
    }),
  ]);
}

function endRows(
  name: string,
  end: 'low' | 'high',
  { value, downtimePerYear, cost }: SensitivityEnd,
  unit: string,
  currency: string,
): Row[] {
  return [
    ['sensitivity', name, `${end}.value`, value, null, unit],
    estimate('sensitivity', name, `${end}.downtimePerYear`, downtimePerYear, 's'),
    ['sensitivity', name, `${end}.downtimePerYear.verdict`, downtimePerYear.verdict],
    estimate('sensitivity', name, `${end}.cost`, cost, currency),
    ['sensitivity', name, `${end}.cost.verdict`, cost.verdict],
  ];
}
