import { SECONDS_PER_YEAR } from '../../src/units/table.ts';

const UNITS = [SECONDS_PER_YEAR, 86_400, 3600, 60, 1, 1e-3];

/** To two digits of the largest unit that is not above it: 95 min, 3.2 days. */
export function roundTime(seconds: number): number {
  const unit = UNITS.find((each) => each <= seconds) ?? 1e-3;
  return Number((seconds / unit).toPrecision(2)) * unit;
}
