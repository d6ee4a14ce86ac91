import type { ExperimentsReport } from '../../analysis/report.ts';
import { whole } from '../../units/figure.ts';
import { drawSheet, type TableOptions } from '../terminal.ts';
import { experimentSections } from './sections.ts';

const NARROWEST = 64;

/** Experiments for people at a terminal. Ends with a line break. */
export function renderExperiments(report: ExperimentsReport, options: TableOptions = {}): string {
  return drawSheet(options, NARROWEST, (paint) => ({
    title: report.model.name,
    had: runsOf(report),
    run: report.run,
    sections: experimentSections(report, paint),
  }));
}

/** Of an experiment that was interrupted there are fewer. */
export function runsOf({ experiments }: ExperimentsReport): string {
  const runs = Math.max(0, ...experiments.map((experiment) => experiment.runs));
  return `${whole(runs)} ${runs === 1 ? 'run' : 'runs'}${experiments.length > 1 ? ' each' : ''}`;
}
