import type { SweepReport } from '../analysis/report.ts';
import { judgeWidened } from '../assertion/widened.ts';
import type { ParsedModel } from '../model/index.ts';
import {
  plainText,
  renderJson,
  renderSweep,
  renderSweepCsv,
  renderSweepMarkdown,
  solvedSentence,
} from '../report/index.ts';
import { onPlatform } from '../run/choose-runner.ts';
import { currentPlatform } from '../run/platform.ts';
import { differences, finishedPoints, tampering } from '../run/sweep-earlier.ts';
import { conductSweep } from '../run/sweep-on.ts';
import { planSweep, type SweepPlan } from '../run/sweep-plan.ts';
import type { SweepCourseOptions } from '../run/sweep-points.ts';
import { expectedPoints, solveSweep } from '../run/sweep-solve.ts';
import { type Common, deliverReport, type OutputOptions, readCommon, type StudyOptions } from './common.ts';
import { EXIT, UsageError } from './exit.ts';
import { type Loaded, loadModel, printDiagnostics, questioned } from './load.ts';
import { deliver, screenFor } from './output.ts';
import { maybe } from './quantity.ts';
import { readAssertion } from './read-assertion.ts';
import { conduct, createNotices } from './study.ts';
import { openSweepFile, type SweepFile } from './sweep-file.ts';
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
  const assertion = maybe(options.solve, (text) => readAssertion('--solve', text, model));

  const notices = createNotices();
  const wishes = { file: source.file, set, vary, years, seed, precision, onNotice: notices.add };
  const plan = await varied([loaded], vary, () => planSweep(source.text, wishes, assertion?.text));
  if (plan === null) return EXIT.model;
  if (options.part !== undefined) return partOf(loaded, vary, common, options);
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

async function partOf(loaded: Loaded, vary: ReturnType<typeof readVariations>, common: Common, options: SweepOptions) {
  if (options.solve !== undefined)
    throw new UsageError(
      '--part divides what is known beforehand, and --solve decides after each point where it looks next: sweep the ' +
        'range instead.',
    );
  const { years, seed, precision } = common;
  const wishes = { vary, years, seed, precision };
  return (await import('./part.ts')).part({ kind: 'sweep', ...questioned([loaded]), wishes }, [], common, options);
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
    `nines: '${plainText(output!)}' has ${isAll ? 'all ' : ''}${counted(had)} already: ` +
      `${isAll ? 'nothing is left to simulate' : 'goes on from there'}\n`,
  );
}

function counted(points: number): string {
  return `${points} ${points === 1 ? 'point' : 'points'}`;
}

/** Writes the report. @param kept where its points are kept already @returns the exit code */
export async function presentSweep(
  report: SweepReport,
  kept: SweepFile | null,
  options: OutputOptions,
): Promise<number> {
  const { output, format, quiet } = options;
  // In CSV there is no place for it.
  if (format === 'csv' && !quiet && report.solved !== undefined)
    process.stderr.write(`nines: ${solvedSentence(report)}\n`);
  if (kept === null) {
    const renderers = {
      table: () => renderSweep(report, screenFor(output)),
      markdown: () => renderSweepMarkdown(report),
      csv: () => renderSweepCsv(report),
      html: async () => (await import('../html/index.ts')).renderSweepHtml(report),
    };
    await deliverReport(report, renderers, options);
    return EXIT.ok;
  }
  await deliver(renderJson(report), output);
  if (report.run.partial && !quiet)
    process.stderr.write(
      `nines: '${plainText(output!)}' has ${counted(report.points.length)}; the same command goes on from there\n`,
    );
  return EXIT.ok;
}
