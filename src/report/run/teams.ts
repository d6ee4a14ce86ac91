import type { Estimate } from '../../analysis/report.ts';
import { duration, percent } from '../../units/figure.ts';
import type { Cell } from '../grid.ts';
import { figures, type Section, words } from '../section.ts';
import { plainText } from '../text.ts';
import type { Context } from './context.ts';

const share = ({ mean, ci95 }: Estimate) => percent(mean, ci95);

/** Who repairs and decides: how busy they are, and how long one waits for them. */
export function teams({ report }: Context): Section | null {
  const { teams: all = [] } = report;
  if (all.length === 0) return null;
  const rows = all.map(({ name, people, busy, waitSeconds, nobodyFree }): Cell[] => [
    plainText(name),
    people === null ? 'unlimited' : String(people),
    people === null ? '–' : share(busy),
    waitSeconds.mean === null ? '–' : duration(waitSeconds.mean),
    waitSeconds.p95 === null ? '–' : duration(waitSeconds.p95),
    share(nobodyFree),
  ]);
  const columns = [
    words('', { shrinks: true }),
    ...['people', 'busy', 'mean wait', 'p95 wait', 'nobody free'].map((name) => figures(name)),
  ];
  return {
    title: 'Teams',
    table: { columns, rows },
    notes: [
      'Busy: share of their hours in which people are held. Wait: from being asked for until somebody is free. ' +
        'Nobody free: share of all time in which everybody is held, or it is outside their hours.',
    ],
  };
}
