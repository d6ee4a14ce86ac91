import type { Report } from '../../analysis/report.ts';
import { createPaint } from '../paint.ts';
import type { Context } from './context.ts';
import { cost } from './cost.ts';
import { headline, title } from './headline.ts';
import { incidents } from './incidents.ts';
import { services } from './services.ts';
import { targets } from './targets.ts';
import { times } from './times.ts';

export interface TableOptions {
  /** Widest line. Default 80; at least 64. */
  readonly columns?: number;
  /** Whether to use ANSI colours. Default false. */
  readonly color?: boolean;
}

const NARROWEST = 64;
const SECTIONS = [title, headline, targets, times, incidents, services, cost];

/** The report for people at a terminal, the answer first. Ends with a line break. */
export function renderTable(report: Report, options: TableOptions = {}): string {
  const context: Context = {
    report,
    columns: Math.max(NARROWEST, options.columns ?? 80),
    paint: createPaint(options.color ?? false),
  };
  const sections = SECTIONS.map((section) => section(context)).filter((lines) => lines.length > 0);
  return `${sections.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}
