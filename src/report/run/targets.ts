import { formatPercent } from '../../units/index.ts';
import type { Cell } from '../grid.ts';
import { verdictPaint } from '../paint.ts';
import { type Section, words } from '../section.ts';
import { targetName } from '../target-name.ts';
import type { Context } from './context.ts';
import { metAndMissed } from './met-and-missed.ts';
import { foundText, goalText } from './target-text.ts';

/** Each target of the model: asked for, found, verdict, and how many single years keep to it. */
export function targets({ report, paint }: Context): Section | null {
  if (report.targets.length === 0) return null;
  const rows = report.targets.map((target): Cell[] => [
    targetName(target),
    goalText(target, report.cost.currency),
    foundText(target, report),
    { text: target.verdict, paint: verdictPaint(target.verdict, paint) },
    target.yearsMet === null || target.target === 'budget'
      ? ''
      : `kept in ${formatPercent(target.yearsMet, 2)} of years`,
  ]);
  const columns = [words('target'), words('goal'), words('found', { shrinks: true }), words('verdict'), words('years')];
  return { title: 'Targets', table: { columns, rows, isPlain: true }, notes: metAndMissed(report) };
}
