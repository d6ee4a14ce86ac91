import type { ExperimentsReport } from '../../analysis/report.ts';
import { whole } from '../../units/figure.ts';
import { createPaint } from '../paint.ts';
import type { TableOptions } from '../run/table.ts';
import { drawSection } from '../section.ts';
import { runDetails, titleLines } from '../title.ts';
import { experimentSections } from './sections.ts';

const NARROWEST = 64;

/** Experiments for people at a terminal. Ends with a line break. */
export function renderExperiments(report: ExperimentsReport, options: TableOptions = {}): string {
  const columns = Math.max(NARROWEST, options.columns ?? 80);
  const paint = createPaint(options.color ?? false);
  const blocks = [
    titleLines(report.model.name, runDetails(runsOf(report), report.run), report.run, columns, paint),
    ...experimentSections(report, paint).map((section) => drawSection(section, columns, paint)),
  ];
  return `${blocks.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

/** Of an experiment that was interrupted there are fewer. */
export function runsOf({ experiments }: ExperimentsReport): string {
  const runs = Math.max(0, ...experiments.map((experiment) => experiment.runs));
  return `${whole(runs)} ${runs === 1 ? 'run' : 'runs'}${experiments.length > 1 ? ' each' : ''}`;
}
