import { SECONDS_PER_YEAR } from '../../units/table.ts';

const [MINUTE, HOUR, DAY, YEAR] = [60, 3600, 86_400, SECONDS_PER_YEAR];

/** Times that people think in, by how much they are worth a label. */
const LEVELS: readonly (readonly number[])[] = [
  [1e-3, 1, MINUTE, HOUR, DAY, YEAR, 100 * YEAR],
  [1e-2, 0.1, 10, 10 * MINUTE, 10 * DAY, 100 * DAY, 10 * YEAR, 1000 * YEAR],
  [30, 30 * MINUTE, 6 * HOUR, 12 * HOUR, 30 * DAY, 3 * YEAR],
  [2e-3, 5e-3, 2e-2, 5e-2, 0.2, 0.5, 2, 5, 20],
  [2 * MINUTE, 5 * MINUTE, 20 * MINUTE, 2 * HOUR, 3 * HOUR, 2 * DAY, 4 * DAY, 20 * DAY, 60 * DAY, 200 * DAY],
  [2 * YEAR, 5 * YEAR, 20 * YEAR, 50 * YEAR, 200 * YEAR, 500 * YEAR],
];
const ALL = LEVELS.flat().sort((a, b) => a - b);

/**
 * Ticks for a logarithmic axis of time: the most telling that have room.
 * @param place of a time on the axis, in pixels
 * @param gap pixels that two labels need
 */
export function logTimeTicks(
  [low, high]: readonly [number, number],
  place: (seconds: number) => number,
  gap: number,
): readonly number[] {
  const kept: number[] = [];
  for (const level of LEVELS) {
    for (const tick of level) {
      if (tick < low * 0.9999 || tick > high * 1.0001) continue;
      if (kept.every((other) => Math.abs(place(other) - place(tick)) >= gap)) kept.push(tick);
    }
  }
  return kept.sort((a, b) => a - b);
}

/** The next round times outside of [low, high], at least a factor of ten apart. */
export function roundTimes(low: number, high: number): readonly [number, number] {
  let [from, to] = [roundDown(low), roundUp(high)];
  while (to / from < 9.99) {
    if (to < 1000 * YEAR) to = roundUp(to * 1.01);
    if (to / from < 9.99) from = roundDown(from * 0.99);
  }
  return [from, to];
}

function roundDown(seconds: number): number {
  return ALL.findLast((each) => each <= seconds * 1.0001) ?? 10 ** Math.floor(Math.log10(Math.max(seconds, 1e-9)));
}

function roundUp(seconds: number): number {
  return ALL.find((each) => each >= seconds * 0.9999) ?? 10 ** Math.ceil(Math.log10(seconds));
}

/** The round time within [low, high] for which `score` is lowest; null if there is none. */
export function bestRoundTime(low: number, high: number, score: (seconds: number) => number): number | null {
  let best: number | null = null;
  for (const each of ALL) {
    if (each >= low && each <= high && (best === null || score(each) < score(best))) best = each;
  }
  return best;
}

const STEPS = [
  1,
  2,
  5,
  10,
  15,
  30,
  MINUTE,
  2 * MINUTE,
  5 * MINUTE,
  10 * MINUTE,
  15 * MINUTE,
  30 * MINUTE,
  HOUR,
  2 * HOUR,
  3 * HOUR,
  6 * HOUR,
  12 * HOUR,
  DAY,
  2 * DAY,
  5 * DAY,
  10 * DAY,
  20 * DAY,
  50 * DAY,
  100 * DAY,
  YEAR,
];

/** Ticks from 0 for a linear axis of time, in steps that people count in; at most `most` besides 0. */
export function linearTimeTicks(high: number, most: number): readonly number[] {
  const wanted = high / Math.max(1, most);
  const step =
    wanted < 1
      ? decimalStep(wanted)
      : (STEPS.find((each) => each >= wanted && (each >= YEAR || high < YEAR)) ?? decimalStep(wanted / YEAR) * YEAR);
  const ticks: number[] = [];
  for (let i = 0; i * step <= high * 1.0001 && i <= most; i++) ticks.push(i * step);
  return ticks;
}

/** 1, 2 or 5 times a power of ten, not below `wanted`. */
function decimalStep(wanted: number): number {
  const power = 10 ** Math.floor(Math.log10(wanted));
  return power * ([1, 2, 5].find((each) => each * power >= wanted * 0.9999) ?? 10);
}
