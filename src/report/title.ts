import type { RunFigures } from '../analysis/report.ts';
import { runSeconds } from '../units/index.ts';
import type { Paint } from './paint.ts';
import { fit, padEnd, plainText, width } from './text.ts';

export const PARTIAL = 'Partial: the run was ended before it had all it was asked for.';

/** How it was run: what it had, its seed, and how long it took. */
export function runDetails(had: string, { seed, seconds }: RunFigures): string {
  return `${had} · seed ${fit(plainText(seed), 20)} · ${runSeconds(seconds)}`;
}

/** The model's name, and at the right how it was run. */
export function titleLines(
  modelName: string,
  details: string,
  { partial }: RunFigures,
  columns: number,
  paint: Paint,
): string[] {
  const room = Math.max(10, columns - width(details) - 2);
  const name = fit(plainText(modelName), room);
  const lines = [paint.strong(padEnd(name, room)) + `  ${paint.faint(details)}`];
  if (partial) lines.push(paint.unsure(PARTIAL));
  return lines;
}
