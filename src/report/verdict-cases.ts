import type { ExperimentFigures, Report, Verdict } from '../analysis/report.ts';
import type { CaseResult, TestCase } from './junit.ts';
import { lossText } from './loss.ts';
import { duration } from '../units/figure.ts';
import { foundText, goalText } from './run/target-text.ts';
import { targetKey } from './target-name.ts';

/** A target is a wish: where nobody can tell yet whether it is met, no build stops for it. */
const RESULTS: Readonly<Record<Verdict, CaseResult>> = { met: 'passed', missed: 'failure', undecided: 'skipped' };

/** A run's verdicts on its targets, and those of its experiments, as test cases. */
export function reportCases(report: Report): TestCase[] {
  const own = report.targets.map((target): TestCase => {
    const name = `${targetKey(target)} ${goalText(target, report.cost.currency)}`;
    return {
      group: 'targets',
      name,
      result: RESULTS[target.verdict],
      message: `${target.verdict}: ${foundText(target, report)}`,
    };
  });
  return [...own, ...(report.experiments ?? []).flatMap(experimentCases)];
}

/** An experiment's verdicts. */
export function experimentCases({ name, targets }: ExperimentFigures): TestCase[] {
  return targets.map(({ target, kind, goal, value, verdict }) => ({
    group: `experiments.${name}`,
    name: `${targetKey({ target, kind })} ${goalText({ target, goal }, '')}`,
    result: RESULTS[verdict],
    message: `${verdict}: ${value === null ? 'no run tells' : `p95 ${lossText(value, null, duration)}`}`,
  }));
}
