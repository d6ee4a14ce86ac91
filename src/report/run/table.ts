import type { Report } from '../../analysis/report.ts';
import { drawSheet, type TableOptions } from '../terminal.ts';
import { yearsOf } from '../years.ts';
import { drawHeadline, headline } from './headline.ts';
import { runSections } from './sections.ts';

const NARROWEST = 64;

/** The report for people at a terminal, the answer first. Ends with a line break. */
export function renderTable(report: Report, options: TableOptions = {}): string {
  return drawSheet(options, NARROWEST, (paint) => ({
    title: report.model.name,
    had: yearsOf(report),
    run: report.run,
    answer: (columns, paint) => drawHeadline(headline(report), columns, paint),
    sections: runSections({ report, paint }),
  }));
}
