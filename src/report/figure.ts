import type { ReportFigure } from '../analysis/described/figure.ts';
import { FOR_GOOD } from '../analysis/for-good.ts';
import { knownOf } from '../units/figure.ts';
import { kindText } from '../units/kind.ts';

/**
 * A figure for people, with as many digits as its interval supports.
 * @param of whatever has it: a report, a service
 */
export function textOf<Of>({ kind, read, text, none }: ReportFigure<Of>, of: Of, currency: string): string {
  const { value, interval } = read(of);
  if (value === null) return none?.(of) ?? '–';
  if (value === FOR_GOOD) return FOR_GOOD;
  return text?.(value) ?? kindText(value, knownOf(interval), kind, currency);
}
