/*
 * Hours of a week, as people write them: `Mon-Fri 09:00-17:00`. A simulated week begins on Monday at 00:00, at time 0
 * of a history; there are no holidays, no time zones and no daylight saving time.
 */

const DAY_NAMES = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] as const;
export const DAY_SECONDS = 86_400;
export const WEEK_SECONDS = 7 * DAY_SECONDS;
const ALWAYS = /^(?:24\s*[x/]\s*7|always|around the clock)$/i;
const DAY = String.raw`[A-Za-z]{3,9}`;
const CLOCK = String.raw`\d{1,2}(?::\d{2})?`;
const CLOCK_ALONE = new RegExp(`^${CLOCK}$`);
const SPAN = new RegExp(String.raw`^(?:(${DAY})(?:\s*[-–]\s*(${DAY}))?\s+)?(${CLOCK})\s*[-–]\s*(${CLOCK})$`);

/**
 * Stretches of a week, in seconds since Monday 00:00: opens, closes, opens, closes, … in order, none touching the
 * next. The last may close after the week's end, in the next one.
 */
export type Hours = readonly number[];

/**
 * @param texts such as `Mon-Fri 09:00-17:00`, `Sat 10:00-14:00`, `22:00-06:00` (every day, over midnight), `24x7`
 * @returns the stretches together; null where one of them says no hours. All week long: one stretch from 0 to the end.
 *   Hours that never come (`09:00-09:00`): none
 */
export function readHours(texts: readonly string[]): Hours | null {
  const stretches: [from: number, until: number][] = [];
  for (const text of texts.flatMap((each) => each.split(','))) {
    const read = readStretches(text.trim());
    if (read === null) return null;
    stretches.push(...read);
  }
  return joined(stretches);
}

function readStretches(text: string): [number, number][] | null {
  if (ALWAYS.test(text)) return [[0, WEEK_SECONDS]];
  const found = SPAN.exec(text);
  if (found === null) return null;
  const first = found[1] === undefined ? 0 : dayOf(found[1]);
  const last = found[1] === undefined ? 6 : found[2] === undefined ? first : dayOf(found[2]);
  const [from, until] = [clockSeconds(found[3]), clockSeconds(found[4])];
  if (first < 0 || last < 0 || from === null || until === null) return null;
  // Over midnight, as in 22:00-06:00.
  const end = until < from ? until + DAY_SECONDS : until;
  const days = ((last - first + 7) % 7) + 1;
  return Array.from({ length: days }, (_, i) => {
    const day = ((first + i) % 7) * DAY_SECONDS;
    return [day + from, day + end];
  });
}

function dayOf(word: string): number {
  return DAY_NAMES.findIndex((day) => day.toLowerCase() === word.slice(0, 3).toLowerCase());
}

/** Of `9`, `09:00`, `24:00`; null where there is no such time. */
export function clockSeconds(text: string): number | null {
  if (!CLOCK_ALONE.test(text)) return null;
  const [hours, minutes = 0] = text.split(':').map(Number);
  const seconds = hours * 3600 + minutes * 60;
  return minutes < 60 && seconds <= DAY_SECONDS ? seconds : null;
}

/** Those that touch or overlap as one; what passes the week's end and meets its beginning, too. */
function joined(stretches: readonly (readonly [number, number])[]): number[] {
  const sorted = stretches.filter(([from, until]) => until > from).toSorted((a, b) => a[0] - b[0]);
  const edges: number[] = [];
  for (const [from, until] of sorted) {
    if (edges.length > 0 && from <= edges[edges.length - 1]) edges.push(Math.max(edges.pop()!, until));
    else edges.push(from, until);
  }
  // What is left of the last stretch in the next week swallows what it meets there.
  while (edges.length > 2 && edges[edges.length - 1] >= WEEK_SECONDS + edges[0]) {
    const [, closes] = edges.splice(0, 2);
    edges.push(Math.max(edges.pop()!, WEEK_SECONDS + closes));
  }
  return edges.length > 0 && edges[edges.length - 1] - edges[0] >= WEEK_SECONDS ? [0, WEEK_SECONDS] : edges;
}

/** Share of a week; 1 around the clock. */
export function openShare(hours: Hours | null): number {
  return hours === null ? 1 : hours.reduce((sum, edge, i) => sum + (i % 2 === 0 ? -edge : edge), 0) / WEEK_SECONDS;
}

/** Seconds of the longest stretch that is none of the hours. */
export function longestClosed(hours: Hours | null): number {
  if (hours === null) return 0;
  const opens = hours.filter((_, i) => i % 2 === 0);
  return Math.max(...opens.map((_, i) => (opens[i + 1] ?? opens[0] + WEEK_SECONDS) - hours[2 * i + 1]));
}

/** As `readHours` reads them: one text a stretch, days with the same hours together. */
export function writeHours(hours: Hours): string[] {
  if (hours[1] - hours[0] === WEEK_SECONDS) return ['24x7'];
  const days: { readonly day: number; readonly span: string }[] = [];
  for (let i = 0; i < hours.length; i += 2) {
    // A stretch of more than a day is written day by day.
    for (let from = hours[i]; from < hours[i + 1];) {
      const day = Math.floor(from / DAY_SECONDS);
      const isWithinADay = hours[i + 1] - from < DAY_SECONDS;
      const until = isWithinADay ? hours[i + 1] : Math.min(hours[i + 1], (day + 1) * DAY_SECONDS);
      const end = until - day * DAY_SECONDS;
      days.push({
        day: day % 7,
        span: `${clock(from - day * DAY_SECONDS)}-${clock(end > DAY_SECONDS ? end - DAY_SECONDS : end)}`,
      });
      from = until;
    }
  }
  const texts: string[] = [];
  for (const span of new Set(days.map((each) => each.span))) {
    const on = days
      .filter((each) => each.span === span)
      .map((each) => each.day)
      .toSorted((a, b) => a - b);
    for (let i = 0; i < on.length;) {
      let last = i;
      while (last + 1 < on.length && on[last + 1] === on[last] + 1) last++;
      const name = DAY_NAMES[on[i]] + (last > i ? `-${DAY_NAMES[on[last]]}` : '');
      texts.push(`${name} ${span}`);
      i = last + 1;
    }
  }
  return texts;
}

export function clock(seconds: number): string {
  const minutes = Math.round(seconds / 60);
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}
