import { SECONDS_PER_YEAR } from '../../src/units/table.ts';
import { type Scale, toX } from './bands.ts';

const MINUTE = 60;
const HOUR = 3600;
const DAY = 86_400;
/** A simulated year has no calendar: twelve months of the same length. */
const MONTH = SECONDS_PER_YEAR / 12;
const STEPS = [
  1,
  5,
  15,
  30,
  MINUTE,
  5 * MINUTE,
  15 * MINUTE,
  30 * MINUTE,
  HOUR,
  3 * HOUR,
  6 * HOUR,
  12 * HOUR,
  DAY,
  2 * DAY,
  5 * DAY,
  10 * DAY,
  MONTH,
  3 * MONTH,
  6 * MONTH,
];

/** About as wide as a letter is. */
const LETTER_PIXELS = 6.8;

interface Tick {
  readonly time: number;
  readonly x: number;
  readonly label: string;
}

/** Ticks at least `apart` pixels from each other. */
export function ticksOf(scale: Scale, apart = 72): Tick[] {
  const perPixel = (scale.to - scale.from) / scale.width;
  const step = STEPS.find((seconds) => seconds >= apart * perPixel) ?? 12 * MONTH;
  const ticks: Tick[] = [];
  let free = -Infinity;
  for (let i = Math.ceil(scale.from / step - 1e-9); i * step < scale.to; i++) {
    const time = i * step;
    const x = toX(scale, time);
    const text = label(time, step, ticks.length === 0);
    // The line stays where its label would lie on the one before.
    ticks.push({ time, x, label: x < free ? '' : text });
    if (x >= free) free = x + text.length * LETTER_PIXELS + 8;
  }
  return ticks;
}

/** Months and days are numbered from 1 and begin at their tick; a clock says which day it is where that is new. */
function label(time: number, step: number, isFirst: boolean): string {
  if (step >= MONTH) return `month ${Math.round(time / MONTH) + 1}`;
  const day = `day ${Math.floor((time + 1e-6) / DAY) + 1}`;
  if (step >= DAY) return day;
  const rest = Math.round(time % DAY) % DAY;
  if (rest === 0) return day;
  const clock = [Math.floor(rest / HOUR), Math.floor((rest % HOUR) / MINUTE), ...(step < MINUTE ? [rest % MINUTE] : [])]
    .map((part) => String(part).padStart(2, '0'))
    .join(':');
  return isFirst ? `${day} ${clock}` : clock;
}
