import type { Constraint } from '../../src/analysis/optimization/wishes.ts';
import type { Explanation } from '../../src/analysis/report-explanation.ts';
import type { OptimizationReport } from '../../src/analysis/report-optimization.ts';
import type { ComparisonReport, SweepReport } from '../../src/analysis/report.ts';
import { askedBy } from '../../src/assertion/asked.ts';
import { type Assertion, parseAssertion } from '../../src/assertion/assertion.ts';
import { FIGURES } from '../../src/assertion/figures.ts';
import { judgeWidened } from '../../src/assertion/widened.ts';
import { checkModel, ModelError, parseModel } from '../../src/model/index.ts';
import { renderJson, renderSweepCsv } from '../../src/report/index.ts';
import { onPlatform } from '../../src/run/choose-runner.ts';
import { compareOn } from '../../src/run/compare-on.ts';
import { explainOn } from '../../src/run/explain-on.ts';
import { limitOn } from '../../src/run/limit.ts';
import { optimizeOn } from '../../src/run/optimize-on.ts';
import { patternsOn } from '../../src/run/patterns-on.ts';
import type { Platform } from '../../src/run/pool.ts';
import type { OpenRunner } from '../../src/run/runner.ts';
import { conductSweep } from '../../src/run/sweep-on.ts';
import { PointError } from '../../src/run/grid.ts';
import { planSweep } from '../../src/run/sweep-plan.ts';
import { solveSweep } from '../../src/run/sweep-solve.ts';
import { VaryError } from '../../src/run/sweep-vary.ts';
import type { StudyAsk, StudyNews, StudyReport } from './types.ts';
import { watched, type Watched } from './watched.ts';

interface Told {
  readonly signal: AbortSignal;
  readonly onReport: (report: StudyReport) => void;
  readonly onNotice: (notice: string) => void;
}

/** Starts a study and tells what it comes to. */
export function watchStudy(platform: Platform | null, ask: StudyAsk): Watched<StudyNews> {
  const notices: string[] = [];
  const onNotice = (notice: string) => void notices.push(notice);
  return watched<StudyReport, StudyNews>(
    (signal, onReport) => conductStudy(onPlatform(platform), ask, { signal, onReport, onNotice }),
    ({ report, isOver, fault }) => {
      const problem = fault === undefined ? '' : problemOf(fault);
      return { report, isOver, problem, notices: notices.splice(0) };
    },
  );
}

async function conductStudy(open: OpenRunner, ask: StudyAsk, told: Told): Promise<StudyReport> {
  switch (ask.kind) {
    case 'comparison':
    case 'difference':
      return compareAll(open, ask, told);
    case 'sweep':
      return sweepGrid(open, ask, told);
    case 'solve':
      return solve(open, ask, told);
    case 'optimization':
      return search(open, ask, told);
    case 'patterns':
      return patternsOn(open, ask.text, {
        seed: ask.seed || undefined,
        years: ask.years || undefined,
        chosen: ask.chosen,
        signal: told.signal,
        onProgress: told.onReport,
        onNotice: told.onNotice,
      });
    case 'limits':
      return limitOn(open, ask.text, {
        seed: ask.seed || undefined,
        signal: told.signal,
        onProgress: told.onReport,
        onNotice: told.onNotice,
      });
    case 'gap':
    case 'tornado':
      return explainText(open, ask, told);
  }
}

function compareAll(
  open: OpenRunner,
  { texts, seed, years }: Extract<StudyAsk, { kind: 'comparison' | 'difference' }>,
  { signal, onReport, onNotice }: Told,
): Promise<ComparisonReport> {
  const models = texts.map((text) => parseModel(text, { file: 'model' }));
  return compareOn(open, models, {
    seed: seed || undefined,
    years: years || undefined,
    signal,
    onProgress: onReport,
    onNotice,
  });
}

async function sweepGrid(
  open: OpenRunner,
  { text, seed, years, vary, earlier }: Extract<StudyAsk, { kind: 'sweep' }>,
  { signal, onReport, onNotice }: Told,
): Promise<SweepReport> {
  const sweep = await planSweep(text, {
    file: 'model',
    vary: possible(text, vary, onNotice),
    seed: seed || undefined,
    years: years || undefined,
    signal,
    onNotice,
  });
  return conductSweep(open, sweep, {
    signal,
    earlier: earlier ?? undefined,
    onNotice,
    onProgress: onReport,
    onPoint: onReport,
  });
}

