import { gammaUpper } from '../random/special/incomplete-gamma.ts';
import { fitLaw, type FittedLaw, type Waited } from './laws.ts';

/** Whether the time to the next failure depends on how long it has gone well. */
export interface BetweenFigures {
  /** Times from a repair to the next failure, and whether the last one is still open. */
  readonly gaps: number;
  readonly open: number;
  readonly exponential: FittedLaw;
  readonly weibull: FittedLaw;
  /** Twice the difference of the log-likelihoods: χ² with one degree where it is exponential (Wilks 1938). */
  readonly likelihoodRatio: number;
  readonly p: number;
  readonly chosen: 'exponential' | 'weibull';
}

const FEWEST = 3;
const SURE = 0.05;

/** @returns null where fewer than three gaps are whole, or all are the same */
export function fitBetween(gaps: readonly Waited[]): BetweenFigures | null {
  const whole = gaps.filter(({ isOpen }) => !isOpen);
  if (whole.length < FEWEST || new Set(whole.map(({ seconds }) => seconds)).size < 2) return null;
  const [exponential, weibull] = [fitLaw('exponential', gaps), fitLaw('weibull', gaps)];
  const likelihoodRatio = Math.max(0, 2 * (weibull.logLikelihood - exponential.logLikelihood));
  const p = gammaUpper(0.5, likelihoodRatio / 2);
  return {
    ...{ gaps: whole.length, open: gaps.length - whole.length, exponential, weibull, likelihoodRatio, p },
    chosen: p < SURE ? 'weibull' : 'exponential',
  };
}
