import { formatDuration, formatPercent } from '../../units/format.ts';
import { SECONDS_PER_YEAR } from '../../units/table.ts';
import { logScale } from './scales.ts';

/** Width of the place at the end for systems of which no downtime was seen. */
const SLOT = 64;

interface NinesTick {
  readonly unavailability: number;
  readonly nines: string;
  readonly percent: string;
  readonly downtime: string;
}

/** Logarithm of unavailability, reversed: better to the right, and at the very right what was never seen down. */
export interface NinesScale {
  /** Place in pixels; of 0 or less, the slot's middle. Held within the axis. */
  x(unavailability: number): number;
  readonly ticks: readonly NinesTick[];
  /** Unavailabilities at the left and the right end of the logarithmic part. */
  readonly domain: readonly [worst: number, best: number];
  /** Left edge of the slot for none seen; null: there is no slot. */
  readonly slot: number | null;
  readonly range: readonly [left: number, right: number];
}

/**
 * @param values unavailabilities that have to fit, as shares of time; 0 asks for the slot
 * @param range pixels
 */
export function ninesScale(values: readonly number[], range: readonly [number, number]): NinesScale {
  const seen = values.filter((each) => each > 0);
  const slot = values.some((each) => !(each > 0)) ? range[1] - SLOT : null;
  // Whole nines, at least two of them apart; 0 nines are a whole year.
  let few = Math.max(0, Math.floor(-Math.log10(Math.max(...(seen.length > 0 ? seen : [0.01]))) + 1e-9));
  let many = Math.max(few + 1, Math.ceil(-Math.log10(Math.min(...(seen.length > 0 ? seen : [1e-4]))) - 1e-9));
  if (many - few < 2 && few > 0) few--;
  if (many - few < 2) many++;
  const [worst, best] = [unavailabilityOf(few), unavailabilityOf(many)];
  const end = slot ?? range[1];
  const scale = logScale([worst, best], [range[0], end]);
  return {
    x: (unavailability) =>
      unavailability > 0 || slot === null ? scale(Math.max(unavailability, best)) : slot + SLOT / 2,
    ticks: ninesTicks(worst, best),
    domain: [worst, best],
    slot,
    range,
  };
}

/** 10 to the minus `nines`, to the last digit, which `**` is not. */
function unavailabilityOf(nines: number): number {
  return Number(`1e-${nines}`);
}

/** A tick at each whole number of nines between the two unavailabilities. */
export function ninesTicks(worst: number, best: number): readonly NinesTick[] {
  const ticks: NinesTick[] = [];
  for (let nines = Math.ceil(-Math.log10(worst) - 1e-9); nines <= -Math.log10(best) + 1e-9; nines++) {
    const unavailability = unavailabilityOf(nines);
    ticks.push({
      unavailability,
      nines: nines === 1 ? '1 nine' : `${nines} nines`,
      percent: formatPercent(1 - unavailability, 1),
      downtime: formatDuration(unavailability * SECONDS_PER_YEAR),
    });
  }
  return ticks;
}
