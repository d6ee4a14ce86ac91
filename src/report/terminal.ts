import type { RunFigures } from '../analysis/report.ts';
import { createPaint, type Paint } from './paint.ts';
import { drawSection, type Section } from './section.ts';
import { runDetails, titleLines } from './title.ts';

export interface TableOptions {
  /** Widest line. Default 80; at least 64, or 72 for what has more columns. */
  readonly columns?: number;
  /** Whether to use ANSI colours. Default false. */
  readonly color?: boolean;
}

/** What stands in a report for people at a terminal, from its first line down. */
interface Sheet {
  readonly title: string;
  /** How much it rests on: `1,000 years`. */
  readonly had: string;
  readonly run: RunFigures;
  /** The answer, ahead of all sections. */
  readonly answer?: (columns: number, paint: Paint) => string[];
  readonly sections: readonly Section[];
}

/** Draws a sheet, with a blank line between its blocks. Ends with a line break. */
export function drawSheet(
  { columns = 80, color = false }: TableOptions,
  narrowest: number,
  sheet: (paint: Paint) => Sheet,
): string {
  const [width, paint] = [Math.max(narrowest, columns), createPaint(color)];
  const { title, had, run, answer, sections } = sheet(paint);
  return drawBlocks([
    titleLines(title, runDetails(had, run), run, width, paint),
    ...(answer === undefined ? [] : [answer(width, paint)]),
    ...sections.map((section) => drawSection(section, width, paint)),
  ]);
}

/** Lines block by block, with a blank line between. Ends with a line break. */
export function drawBlocks(blocks: readonly (readonly string[])[]): string {
  return `${blocks.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}
