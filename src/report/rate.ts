import { roundText } from '../units/index.ts';

/** `3 times a year`, `once in 590 years`; `never`. */
export function formatRate(perYear: number): string {
  if (perYear === 0) return 'never';
  if (perYear >= 1.5) return `${roundText(perYear)} times a year`;
  const years = roundText(1 / perYear);
  return 1 / perYear < 1.05 ? 'once a year' : `once in ${years} years`;
}
