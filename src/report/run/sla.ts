import type { Report, SlaFigures, WindowFigures } from '../../analysis/report.ts';
import { duration, formatDuration, formatPercent } from '../../units/index.ts';
import { figureText } from '../figure-text.ts';
import type { Cell } from '../grid.ts';
import { type Section, words } from '../section.ts';
import type { Context } from './context.ts';

/** What is promised to users: windows, credits, the error budget; and what the SLA counts otherwise. */
export function sla({ report }: Pick<Context, 'report'>): Section | null {
  const { windows, sla: own } = report;
  if (windows === undefined && own === undefined) return null;
  const rows = windows === undefined ? [] : windowRows(windows, report);
  return {
    title: 'Promise',
    aside: windows === undefined ? '' : `${formatPercent(windows.promise)} in each ${windows.window}`,
    ...(rows.length === 0 ? {} : { table: { columns: [words(''), words('')], rows, isPlain: true } }),
    notes: own === undefined ? [] : [apart(own, report)],
  };
}

function windowRows({ window, budgetSeconds, budgetLeft, creditsPerYear }: WindowFigures, report: Report): Cell[][] {
  const { p5, p50, p95 } = budgetLeft;
  const left = (share: number | null) => (share === null ? '–' : budgetText(share));
  return [
    [`${window}s broken`, figureText('windows.broken', report)],
    [`years with a broken ${window}`, figureText('windows.yearsWithBroken', report)],
    ...(creditsPerYear.ci95[1] > 0 ? [['credits a year', figureText('windows.creditsPerYear', report)]] : []),
    ...(budgetSeconds > 0
      ? [[`budget left of ${duration(budgetSeconds)}`, `p5 ${left(p5)}, p50 ${left(p50)}, p95 ${left(p95)}`]]
      : []),
  ];
}

/** Two digits; what is overspent is negative. */
function budgetText(share: number): string {
  return share < 0 ? `−${formatPercent(-share, 2)}` : formatPercent(share, 2);
}

function apart({ toleratesSeconds, excludes }: SlaFigures, report: Report): string {
  const out = [
    ...(toleratesSeconds > 0 ? [`what is over within ${formatDuration(toleratesSeconds)}`] : []),
    ...excludes,
  ].join(' and ');
  return (
    `The SLA leaves out ${out}: ${figureText('sla.availability', report)}, ` +
    `${figureText('sla.downtimePerYear', report)} down a year in ${figureText('sla.incidentsPerYear', report)} ` +
    'incidents; the availability above counts all.'
  );
}
