import { duration, nines, percent } from '../../units/figure.ts';
import type { Cell } from '../grid.ts';
import { figures, type Section, words } from '../section.ts';
import { plainText } from '../text.ts';
import type { Context } from './context.ts';

const MOST_SERVICES = 12;
const TIERS =
  'Tiers by p95: 1 is back within 15 min and loses 1 min of data, 2 within 1 h and 1 h, 3 within 4 h, 4 within a day.';
const UNSEEN = 'unseen: it was never down in these years, so no tier is known.';

/** Each service by itself, the least available first. */
export function services({ report, isWhole }: Context): Section | null {
  const all = Object.entries(report.services);
  if (all.length < 2) return null;
  const worst = all.toSorted(([, a], [, b]) => b.downtimePerYear.mean - a.downtimePerYear.mean);
  const shown = isWhole === true ? worst : worst.slice(0, MOST_SERVICES);
  const rows = shown.map(([name, { availability, downtimePerYear, recoveryTime, tier }]): Cell[] => [
    plainText(name),
    percent(availability.mean, availability.ci95),
    availability.mean < 1 ? nines(-Math.log10(1 - availability.mean)) : '–',
    duration(downtimePerYear.mean, downtimePerYear.ci95),
    tier === null ? (recoveryTime.count === 0 ? 'unseen' : '–') : String(tier),
  ]);
  const columns = [
    words('', { shrinks: true }),
    figures('availability'),
    figures('nines'),
    figures('down a year'),
    figures('tier'),
  ];
  const more = all.length > shown.length ? [`and ${all.length - shown.length} others, more available than these`] : [];
  return {
    title: 'Services',
    table: { columns, rows },
    notes: [...more, TIERS, ...(shown.some(([, { recoveryTime }]) => recoveryTime.count === 0) ? [UNSEEN] : [])],
  };
}
