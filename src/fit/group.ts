import { type BetweenFigures, fitBetween } from './between.ts';
import { type DurationFigures, fitDurations } from './durations.ts';
import type { Waited } from './laws.ts';
import { type Incident, wrong } from './log.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import { type RateFigures, rateFigures } from './rate.ts';
import { testTrend, type Trend } from './trend.ts';

/** When the log was kept, seconds since 1970. */
export interface Period {
  readonly from: number;
  readonly until: number;
  /** What was not said: then the first incident begins it, and the last moment that the log knows ends it. */
  readonly isFromGiven: boolean;
  readonly isUntilGiven: boolean;
}

/** One cause of one service. */
export interface GroupFigures {
  readonly service: string;
  readonly cause: string;
  /** How many of it there are: all figures are of one. */
  readonly members: number;
  /** Those that count for the rate. */
  readonly incidents: number;
  /** Seconds in which one of its members could fail, all of them together; and in which it was down. */
  readonly upSeconds: number;
  readonly downSeconds: number;
  readonly mtbf: RateFigures;
  /** null: too few. */
  readonly trend: Trend | null;
  /** null: too few, or it has several members, whose times cannot be told apart. */
  readonly between: BetweenFigures | null;
  readonly durations: DurationFigures;
  /** From start to noticed; null where the log never says. */
  readonly detection: DurationFigures | null;
}

/** @param incidents of one service and cause, in the order of their beginnings, all of which lie in the period */
export function fitGroup(
  { service, cause }: Pick<GroupFigures, 'service' | 'cause'>,
  incidents: readonly Incident[],
  members: number,
  period: Period,
): GroupFigures {
  const { from, until, isFromGiven, isUntilGiven } = period;
  // Where the first incident begins the period it tells how long it was, and nothing of how often.
  const counted = incidents.filter(({ start }) => isFromGiven || start > from);
  const last = incidents.at(-1);
  const endsWithLast = !isUntilGiven && counted.length > 0 && (last?.end ?? last?.start) === until;
  const durations = incidents.map((each) => lengthOf(each, until));
  const downSeconds = durations.reduce((sum, { seconds }) => sum + seconds, 0);
  const upSeconds = members * (until - from) - downSeconds;
  const detected = incidents.flatMap(({ start, noticed }) => (noticed === null ? [] : [noticed - start]));
  const atOnce = detected.length > 0 && detected.some((seconds) => seconds > 0);
  return {
    ...{ service, cause, members, incidents: counted.length, upSeconds, downSeconds },
    mtbf: rateFigures(counted.length, upSeconds, endsWithLast),
    trend: testTrend(
      counted.map(({ start }) => start - from),
      until - from,
      endsWithLast,
    ),
    between: members === 1 ? fitBetween(gapsOf(incidents, until)) : null,
    durations: fitDurations(durations.filter(({ seconds }) => seconds > 0)),
    detection: atOnce
      ? fitDurations(detected.filter((seconds) => seconds > 0).map((seconds) => ({ seconds, isOpen: false })))
      : null,
  };
}

function lengthOf({ start, end }: Incident, until: number): Waited {
  return end === null || end > until
    ? { seconds: until - start, isOpen: true }
    : { seconds: end - start, isOpen: false };
}

/** Whole ones from an end to the next beginning; the last is open. What lies before the first has no age. */
function gapsOf(incidents: readonly Incident[], until: number): Waited[] {
  return incidents.flatMap(({ end }, i): Waited[] => {
    if (end === null || end >= until) return [];
    const next = incidents.at(i + 1);
    return i + 1 < incidents.length
      ? [{ seconds: next!.start - end, isOpen: false }]
      : [{ seconds: until - end, isOpen: true }];
  });
}

/** What cannot be of one thing that is up or down: more at one time than there are members. */
export function overlapping(incidents: readonly Incident[], members: number): Diagnostic[] {
  const open: Incident[] = [];
  return incidents.flatMap((each) => {
    const still = open.filter(({ end }) => end === null || end >= each.start);
    open.splice(0, open.length, ...still, each);
    if (open.length <= members) return [];
    const { service, cause, line } = still[0];
    const who = `${cause} of ${service}`;
    const others = members === 1 ? `that of line ${line} (${who}) is` : `${members} others (${who}) are`;
    const way = `make one of them, or say how many there are with --members ${service}=${members + 1}`;
    return [wrong(each.line, 1, 'start', `it begins while ${others} not over: ${way}`)];
  });
}
