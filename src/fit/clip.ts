import type { Period } from './group.ts';
import { type Incident, type ReadLog, wrong } from './log.ts';
import type { Diagnostic } from '../model/diagnostic.ts';

/** Those that begin in the period, and what was left out. */
export function clip(
  { incidents, watched, problems }: ReadLog,
  { from, until }: { readonly from?: number | undefined; readonly until?: number | undefined },
): { readonly incidents: readonly Incident[]; readonly period: Period; readonly problems: readonly Diagnostic[] } {
  const moments = incidents.flatMap(({ start, end, noticed }) => [start, end ?? start, noticed ?? start]);
  const least = (values: readonly number[]) => values.reduce((a, b) => Math.min(a, b), Infinity);
  const period: Period = {
    from: from ?? least(moments),
    until: until ?? -least(moments.map((each) => -each)),
    isFromGiven: from !== undefined,
    isUntilGiven: until !== undefined,
  };
  const isWrong = problems.some(({ severity }) => severity === 'error');
  const found: Diagnostic[] = [];
  if (!isWrong && !(period.from < period.until)) {
    const message =
      incidents.length + watched.length === 0
        ? 'nothing is in it: expected is a line for each incident, and for what nothing happened to one without a start'
        : 'it says nothing of how long it was kept: give --from and --until, such as --from 2023-01-01';
    found.push(wrong(1, 1, '', message));
  }
  const inside = incidents.filter(({ start }) => start >= period.from && start < period.until);
  const lines = incidents.filter((each) => !inside.includes(each)).map(({ line }) => line);
  if (lines.length > 0 && found.length === 0 && !isWrong) {
    const more = lines.length > 10 ? ', …' : '';
    const which = `${lines.length === 1 ? 'line' : 'lines'} ${lines.slice(0, 10).join(', ')}${more}`;
    found.push({
      ...wrong(lines[0], 1, '', `left out, as they begin outside of the period: ${which}`),
      severity: 'warning',
    });
  }
  return { incidents: inside, period, problems: found };
}
