import type { Program } from '../compile/program.ts';
import { PHASE } from './names.ts';

interface Arrays {
  /** All arrays below, one after the other. */
  readonly numbers: Float64Array;
  /**
   * [service] since when down, within the observed years; up to when that is booked; seconds of writes lost since then.
   */
  readonly downSince: Float64Array;
  readonly downBooked: Float64Array;
  readonly outageLoss: Float64Array;
  /** [PHASE] seconds of the open incident in each stage. */
  readonly phaseSeconds: Float64Array;
  /** [i < blamedCount] services that are down by themselves in the open incident. */
  readonly blamed: Float64Array;
}

/** What is open in the history under way, and of it what is not counted yet: all that a snapshot has to take. */
export interface Open extends Arrays {
  /** Time up to which the entry's downtime is booked. */
  booked: number;
  /** Start of the open incident; NaN while the entry is not down. */
  incidentStart: number;
  /** Of the failure that began it. */
  incidentCause: number;
  /** Seconds of writes lost in it; Infinity: for good. */
  incidentLoss: number;
  /** Where what began it stood, −1 outside all domains; how many failures it took. */
  incidentPlace: number;
  incidentFailures: number;
  /** Stage that it is in, of `PHASE`, and since when; −1 until its first instant is over. */
  phase: number;
  phaseSince: number;
  /** How many services are down by themselves, and since when that is not booked. */
  blamedCount: number;
  blameSince: number;
}

/** Every scalar: a record, so that none is forgotten when they are saved. */
const SCALARS = Object.keys({
  booked: true,
  incidentStart: true,
  incidentCause: true,
  incidentLoss: true,
  incidentPlace: true,
  incidentFailures: true,
  phase: true,
  phaseSince: true,
  blamedCount: true,
  blameSince: true,
} satisfies Record<Exclude<keyof Open, keyof Arrays>, true>) as Exclude<keyof Open, keyof Arrays>[];

export function createOpen({ services }: Program['counts']): Open {
  const numbers = new Float64Array(4 * services + PHASE.phases);
  let end = 0;
  const next = (length: number) => numbers.subarray(end, (end += length));
  return {
    // Times and seconds are doubles from the first moment on, for the compiler's sake.
    booked: NaN,
    incidentStart: NaN,
    incidentCause: 0,
    incidentLoss: NaN,
    incidentPlace: -1,
    incidentFailures: 0,
    phase: -1,
    phaseSince: NaN,
    blamedCount: 0,
    blameSince: NaN,
    numbers,
    downSince: next(services),
    downBooked: next(services),
    outageLoss: next(services),
    blamed: next(services),
    phaseSeconds: next(PHASE.phases),
  };
}

/** Nothing is open. */
export function closeAll(open: Open): void {
  open.numbers.fill(0);
  open.booked = 0;
  open.incidentStart = NaN;
  open.incidentCause = 0;
  open.incidentLoss = 0;
  open.incidentPlace = -1;
  open.incidentFailures = 0;
  open.phase = -1;
  open.phaseSince = NaN;
  open.blamedCount = 0;
  open.blameSince = NaN;
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
