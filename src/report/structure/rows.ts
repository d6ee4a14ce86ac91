import type { CutSet, ImportanceFigures, SinglePoint } from '../../analysis/report-structure.ts';
import type { Row } from '../csv.ts';

const SHARE = 'share';

/** In the order of their rows. A figure that importance gains has to be given its unit here. */
const IMPORTANCE_UNITS = {
  unavailability: SHARE,
  birnbaum: SHARE,
  criticality: SHARE,
  riskAchievementWorth: undefined,
  riskReductionWorth: undefined,
} as const satisfies Readonly<Record<Exclude<keyof ImportanceFigures, 'element' | 'kind'>, string | undefined>>;

/** What takes the entry down by itself, and together with others. */
export function cutRows(singlePoints: readonly SinglePoint[], cutSets: readonly CutSet[]): Row[] {
  return [
    ...singlePoints.flatMap(({ cause, kind, unavailability, downtimePerYear, proved }): Row[] => [
      ['singlePoint', cause, 'kind', kind],
      ['singlePoint', cause, 'proved', proved],
      ['singlePoint', cause, 'unavailability', unavailability, null, SHARE],
      ['singlePoint', cause, 'downtimePerYear', downtimePerYear, null, 's'],
    ]),
    ...cutSets.map(({ causes, unavailability }): Row => [
      ...(['cutSet', causes.join(' + '), 'unavailability'] as const),
      ...([unavailability, null, SHARE] as const),
    ]),
  ];
}

export function importanceRows(importance: readonly ImportanceFigures[]): Row[] {
  return importance.flatMap((each): Row[] => [
    ['importance', each.element, 'kind', each.kind],
    ...(Object.keys(IMPORTANCE_UNITS) as (keyof typeof IMPORTANCE_UNITS)[]).map((figure): Row => [
      'importance',
      each.element,
      figure,
      each[figure],
      null,
      IMPORTANCE_UNITS[figure],
    ]),
  ]);
}
