import type { Explanation, PatternEffect } from '../../analysis/report-explanation.ts';
import type { Difference } from '../../analysis/report.ts';
import { change, changeRange, moneyScale, type Scale, TIME_SCALE, whole } from '../../units/index.ts';
import type { Cell } from '../grid.ts';
import type { Paint } from '../paint.ts';
import { figures, type Section, words } from '../section.ts';
import { plainText } from '../text.ts';

const MOST_ROWS = 15;

/** What each pattern that fits would buy, the best first. */
export function patternSections({ patterns, report }: Explanation, paint: Paint): Section[] {
  if (patterns === undefined) return [];
  const title = 'What would help';
  if (patterns.asked === 0) return [{ title, notes: ['No pattern of the catalogue fits this model.'] }];
  const shown = patterns.effects.slice(0, MOST_ROWS);
  const money = moneyScale(report.cost.currency);
  const interval = (of: Difference, scale: Scale): string => changeRange(of.mean, of.ci95, scale);
  const rows = shown.map((effect): Cell[] => [
    `${effect.title}${effect.on === null ? '' : `: ${plainText(effect.on)}`}${effect.rough ? ' (rough)' : ''}`,
    ninesGained(effect),
    difference(effect.downtimePerYear, TIME_SCALE, paint),
    interval(effect.downtimePerYear, TIME_SCALE),
    change(effect.runningCostPerYear, [effect.runningCostPerYear, effect.runningCostPerYear], money),
    difference(effect.cost, money, paint),
    interval(effect.cost, money),
  ]);
  const detail = (name: string) => words(`${name}, 95% interval`, { only: 'document' });
  return [
    {
      title,
      aside: 'patterns that fit, each alone, against the model as it is',
      table: {
        columns: [
          words('pattern', { shrinks: true }),
          figures('nines'),
          figures('down a year'),
          detail('down a year'),
          figures('to run'),
          figures('in all'),
          detail('in all'),
        ],
        rows,
      },
      notes: notes(patterns, shown.length),
    },
  ];
}

/** To a tenth; none where that is nothing, or where no difference is shown. */
export function ninesGained({ nines, downtimePerYear }: Pick<PatternEffect, 'nines' | 'downtimePerYear'>): string {
  if (nines === null || downtimePerYear.verdict === 'undecided' || Math.abs(nines) < 0.05) return '–';
  return `${nines < 0 ? '−' : '+'}${Math.abs(nines).toFixed(1)}`;
}

function difference({ mean, ci95, verdict }: Difference, scale: Scale, paint: Paint): Cell {
  const text = change(mean, ci95, scale);
  return verdict === 'undecided' ? { text: `(${text})`, paint: paint.faint } : text;
}

function notes({ years, asked, leftOut, effects }: NonNullable<Explanation['patterns']>, shown: number): string[] {
  return [
    `Each in ${whole(years)} years that it shares with the model as it is; in parentheses: no difference is shown. ` +
      'In all is what it costs to run and what outages and lost data are expected to cost.',
    ...(effects.length > shown ? [`And ${effects.length - shown} with smaller effects.`] : []),
    ...(leftOut > 0 ? [`${leftOut} more fit and were not tried.`] : []),
    ...(effects.length < asked ? [`The run was ended with ${effects.length} of ${asked}.`] : []),
    ...(effects.some(({ rough }) => rough) ? ['Rough ones have had a part of their years.'] : []),
  ];
}
