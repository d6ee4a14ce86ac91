import type { Program } from '../compile/program.ts';
import { WEEK_SECONDS } from '../units/hours.ts';

/*
 * Hours in which a team is asked and works. Time 0 of a history is a Monday at 00:00. Stretches do not overlap; the
 * last of a week may end in the next one.
 */

/** When so many seconds of work are done that begin, or go on, at the given time. 0 seconds: when it can begin. */
export function workEnd({ teamHourOffsets, teamHours }: Program, team: number, from: number, seconds: number): number {
  if (team < 0) return from + seconds;
  const first = teamHourOffsets[team];
  const last = teamHourOffsets[team + 1];
  if (first === last) return from + seconds;
  // Whole weeks at once, so that what is left is in (0, a week's hours].
  const perWeek = openPerWeek(teamHours, first, last);
  const weeks = Math.max(0, Math.ceil(seconds / perWeek) - 1);
  const begins = from + weeks * WEEK_SECONDS;
  let left = seconds - weeks * perWeek;
  for (let base = Math.floor(begins / WEEK_SECONDS) * WEEK_SECONDS - WEEK_SECONDS; ; base += WEEK_SECONDS) {
    for (let i = first; i < last; i += 2) {
      const closes = base + teamHours[i + 1];
      if (closes <= begins) continue;
      const start = Math.max(base + teamHours[i], begins);
      if (left <= closes - start) return start + left;
      left -= closes - start;
    }
  }
}

/** Seconds of a stretch of time that lie within the team's hours. */
export function openSeconds(p: Program, team: number, from: number, to: number): number {
  if (team < 0 || p.teamHourOffsets[team] === p.teamHourOffsets[team + 1]) return to - from;
  return openUpTo(p, team, to) - openUpTo(p, team, from);
}

/** Whether the team is asked and works from then on. */
export function isOpen(p: Program, team: number, at: number): boolean {
  return team < 0 || workEnd(p, team, at, 0) === at;
}

/** When the team next opens or closes, after the given time. */
export function nextEdge({ teamHourOffsets, teamHours }: Program, team: number, after: number): number {
  for (let base = Math.floor(after / WEEK_SECONDS) * WEEK_SECONDS - WEEK_SECONDS; ; base += WEEK_SECONDS)
    for (let i = teamHourOffsets[team]; i < teamHourOffsets[team + 1]; i++)
      if (base + teamHours[i] > after) return base + teamHours[i];
}

/** Since some week long ago. */
function openUpTo({ teamHourOffsets, teamHours }: Program, team: number, time: number): number {
  const first = teamHourOffsets[team];
  const last = teamHourOffsets[team + 1];
  const week = Math.floor(time / WEEK_SECONDS);
  const inWeek = time - week * WEEK_SECONDS;
  const perWeek = openPerWeek(teamHours, first, last);
  const longest = teamHours[last - 1] - teamHours[last - 2];
  // Of the week before, what has not yet closed.
  let sum = week * perWeek - longest + within(inWeek + WEEK_SECONDS - teamHours[last - 2], longest);
  for (let i = first; i < last; i += 2) sum += within(inWeek - teamHours[i], teamHours[i + 1] - teamHours[i]);
  return sum;
}

function within(value: number, most: number): number {
  return Math.min(Math.max(value, 0), most);
}

function openPerWeek(teamHours: Float64Array, first: number, last: number): number {
  let sum = 0;
  for (let i = first; i < last; i += 2) sum += teamHours[i + 1] - teamHours[i];
  return sum;
}
