import { planFacts } from '../analysis/plan-facts.ts';
import type { Report } from '../analysis/report.ts';
import { renderPlanMarkdown } from '../report/index.ts';
import { simulate } from '../run/simulate.ts';
import { readCommon, type StudyOptions } from './common.ts';
import { EXIT } from './exit.ts';
import { loadModel, printDiagnostics } from './load.ts';
import { deliver } from './output.ts';
import { goalOf, progressLine } from './progress.ts';
import { conduct } from './study.ts';

/** As commander hands them over. */
export type PlanOptions = StudyOptions<'markdown' | 'html'>;

/** `nines plan`: the years and the experiments of a model as a disaster-recovery plan. Resolves to the exit code. */
export async function plan(file: string, options: PlanOptions): Promise<number> {
  const common = await readCommon(options);
  const loaded = await loadModel(file, common);
  const { model } = loaded;
  printDiagnostics(loaded, options.quiet);
  if (model === null) return EXIT.model;
  const { years, seed } = common;
  const goal = goalOf(common, model.simulation.years);
  const report = await conduct<Report>(
    common,
    (soFar) => progressLine(soFar, goal),
    (told) => simulate(model, { ...told, years, seed, experiments: true }),
  );
  if (report === null) return EXIT.interrupted;
  const facts = planFacts(model);
  const text =
    options.format === 'html'
      ? (await import('../html/index.ts')).renderPlanHtml(facts, report)
      : renderPlanMarkdown(facts, report);
  await deliver(text, options.output);
  return EXIT.ok;
}
