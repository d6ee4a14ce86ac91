import type { SweepReport } from '../analysis/report.ts';
import { judgeWidened, whyNotSolved } from '../assertion/widened.ts';
import type { ParsedModel } from '../model/index.ts';
import { plainText } from '../report/index.ts';
import { onPlatform } from '../run/choose-runner.ts';
import { currentPlatform } from '../run/platform.ts';
import { differences, finishedPoints, tampering } from '../run/sweep-earlier.ts';
import { conductSweep } from '../run/sweep-on.ts';
import { planSweep, type SweepPlan } from '../run/sweep-plan.ts';
import type { SweepCourseOptions } from '../run/sweep-points.ts';
import { expectedPoints, solveSweep } from '../run/sweep-solve.ts';
import { type Common, readCommon, type StudyOptions } from './common.ts';
import { elsewhere, isElsewhere, refusePart } from './elsewhere.ts';
import { countedPoints, presentSweep } from './present-sweep.ts';
import { EXIT, UsageError } from './exit.ts';
import { type Loaded, loadModel, printDiagnostics, questioned } from './load.ts';
import { maybe } from './quantity.ts';
import { readAssertion } from './read-assertion.ts';
import { conduct, createNotices } from './study.ts';
import { openSweepFile } from './sweep-file.ts';
import { sweepProgressLine } from './sweep-progress.ts';
import { readVariations, varied } from './vary.ts';

/** As commander hands them over. */
export interface SweepOptions extends StudyOptions {
  readonly vary: readonly string[];
  readonly solve?: string;
}

/** `nines sweep`: resolves to the exit code. */
export async function sweep(file: string, options: SweepOptions): Promise<number> {
  const vary = readVariations(options.vary);
  const common = await readCommon(options);
  const { years, seed, precision } = common;
  if (options.solve !== undefined && precision !== undefined) {
    throw new UsageError('--solve runs each point until its interval has cleared the goal: leave out --precision.');
  }
  const loaded = await loadModel(file, common);
  printDiagnostics(loaded, options.quiet);
  const { model, source, set } = loaded;
  if (model === null) return EXIT.model;
  if (options.vary.length === 0) throw new UsageError(`sweep needs --vary: ${exampleFor(model)}`);
  const refusal = maybe(options.solve, whyNotSolved) ?? null;
  if (refusal !== null) throw new UsageError(`--solve '${options.solve}': ${refusal}`);
  const assertion = maybe(options.solve, (text) => readAssertion('--solve', text, model));

  const notices = createNotices();
  const wishes = { file: source.file, set, vary, years, seed, precision, onNotice: notices.add };
  const plan = await varied([loaded], vary, () => planSweep(source.text, wishes, assertion?.text));
  if (plan === null) return EXIT.model;
  if (isElsewhere(options)) {
    notices.tell(options.quiet);
    return abroad(loaded, vary, assertion?.text, common, options);
  }
  const kept = options.format === 'json' && options.output !== undefined ? await openSweepFile(options.output) : null;
  if (kept?.earlier !== undefined) goOn(plan, kept.earlier, options);

  const open = onPlatform(currentPlatform());
  const study = (told: SweepCourseOptions) =>
    assertion === undefined ? conductSweep(open, plan, told) : solveSweep(open, plan, judgeWidened(assertion), told);
  const goal = { points: assertion === undefined ? plan.grid.length : expectedPoints(plan), ...plan.asked };
  const beside = { earlier: kept?.earlier, onPoint: kept?.keep };
  const line = (soFar: SweepReport) => sweepProgressLine(soFar, goal);
  // A solve does not know beforehand where it will look, and whether the model has errors there.
  const conducted = await varied([loaded], vary, async () => ({
    report: await conduct<SweepReport>(common, line, (told) => study({ ...told, ...beside }), notices),
  }));
  if (conducted === null) return EXIT.model;
  if (conducted.report === null) return EXIT.interrupted;
  return presentSweep(conducted.report, kept, options);
}

/** Has it simulated elsewhere, all of it or a part. */
async function abroad(
  loaded: Loaded,
  vary: ReturnType<typeof readVariations>,
  solve: string | undefined,
  common: Common,
  options: SweepOptions,
): Promise<number> {
  if (solve !== undefined) refusePart(options, '--solve decides after each point where it looks next');
  const { years, seed, precision } = common;
  const wishes = { vary, solve, years, seed, precision };
  // A solve does not know beforehand where it will look, and whether the model has errors there.
  const code = await varied([loaded], vary, () =>
    elsewhere({ kind: 'sweep', ...questioned([loaded]), wishes }, [], common, options),
  );
  return code ?? EXIT.model;
}

/** With what the model has. */
function exampleFor({ parameters }: ParsedModel): string {
  const names = Object.keys(parameters);
  if (names.length === 0)
    return (
      "give a value of the model a name under 'parameters:', write the name in its place, and vary that, as in " +
      "--vary 'replicas=2..6'."
    );
  const value = parameters[names[0]];
  const example =
    Number.isInteger(value) && (value as number) < 100 ? `${value}..${(value as number) + 4}` : 'FROM..TO';
  return `as in --vary '${names[0]}=${example}'. The model's parameters are ${names.map(plainText).join(', ')}.`;
}

/** @throws UsageError where the file has another sweep in it */
function goOn(sweep: SweepPlan, earlier: SweepReport, { output, quiet }: SweepOptions): void {
  const others = differences(sweep, earlier);
  if (others.length > 0)
    throw new UsageError(
      `'${output}' holds another sweep, and is not overwritten: ${others.join('; ')}. Remove it, or choose ` +
        'another file.',
    );
  const tampered = tampering(earlier);
  if (tampered !== null)
    throw new UsageError(`'${output}' is not gone on from: ${plainText(tampered)}. Remove it, or choose another file.`);
  if (quiet) return;
  const had = finishedPoints(earlier).length;
  const isAll = sweep.asked.solve === null && had === sweep.grid.length;
  process.stderr.write(
    `nines: '${plainText(output!)}' has ${isAll ? 'all ' : ''}${countedPoints(had)} already: ` +
      `${isAll ? 'nothing is left to simulate' : 'goes on from there'}\n`,
  );
}
