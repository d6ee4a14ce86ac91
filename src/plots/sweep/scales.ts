import { scaleLinear } from 'd3';
import { formatDuration, formatPercent } from '../../units/format.ts';
import { SECONDS_PER_YEAR } from '../../units/table.ts';
import { linearScale, logScale, type Scale } from '../axis/scales.ts';
import { slotScale } from '../axis/slot-scale.ts';
import { shortMoney } from '../axis/short-money.ts';
import type { SweepFigure } from '../data/sweep.ts';

interface Tick {
  readonly at: number;
  readonly text: string;
  /** A second line, fainter. */
  readonly aside?: string;
}

/** Up the picture: better or worse as the figure has it. */
export interface FigureScale {
  y(value: number): number;
  readonly ticks: readonly Tick[];
  /** Above it the axis goes on with a place for what is beyond: none seen, lost for good. */
  readonly note: string;
}

const SLOT = 34;
const LABEL_GAP = 26;
const TWO_LINES = 38;
const FAR = 30;

/** How values of a parameter follow each other. */
type Spacing = 'even' | 'ratio' | 'missing' | 'list';

/**
 * Along the parameter: evenly, in ratios, or for shares near 100% in ratios of what is missing, whichever the values
 * are spaced by; distributions one beside the other.
 */
export function spacingOf(values: readonly (number | string)[]): Spacing {
  const numbers = values.filter((value): value is number => typeof value === 'number');
  if (numbers.length < values.length) return 'list';
  const sorted = [...new Set(numbers)].sort((a, b) => a - b);
  if (sorted.length < 3) return 'even';
  const unevenness = (measure: (value: number) => number) => {
    const gaps = sorted.slice(1).map((value, i) => Math.abs(measure(value) - measure(sorted[i])));
    const mean = gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length;
    return Math.sqrt(gaps.reduce((sum, gap) => sum + (gap - mean) ** 2, 0) / gaps.length) / mean;
  };
  const even = unevenness((value) => value);
  const ratio = sorted[0] > 0 ? unevenness(Math.log) : Infinity;
  const missing = sorted[0] > 0.5 && sorted.at(-1)! < 1 ? unevenness((value) => Math.log(1 - value)) : Infinity;
  const least = Math.min(even, ratio, missing);
  return least === even ? 'even' : least === ratio ? 'ratio' : 'missing';
}

/** @param values in their order, from left to right */
export function parameterScale(
  values: readonly (number | string)[],
  range: readonly [number, number],
): (value: number | string) => number {
  const spacing = spacingOf(values);
  const [first, last] = [values[0], values.at(-1)!];
  if (values.length < 2) return () => (range[0] + range[1]) / 2;
  if (spacing === 'list' || typeof first === 'string' || typeof last === 'string') {
    return (value) => range[0] + ((range[1] - range[0]) * Math.max(0, values.indexOf(value))) / (values.length - 1);
  }
  const numbers = values as readonly number[];
  const [low, high] = [Math.min(...numbers), Math.max(...numbers)];
  const ends = first <= last ? range : ([range[1], range[0]] as const);
  const scale: Scale =
    spacing === 'even'
      ? linearScale([low, high], ends)
      : spacing === 'ratio'
        ? logScale([low, high], ends)
        : (
            (by) => (value: number) =>
              by(1 - value)
          )(logScale([1 - low, 1 - high], ends));
  return (value) => scale(Number(value));
}

/**
 * @param values that have to fit; Infinity: lost for good
 * @param range pixels, bottom and top
 */
