import type { SweepReport } from '../../analysis/report.ts';
import { drawSheet, type TableOptions } from '../terminal.ts';
import { sweepSections, yearsOf } from './sections.ts';

const NARROWEST = 72;

/** A sweep for people at a terminal, a line for each point. Ends with a line break. */
export function renderSweep(report: SweepReport, options: TableOptions = {}): string {
  return drawSheet(options, NARROWEST, (paint) => ({
    title: report.model.name,
    had: yearsOf(report),
    run: report.run,
    sections: sweepSections(report, paint, 'screen'),
  }));
}
