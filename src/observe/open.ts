import type { Program } from '../compile/program.ts';
import { PHASE } from './names.ts';
import { views } from './views.ts';

/**
 * What is open in the history under way, and of it what is not counted yet: all that a snapshot has to take. One
 * literal, as its fields are read all the time; times and seconds are doubles from the first moment on, for the
 * compiler's sake.
 */
export function createOpen({ services, teams }: Program['counts']) {
  return views((next) => ({
    /** Time up to which the entry's downtime is booked. */
    booked: NaN,
    /** Start of the open incident; NaN while the entry is not down. */
    incidentStart: NaN,
    /** Of the failure that began it. */
    incidentCause: 0,
    /** Seconds of writes lost in it; Infinity: for good. */
    incidentLoss: NaN,
    /** Where what began it stood, −1 outside all domains; how many failures it took. */
    incidentPlace: -1,
    incidentFailures: 0,
    /** Stage that it is in, of `PHASE`, and since when; −1 until its first instant is over. */
    phase: -1,
    phaseSince: NaN,
    /** How many services are down by themselves, and since when that is not booked. */
    blamedCount: 0,
    blameSince: NaN,
    /**
     * [service] since when down, within the observed years; up to when that is booked; seconds of writes lost since
     * then.
     */
    downSince: next(services),
    downBooked: next(services),
    outageLoss: next(services),
    /** [i < blamedCount] services that are down by themselves in the open incident. */
    blamed: next(services),
    /** [team] up to when its people's time is booked. */
    teamBooked: next(teams),
    /** [PHASE] seconds of the open incident in each stage. */
    phaseSeconds: next(PHASE.phases),
  }));
}

export type Open = ReturnType<typeof createOpen>;
type Scalar = { [K in keyof Open]: Open[K] extends number ? K : never }[keyof Open];

/** Every scalar, so that none is forgotten when they are saved, with what it is while nothing is open. */
const CLOSED: Readonly<Record<Scalar, number>> = {
  booked: 0,
  incidentStart: NaN,
  incidentCause: 0,
  incidentLoss: 0,
  incidentPlace: -1,
  incidentFailures: 0,
  phase: -1,
  phaseSince: NaN,
  blamedCount: 0,
  blameSince: NaN,
};
const SCALARS = Object.keys(CLOSED) as Scalar[];

/** Nothing is open. */
export function closeAll(open: Open): void {
  open.numbers.fill(0);
  for (const name of SCALARS) open[name] = CLOSED[name];
}

/** Numbers that `saveOpen` writes. */
export function openNumbers(open: Open): number {
  return SCALARS.length + open.numbers.length;
}

export function saveOpen(open: Open, into: Float64Array): void {
  for (let i = 0; i < SCALARS.length; i++) into[i] = open[SCALARS[i]];
  into.set(open.numbers, SCALARS.length);
}

export function loadOpen(open: Open, from: Float64Array): void {
  for (let i = 0; i < SCALARS.length; i++) open[SCALARS[i]] = from[i];
  open.numbers.set(from.subarray(SCALARS.length, SCALARS.length + open.numbers.length));
}
