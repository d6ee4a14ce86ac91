import { ln } from '../random/elementary.ts';
import { gammaLower, gammaUpper } from '../random/special/incomplete-gamma.ts';
import { normalUpper } from '../random/special/normal.ts';

/** Whether incidents come at one rate. */
export interface Trend {
  /** Standard normal where they do (Cox & Lewis 1966, ch. 3.3); above 0: they come more and more often. */
  readonly laplace: { readonly u: number; readonly p: number };
  /** χ² with so many degrees where they do (MIL-HDBK-189, 1981); small: they come more and more often. */
  readonly milHdbk189: { readonly chiSquare: number; readonly degrees: number; readonly p: number };
  readonly verdict: 'constant' | 'rising' | 'falling';
}

/** Two tests: each has to be surer, so that together they err once in twenty. */
const DOUBTFUL = 0.025;
const FEWEST = 4;

/**
 * The tests of Laplace and of MIL-HDBK-189 for a trend, both sided (NIST/SEMATECH e-Handbook 8.2.3.4).
 * @param moments of the incidents, since the observation began, rising
 * @param length of the observation
 * @param endsWithLast it ended because the last incident came: that one tells nothing
 * @returns null for fewer than four incidents
 */
export function testTrend(moments: readonly number[], length: number, endsWithLast: boolean): Trend | null {
  const end = endsWithLast ? moments[moments.length - 1] : length;
  const counted = (endsWithLast ? moments.slice(0, -1) : moments).filter((each) => each > 0);
  const n = counted.length;
  if (n < FEWEST) return null;
  const mean = counted.reduce((sum, each) => sum + each, 0) / n;
  const u = ((mean - end / 2) / end) * Math.sqrt(12 * n);
  const chiSquare = counted.reduce((sum, each) => sum + 2 * ln(end / each), 0);
  const laplace = { u, p: Math.min(1, 2 * normalUpper(Math.abs(u))) };
  const tail = Math.min(gammaLower(n, chiSquare / 2), gammaUpper(n, chiSquare / 2));
  const milHdbk189 = { chiSquare, degrees: 2 * n, p: Math.min(1, 2 * tail) };
  const isConstant = Math.min(laplace.p, milHdbk189.p) >= DOUBTFUL;
  const rises = laplace.p <= milHdbk189.p ? u > 0 : chiSquare < 2 * n;
  return { laplace, milHdbk189, verdict: isConstant ? 'constant' : rises ? 'rising' : 'falling' };
}
