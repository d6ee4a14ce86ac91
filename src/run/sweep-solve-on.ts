import type { SweepReport } from '../analysis/report.ts';
import { askedBy } from '../assertion/asked.ts';
import { parseAssertion } from '../assertion/assertion.ts';
import { judgeWidened, whyNotSolved } from '../assertion/widened.ts';
import { parseModel } from '../model/index.ts';
import type { OpenRunner } from './runner.ts';
import { checkSweepArguments, type SweepOptions } from './sweep-options.ts';
import type { Study } from './study.ts';
import { planSweep, type SweepPlan } from './sweep-plan.ts';
import { type Judge, solveStudy, solveSweep } from './sweep-solve.ts';

/** A sweep that looks for the value at which an assertion begins to fail, or to hold, with the runner given. */
export async function solveOn(open: OpenRunner, text: string, options: SolveOptions): Promise<SweepReport> {
  const { sweep, judge } = await planSolve(text, options);
  return solveSweep(open, sweep, judge, options);
}

/** The same, not conducted. */
export async function solving(text: string, options: SolveOptions): Promise<Study<SweepReport>> {
  const { sweep, judge } = await planSolve(text, options);
  return solveStudy(sweep, judge, options);
}

type SolveOptions = SweepOptions & { readonly solve: string };

async function planSolve(
  text: string,
  options: SolveOptions,
): Promise<{ readonly sweep: SweepPlan; readonly judge: Judge }> {
  checkSweepArguments(text, options);
  if (options.precision !== undefined)
    throw new RangeError('solve runs each point until its interval has cleared the goal: leave out precision.');
  const { file, set = {}, solve } = options;
  const model = parseModel(text, { ...(file === undefined ? {} : { file }), set });
  const services = model.services.map(({ name }) => name);
  const assertion = parseAssertion(solve, model.currency, services, askedBy(model));
  const refusal = whyNotSolved(solve);
  if (refusal !== null) throw new RangeError(`solve, '${solve}': ${refusal}`);
  return { sweep: await planSweep(text, options, assertion.text), judge: judgeWidened(assertion) };
}
