import { type FigureKey, REPORT_FIGURES } from '../analysis/report-figures.ts';
import type { Report } from '../analysis/report.ts';
import { textOf } from './figure.ts';

/** A figure of a report for people, with as many digits as its interval supports. */
export function figureText(key: FigureKey, report: Report): string {
  return textOf(REPORT_FIGURES[key], report, report.cost.currency);
}

export function figureName(key: FigureKey): string {
  return REPORT_FIGURES[key].name;
}
