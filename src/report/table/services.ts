import { duration, nines, percent } from '../digits.ts';
import { type Cell, grid } from '../grid.ts';
import { plainText } from '../text.ts';
import type { Context } from './context.ts';

const MOST_SERVICES = 12;

/** Each service by itself, the least available first. */
export function services({ report, columns, paint }: Context): string[] {
  const all = Object.entries(report.services);
  if (all.length < 2) return [];
  const worst = all.toSorted(([, a], [, b]) => b.downtimePerYear.mean - a.downtimePerYear.mean);
  const shown = worst.slice(0, MOST_SERVICES);
  const rows: Cell[][] = [
    ['', 'availability', 'nines', 'down a year'].map((text) => ({ text, paint: paint.faint })),
    ...shown.map(([name, { availability, downtimePerYear }]) => [
      plainText(name),
      percent(availability.mean, availability.ci95),
      availability.mean < 1 ? nines(-Math.log10(1 - availability.mean)) : '–',
      duration(downtimePerYear.mean, downtimePerYear.ci95),
    ]),
  ];
  const right = { align: 'right' } as const;
  const more = all.length > shown.length ? [`  and ${all.length - shown.length} others, more available than these`] : [];
  return [paint.strong('Services'), ...grid([{ align: 'left', shrinks: true }, right, right, right], rows, columns), ...more];
}
