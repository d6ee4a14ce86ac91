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
  const unavailability = 1 - availability;
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