function explainText(
  open: OpenRunner,
  ask: Extract<StudyAsk, { kind: 'gap' | 'tornado' }>,
  { signal, onReport, onNotice }: Told,
): Promise<Explanation> {
  const { text, seed, years } = ask;
  const sensitivity = ask.kind === 'tornado';
  return explainOn(open, text, {
    file: 'model',
    seed: seed || undefined,
    years: years || undefined,
    sensitivity,
    ...(sensitivity ? { factor: ask.factor } : {}),
    signal,
    onProgress: onReport,
    onNotice,
  });
}

async function solve(
  open: OpenRunner,
  { text, seed, years, vary, goal }: Extract<StudyAsk, { kind: 'solve' }>,
  { signal, onReport, onNotice }: Told,
): Promise<SweepReport> {
  const assertion = goalReader(text)(goal);
  const sweep = await planSweep(
    text,
    { file: 'model', vary, seed: seed || undefined, years: years || undefined, signal, onNotice },
    assertion.text,
  );
  return solveSweep(open, sweep, judgeWidened(assertion), {
    signal,
    onNotice,
    onProgress: onReport,
    onPoint: onReport,
  });
}

async function search(
  open: OpenRunner,
  { text, seed, years, vary, goals }: Extract<StudyAsk, { kind: 'optimization' }>,
  { signal, onReport, onNotice }: Told,
): Promise<OptimizationReport> {
  const read = goalReader(text);
  const subjectTo = goals.map((goal): Constraint => {
    const { figure, operator, goal: bound, text: written } = read(goal);
    // Other names for it are those of the assertion alone.
    const name = [...FIGURES].find(([, known]) => known === figure)?.[0] ?? written.split(/[\s<>=≤≥]/)[0];
    return {
      figure: name,
      ...(operator === '>=' || operator === '>' ? { atLeast: bound } : { atMost: bound }),
      text: written,
    };
  });
  return optimizeOn(open, [text], {
    vary: possible(text, vary, onNotice),
    subjectTo,
    seed: seed || undefined,
    years: years || undefined,
    signal,
    onProgress: onReport,
    onNotice,
  });
}

/**
 * Without the values at which the model makes no sense, such as fewer replicas than it requires. Where none would be
 * left, or one is no value at all, they stay: the plan then says what is wrong.
 */
function possible(
  text: string,
  vary: Readonly<Record<string, string | readonly string[]>>,
  onNotice: (notice: string) => void,
): Readonly<Record<string, string | readonly string[]>> {
  return Object.fromEntries(
    Object.entries(vary).map(([name, values]) => {
      if (typeof values === 'string') return [name, values];
      const faults = values.map((value) =>
        checkModel(text, { file: 'model', set: { [name]: value } }).diagnostics.find(
          ({ severity }) => severity === 'error',
        ),
      );
      const kept = values.filter((_, i) => faults[i] === undefined);
      if (kept.length === 0 || kept.length === values.length) return [name, values];
      const left = values.filter((_, i) => faults[i] !== undefined);
      onNotice(
        `Left out, as the model has errors there: ${name} = ${left.join(', ')} ` +
          `(${sentence(faults.find((fault) => fault !== undefined)!.message)})`,
      );
      return [name, kept];
    }),
  );
}

/** Reads goals in the model's currency, of its services. */
function goalReader(text: string): (goal: string) => Assertion {
  const { model } = checkModel(text, { file: 'model' });
  const services = model?.services.map(({ name }) => name) ?? [];
  return (goal) =>
    parseAssertion(goal, model?.currency ?? 'USD', services, model === null ? undefined : askedBy(model));
}

/** What was wrong, in a sentence for people. */
function problemOf(error: unknown): string {
  if (error instanceof VaryError)
    return sentence(error.parameter === null ? error.problem : `${error.parameter}: ${error.problem}`);
  const first =
    error instanceof ModelError ? error.diagnostics.find(({ severity }) => severity === 'error') : undefined;
  if (error instanceof PointError)
    return sentence(`The model has errors where ${error.point}: ${first?.message ?? 'it cannot be read'}`);
  if (first !== undefined) return sentence(`The model has errors; the first, in line ${first.line}: ${first.message}`);
  return sentence((error instanceof Error ? error.message : String(error)).split('\n')[0]);
}

function sentence(text: string): string {
  return /[.?!]$/.test(text) ? text : `${text}.`;
}

/** A study as the command line would write it. */
export function studyFile(report: SweepReport, format: 'csv' | 'json'): string {
  return format === 'csv' ? renderSweepCsv(report) : renderJson(report);
}
