import type { Report } from '../../analysis/report.ts';
import { censoredText } from '../censored.ts';
import { exactLosses } from '../exact.ts';
import type { Cell } from '../grid.ts';
import { riskText } from '../loss.ts';
import { figures, type Section, words } from '../section.ts';
import { stageParts } from '../stages.ts';
import type { Context } from './context.ts';
import {
  losesData,
  lostForGoodText,
  perfectYearsText,
  shareText,
  spreadRows,
  STATISTICS,
  withinTargetText,
} from './spread.ts';

/**
 * Distributions of a year's downtime, an incident's length and its data loss, on one grid; and where the length goes.
 */
export function times({ report }: Context): Section {
  const { recoveryTime } = report;
  const rows = spreadRows(report).map(({ label, cells }): Cell[] => [label, ...cells]);
  const columns = [words('', { shrinks: true }), ...STATISTICS.map((name) => figures(name))];
  const stages = stageParts(recoveryTime);
  // That a repair takes its time goes without saying; that nothing but detection does has to be said.
  const isRepairAlone = stages.length === 1 && (recoveryTime.stages?.repair ?? 0) > 0.5 * (recoveryTime.mean ?? 0);
  const where = stages.length > 0 && !isRepairAlone ? [`Mean recovery: ${stages.join(' · ')}.`] : [];
  return {
    title: 'Times',
    table: { columns, rows },
    notes: [...where, ...censoredText(recoveryTime), remarks(report).join(' ')],
  };
}

function remarks(report: Report): string[] {
  const { dataLoss, services } = report;
  const notes = [perfectYearsText(report)];
  const within = withinTargetText(report, 'rto');
  if (within !== null) notes.push(within);
  if (losesData(report) && dataLoss.zero !== null)
    notes.push(`${shareText(dataLoss.zero)} of ${within === null ? 'incidents' : 'them'} lose no data.`);
  notes.push(...[lostForGoodText(report), exactLosses(report), riskText(report)].filter((text) => text !== null));
  const [only, ...others] = Object.values(services);
  // Several have a table of their own; what was never down has shown nothing.
  if (only !== undefined && others.length === 0 && only.recoveryTime.count > 0)
    notes.push(
      only.tier === null
        ? 'By its p95 it reaches no service tier.'
        : `By its p95 it reaches service tier ${only.tier}.`,
    );
  return notes;
}
