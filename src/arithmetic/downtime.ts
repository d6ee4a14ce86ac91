import { SECONDS_PER_YEAR } from '../units/index.ts';

/** One line of the nines arithmetic. */
export interface AvailabilityFigures {
  readonly expression: string;
  readonly availability: number;
  /** −log₁₀(1 − availability); null at 100%. */
  readonly nines: number | null;
  /** Seconds down in each period. */
  readonly downtime: { readonly year: number; readonly quarter: number; readonly month: number; readonly week: number; readonly day: number };
}

export function availabilityFigures(expression: string, availability: number): AvailabilityFigures {
  const unavailability = complement(availability);
  const perYear = unavailability * SECONDS_PER_YEAR;
  return {
    expression,
    availability,
    nines: unavailability > 0 ? -Math.log10(unavailability) : null,
    downtime: {
      year: perYear,
      quarter: perYear / 4,
      month: perYear / 12,
      week: unavailability * 7 * 86_400,
      day: unavailability * 86_400,
    },
  };
}

/** Decimals that a double below 1 holds for certain. */
const DECIMALS = 15;

/**
 * 1 − availability without what the subtraction adds (1 − 0.999 is 0.0010000000000000009 in doubles): the short decimal,
 * where it is one that belongs to this very availability.
 */
function complement(availability: number): number {
  const difference = 1 - availability;
  const short = Number(difference.toFixed(DECIMALS));
  return 1 - short === availability ? short : difference;
}
