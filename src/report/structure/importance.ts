import type { ImportanceFigures } from '../../analysis/report-structure.ts';
import { duration, number, part, SECONDS_PER_YEAR } from '../../units/index.ts';
import type { Cell } from '../grid.ts';
import { figures, type Section, words } from '../section.ts';
import { plainText } from '../text.ts';

const MOST_ROWS = 8;

/**
 * What each domain, member and shock means to the whole, by the structure alone; empty where there is nothing to say.
 */
export function importanceSection(importance: readonly ImportanceFigures[]): Section[] {
  if (importance.length === 0) return [];
  const rows = importance
    .slice(0, MOST_ROWS)
    .map((each): Cell[] => [
      plainText(each.element),
      duration(each.unavailability * SECONDS_PER_YEAR, null),
      number(each.birnbaum),
      part(each.criticality),
      number(each.riskAchievementWorth),
      each.riskReductionWorth === null ? '∞' : number(each.riskReductionWorth),
    ]);
  const more = importance.length - MOST_ROWS;
  return [
    {
      title: 'Importance',
      aside: 'by the structure, once all failovers are done',
      table: {
        columns: [
          words('element', { shrinks: true }),
          figures('down', { longName: 'down a year' }),
          figures('decides', { longName: 'decides (Birnbaum)' }),
          figures('share', { longName: 'share (criticality)' }),
          figures('if down', { longName: 'if down: times as much (RAW)' }),
          figures('if never', { longName: 'if never down: times less (RRW)' }),
        ],
        rows,
      },
      notes: [
        ...(more > 0
          ? [`And ${more} more that matter no more. Of members that are alike the first stands for all.`]
          : []),
        'Decides: the chance that the rest leaves it to this one (Birnbaum). Share: of ' +
          'the downtime in which it is critical; several can be at a time. If down: times ' +
          'as much downtime (RAW). If never: times less (RRW).',
      ],
    },
  ];
}
