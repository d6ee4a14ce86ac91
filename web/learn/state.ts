import { computed, signal } from '@preact/signals';
import { mtbfFor, unavailabilityOf } from './arithmetic.ts';

/*
 * What the playground is set to. Everything on the page follows from it: one part with its two mean times, how many
 * of it there are and how many are needed, and the domains they share.
 */

const HOUR = 3600;
const DAY = 86_400;
export const LIMITS = {
  mtbf: [60, 1000 * 365.25 * DAY],
  mttr: [0.001, 365.25 * DAY],
  replicas: 12,
  zones: 6,
} as const;

/** Mean times up and down of one part, seconds. */
export const mtbf = signal(999 * HOUR);
export const mttr = signal(HOUR);
/** Share of time that one part is down. */
export const unavailability = computed(() => unavailabilityOf(mtbf.value, mttr.value));

export const replicas = signal(3);
const wanted = signal(2);
/** k of n: never more than there are. */
export const required = computed(() => Math.min(wanted.value, replicas.value));

export const zones = signal(2);
export const zoneUnavailability = signal(0.0005);
export const regionUnavailability = signal(0.0001);

export function setMtbf(seconds: number): void {
  mtbf.value = clamp(seconds, LIMITS.mtbf);
}

export function setMttr(seconds: number): void {
  mttr.value = clamp(seconds, LIMITS.mttr);
}

/** Keeps the time to repair and moves the time between failures: that is what more nines usually ask for. */
export function setUnavailability(u: number): void {
  mtbf.value = mtbfFor(u, mttr.value);
}

export function setReplicas(count: number): void {
  replicas.value = Math.round(clamp(count, [1, LIMITS.replicas]));
}

export function setRequired(count: number): void {
  wanted.value = Math.round(clamp(count, [1, replicas.value]));
}

export function setZones(count: number): void {
  zones.value = Math.round(clamp(count, [1, LIMITS.zones]));
}

function clamp(value: number, [low, high]: readonly [number, number]): number {
  return Math.max(low, Math.min(high, value));
}
