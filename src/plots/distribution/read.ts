import { duration } from '../../units/figure.ts';
import { formatDuration } from '../../units/format.ts';
import { places } from '../data/places.ts';
import type { Column, Table } from '../data/table.ts';
import { shareText } from '../data/text.ts';
import type { Stop } from '../frame/types.ts';
import { shareAt } from './layout.ts';
import type { Distribution, Line } from './types.ts';

/** What of the shown lines is worth a stop: zero, the bins' edges, the rule. */
function stopTimes({ lines, rule }: Distribution, most?: number): readonly number[] {
  const edges = places(
    lines.map(({ ecdf }) => ecdf.x),
    most,
  );
  const zero = lines.some(({ ecdf }) => ecdf.zero > 0) ? [0] : [];
  const times = new Set([...zero, ...edges, ...(rule === null ? [] : [rule.at])]);
  return [...times].sort((a, b) => a - b);
}

/** What the read-out says at each stop. */
export function stopsOf(
  spec: Distribution,
  say: (time: string, shares: string, seconds: number) => string,
): readonly Stop[] {
  const shown = spec.lines.filter(({ key }) => !spec.hidden.has(key));
  // Written when it is read: a report comes ten times a second, and one stop of a hundred is looked at.
  return stopTimes(spec).map((seconds) => ({
    key: seconds,
    get text() {
      const shares = shown.map(
        (line) => (spec.lines.length === 1 ? '' : `${line.label} `) + shareText(value(spec, line, seconds)),
      );
      return say(seconds === spec.rule?.at ? formatDuration(seconds) : duration(seconds), shares.join(' · '), seconds);
    },
  }));
}

/** A column for each line, a row for each stop at which something is not as before and after; or for each edge. */
export function tableOf(spec: Distribution, timeLabel: string, shareLabel: string, most?: number): Table {
  const share = (line: Line): Column => ({
    label: spec.lines.length === 1 ? shareLabel : line.label,
    format: shareText,
  });
  const rows = stopTimes(spec, most).map((seconds) => [
    seconds,
    ...spec.lines.map((line) => value(spec, line, seconds)),
  ]);
  return {
    columns: [{ label: timeLabel, unit: 's', format: (value) => duration(value) }, ...spec.lines.map(share)],
    rows: most === undefined ? rows.filter((row, i) => row[0] === spec.rule?.at || !isAmongAlike(rows, i)) : rows,
  };
}

/** Whether the rows before and after read the same but for their times: a dozen of them would say nothing. */
function isAmongAlike(rows: readonly (readonly number[])[], i: number): boolean {
  const shares = (at: number) => rows[at].slice(1).map(shareText).join(' ');
  return i > 0 && i + 1 < rows.length && shares(i - 1) === shares(i) && shares(i + 1) === shares(i);
}

/** At the rule the first line's share may be known exactly. */
function value(spec: Distribution, line: Line, seconds: number): number {
  const exact =
    spec.rule !== null && spec.rule.at === seconds && line.key === spec.lines[0].key ? spec.rule.share : null;
  return exact ?? shareAt(spec, line.ecdf, seconds);
}
