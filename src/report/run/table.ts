import type { Report } from '../../analysis/report.ts';
import { whole } from '../../units/figure.ts';
import { createPaint } from '../paint.ts';
import { drawSection } from '../section.ts';
import { runDetails, titleLines } from '../title.ts';
import { drawHeadline, headline } from './headline.ts';
import { runSections } from './sections.ts';

export interface TableOptions {
  /** Widest line. Default 80; at least 64. */
  readonly columns?: number;
  /** Whether to use ANSI colours. Default false. */
  readonly color?: boolean;
}

const NARROWEST = 64;

/** The report for people at a terminal, the answer first. Ends with a line break. */
export function renderTable(report: Report, options: TableOptions = {}): string {
  const columns = Math.max(NARROWEST, options.columns ?? 80);
  const paint = createPaint(options.color ?? false);
  const blocks = [
    titleLines(report.model.name, runDetails(yearsOf(report), report.run), report.run, columns, paint),
    drawHeadline(headline(report), columns, paint),
    ...runSections({ report, paint }).map((section) => drawSection(section, columns, paint)),
  ];
  return `${blocks.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

export function yearsOf({ run }: Report): string {
  return `${whole(run.years)} ${run.years === 1 ? 'year' : 'years'}`;
}
