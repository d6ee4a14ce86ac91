import type { Estimate, TeamFigures } from '../../analysis/report.ts';
import { duration, percent } from '../../units/figure.ts';
import { figures, type Section, words } from '../section.ts';
import { plainText } from '../text.ts';
import type { Context } from './context.ts';

const share = ({ mean, ci95 }: Estimate) => percent(mean, ci95);

/** What is said of each team: by terminal, documents and the page. */
export const TEAM_COLUMNS: readonly { readonly name: string; readonly cell: (team: TeamFigures) => string }[] = [
  { name: 'people', cell: ({ people }) => (people === null ? 'unlimited' : String(people)) },
  { name: 'busy', cell: ({ people, busy }) => (people === null ? '–' : share(busy)) },
  { name: 'mean wait', cell: ({ waitSeconds: { mean } }) => (mean === null ? '–' : duration(mean)) },
  { name: 'p95 wait', cell: ({ waitSeconds: { p95 } }) => (p95 === null ? '–' : duration(p95)) },
  { name: 'nobody free', cell: ({ nobodyFree }) => share(nobodyFree) },
];

export const TEAM_NOTE =
  'Busy: share of their hours in which people are held. Wait: from being asked for until somebody is free. ' +
  'Nobody free: share of all time in which everybody is held, or it is outside their hours.';

/** Who repairs and decides: how busy they are, and how long one waits for them. */
export function teams({ report }: Context): Section | null {
  const { teams: all = [] } = report;
  if (all.length === 0) return null;
  const rows = all.map((team) => [plainText(team.name), ...TEAM_COLUMNS.map(({ cell }) => cell(team))]);
  const columns = [words('', { shrinks: true }), ...TEAM_COLUMNS.map(({ name }) => figures(name))];
  return { title: 'Teams', table: { columns, rows }, notes: [TEAM_NOTE] };
}