export function figureScale(
  figure: SweepFigure,
  values: readonly number[],
  range: readonly [number, number],
  currency: string,
): FigureScale {
  if (figure === 'availability') return ninesUp(values, range);
  if (figure === 'cost') return moneyUp(values, range, currency);
  const scale = slotScale(
    values.map((value) => (value === Infinity ? null : value)),
    range,
    SLOT,
    LABEL_GAP,
  );
  const hasZero = values.some((value) => value === 0);
  return {
    y: (value) => scale.at(value === Infinity ? null : value),
    ticks: [
      ...(hasZero ? [{ at: scale.zero, text: figure === 'downtime' ? 'none' : '0 s' }] : []),
      ...scale.ticks.map((tick) => ({ at: scale.at(tick), text: formatDuration(tick) })),
      ...(scale.never === null ? [] : [{ at: scale.never, text: 'for good' }]),
    ],
    note: '',
  };
}

const STEPS = [1, 2, 5];

/** Logarithm of unavailability, up is better; what was never seen down stands above. */
function ninesUp(values: readonly number[], [bottom, top]: readonly [number, number]): FigureScale {
  const seen = values.filter((value) => value > 0);
  const hasNone = seen.length < values.length || seen.length === 0;
  const [low, high] = seen.length === 0 ? [1e-5, 1e-3] : [Math.min(...seen), Math.max(...seen)];
  let [best, worst] = [roundShare(low, 'down'), Math.min(1, roundShare(high, 'up'))];
  if (worst / best < 4) [best, worst] = [roundShare(best * 0.99, 'down'), Math.min(1, roundShare(worst * 1.01, 'up'))];
  const end = hasNone ? top + SLOT : top;
  const scale = logScale([worst, best], [bottom, end]);
  const ticks: Tick[] = [];
  const decades = Math.log10(worst / best);
  for (let exponent = Math.floor(Math.log10(best) - 1e-9); exponent <= Math.log10(worst) + 1e-9; exponent++) {
    for (const step of decades > 2.5 ? [1] : STEPS) {
      const share = Number(`${step}e${exponent}`);
      if (share < best * 0.999 || share > worst * 1.001) continue;
      const at = scale(share);
      if (ticks.some((tick) => Math.abs(tick.at - at) < TWO_LINES)) continue;
      ticks.push({ at, text: formatPercent(1 - share, 1), aside: formatDuration(share * SECONDS_PER_YEAR) });
    }
  }
  if (hasNone) ticks.push({ at: top + SLOT * 0.4, text: 'none', aside: 'seen' });
  return { y: (share) => (share > 0 ? scale(share) : top + SLOT * 0.4), ticks, note: '' };
}

/** The next 1, 2 or 5 times a power of ten. */
function roundShare(share: number, to: 'up' | 'down'): number {
  const exponent = Math.floor(Math.log10(share) + 1e-12);
  const all = [...STEPS.map((step) => Number(`${step}e${exponent}`)), Number(`1e${exponent + 1}`)];
  return to === 'up'
    ? (all.find((each) => each >= share * 0.9999) ?? 1)
    : all.findLast((each) => each <= share * 1.0001)!;
}

function moneyUp(values: readonly number[], range: readonly [number, number], currency: string): FigureScale {
  const [low, high] = values.length === 0 ? [0, 1] : [Math.min(...values), Math.max(...values)];
  const isLog = low > 0 && high / low > FAR;
  const margin = (high - low) * 0.06 || high * 0.1 || 1;
  const [from, to] = [low >= 0 ? Math.max(0, low - margin) : low - margin, high + margin];
  const nice = scaleLinear([from, to], [range[0], range[1]]);
  const y = isLog ? logScale([low * 0.8, high * 1.25], range) : linearScale([from, to], range);
  const ticks = isLog ? decades(low * 0.8, high * 1.25) : nice.ticks(5);
  return {
    y,
    ticks: ticks.map((tick) => ({ at: y(tick), text: shortMoney(tick, '').trim() })),
    note: isLog ? `${currency}, logarithmic` : currency,
  };
}

function decades(low: number, high: number): number[] {
  const found: number[] = [];
  for (let exponent = Math.ceil(Math.log10(low)); exponent <= Math.log10(high); exponent++)
    found.push(Number(`1e${exponent}`));
  return found;
}
