import type { ExactMission } from '../../analysis/report-mission.ts';
import type { MissionFigures } from '../../analysis/report.ts';
import { duration, formatDuration, formatNumber, formatPercent, part } from '../../units/index.ts';
import { figureText } from '../figure-text.ts';
import type { Cell } from '../grid.ts';
import { type Section, words } from '../section.ts';
import { plainText } from '../text.ts';
import type { Context } from './context.ts';

const MOST_CAUSES = 4;

/** How it lasts from new. */
export function mission({ report, isWhole }: Pick<Context, 'report' | 'isWhole'>): Section | null {
  const { mission: found } = report;
  if (found === undefined) return null;
  const shown = found.firstCauses.slice(0, isWhole === true ? Infinity : MOST_CAUSES);
  const rows: Cell[][] = [
    ['without an incident', figureText('mission.reliability', report)],
    ['mean time to the first', meanText(found, report)],
    ...(found.exact === undefined ? [] : [['exactly', exactText(found.exact)]]),
    ...shown.map(({ cause, share }, i): Cell[] => [
      i === 0 ? 'it begins with' : '',
      `${plainText(cause)} ${part(share)}`,
    ]),
  ];
  return {
    title: 'Mission',
    aside: `${formatDuration(found.seconds)} from new, ${formatNumber(found.runs)} times`,
    table: { columns: [words(''), words('')], rows, isPlain: true },
  };
}

/** By a Markov chain. */
function exactText({ reliability, meanSecondsToFirstIncident: mean }: ExactMission): string {
  const first = mean === null ? 'it need never go down' : `${formatDuration(mean)} to the first on average`;
  return `${formatPercent(reliability)}; ${first}`;
}

function meanText(
  { meanSecondsToFirstIncident: { mean, ci95 }, followedSeconds }: MissionFigures,
  report: Parameters<typeof figureText>[1],
): string {
  return mean === null
    ? `above ${duration(ci95[0])}: some saw none in ${duration(followedSeconds)}`
    : figureText('mission.meanSecondsToFirstIncident', report);
}
