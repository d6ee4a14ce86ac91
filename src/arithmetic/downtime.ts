import { complement, SECONDS_PER_YEAR } from '../units/index.ts';

/** One line of the nines arithmetic. */
export interface AvailabilityFigures {
  readonly expression: string;
  readonly availability: number;
  /** 1 − availability, to digits of its own: 1e-20 beside an availability that a double can only write as 1. */
  readonly unavailability: number;
  /** −log₁₀(unavailability); null at 100%. */
  readonly nines: number | null;
  /** Seconds down in each period. */
  readonly downtime: {
    readonly year: number;
    readonly quarter: number;
    readonly month: number;
    readonly week: number;
    readonly day: number;
  };
}

export function availabilityFigures(
  expression: string,
  availability: number,
  unavailability = complement(availability),
): AvailabilityFigures {
  const perYear = unavailability * SECONDS_PER_YEAR;
  return {
    expression,
    availability,
    unavailability,
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
