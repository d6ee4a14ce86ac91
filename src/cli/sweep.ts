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
import { planSweep, PointError, type SweepPlan } from '../run/sweep-plan.ts';
import { expectedPoints, solveSweep } from '../run/sweep-solve.ts';
import { VaryError } from '../run/sweep-vary.ts';
import { createNotices, deliverReport, readSimulation, type SimulationOptions } from './common.ts';
import { renderDiagnostics } from './diagnostics.ts';
import { EXIT, UsageError } from './exit.ts';
import { interruptible } from './interrupt.ts';
import { type Loaded, loadModel, printDiagnostics } from './load.ts';
import { checkOutput, deliver, screenFor, screenOf } from './output.ts';
import { maybe } from './quantity.ts';
import { readAssertion } from './read-assertion.ts';
import { openSweepFile, type SweepFile } from './sweep-file.ts';
import { createSweepProgress } from './sweep-progress.ts';

/** As commander hands them over. */
export interface SweepOptions extends SimulationOptions {
  readonly vary: readonly string[];
  readonly solve?: string;
}

/** `nines sweep`: resolves to the exit code. */
export async function sweep(file: string, options: SweepOptions): Promise<number> {
  const { years, seed, precision, maxTime, workers } = readSimulation(options);
  const vary = readVariations(options.vary);
  if (options.solve !== undefined && precision !== undefined) {
    throw new UsageError('--solve runs each point until its interval has cleared the goal: leave out --precision.');
  }
  await checkOutput(options.output);
  const loaded = await loadModel(file, options.set);
  printDiagnostics(loaded, options.quiet);
  if (loaded.model === null) return EXIT.model;
  const model = loaded.model as ParsedModel;
  if (options.vary.length === 0) throw new UsageError(`sweep needs --vary: ${exampleFor(model)}`);
  const assertion = maybe(options.solve, (text) => readAssertion('--solve', text, model));

  const notices = createNotices();
  const onNotice = notices.add;
  const { source, set } = loaded;
  let sweep: SweepPlan;
  try {
    sweep = await planSweep(
      source.text,
      { file: source.file, set, vary, years, seed, precision, onNotice },
      assertion?.text,
    );
  } catch (error) {
    if (error instanceof VaryError)
      throw new UsageError(
        error.parameter === null
          ? `--vary: ${error.problem}.`
          : `--vary '${error.parameter}=${vary[error.parameter]}': ${error.problem}`,
      );
    if (!(error instanceof PointError)) throw error;
    return complain(error, loaded);
  }
  const kept = options.format === 'json' && options.output !== undefined ? await openSweepFile(options.output) : null;
  if (kept?.earlier !== undefined) goOn(sweep, kept.earlier, options);

  const progress = createSweepProgress(
    { points: assertion === undefined ? sweep.grid.length : expectedPoints(sweep), ...sweep.asked },
    options.quiet,
  );
  const report = await interruptible((signal) => {
    const course = {
      workers,
      maxTime,
      signal,
      earlier: kept?.earlier,
      onNotice,
      onProgress: progress.show,
      onPoint: kept?.keep,
    };
    return assertion === undefined
      ? conductSweep(onPlatform(currentPlatform()), sweep, course)
      : solveSweep(onPlatform(currentPlatform()), sweep, judgeWidened(assertion), course);
  }, progress.clear).catch((error: unknown) => {
    // Found on the way: a solve does not know beforehand where it will look.
    if (error instanceof PointError) return error;
    throw error;
  });
  if (report === null) return EXIT.interrupted;
  if (report instanceof PointError) return complain(report, loaded);
  notices.tell(options.quiet);
  await hand(report, kept, options);
  return EXIT.ok;
}

const FORM = /^\s*([^=]+?)\s*=\s*(.+?)\s*$/s;

/** `--vary NAME=VALUES`, each. */
export function readVariations(variations: readonly string[]): Record<string, string> {
  const result: [string, string][] = [];
  for (const variation of variations) {
    const [, name, values] = FORM.exec(variation) ?? [];
    if (name === undefined)
      throw new UsageError(
        `--vary '${variation}': a parameter is varied like 'detect=10 s..5 min:8' or 'web_replicas=3,4,6'.`,
      );
    if (result.some(([before]) => before === name))
      throw new UsageError(`--vary '${variation}': ${name} is varied already: give all of its values in one --vary.`);
    result.push([name, values]);
  }
  return Object.fromEntries(result);
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

/** The model has errors at a point. */
function complain({ point, diagnostics, set }: PointError, { source }: Loaded): number {
  process.stderr.write(
    `nines: the model has errors where ${plainText(point)}:\n${renderDiagnostics(
      diagnostics.filter(({ severity }) => severity === 'error'),
      source,
      screenOf(process.stderr),
      texts(set),
    )}`,
  );
  return EXIT.model;
}

function texts(set: Readonly<Record<string, string | number>>): Record<string, string> {
  return Object.fromEntries(Object.entries(set).map(([name, value]) => [name, String(value)]));
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

async function hand(report: SweepReport, kept: SweepFile | null, options: SweepOptions): Promise<void> {
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
    return deliverReport(report, renderers, options);
  }
  await deliver(renderJson(report), output);
  if (report.run.partial && !quiet)
    process.stderr.write(
      `nines: '${plainText(output!)}' has ${counted(report.points.length)}; the same command goes on from there\n`,
    );
}
