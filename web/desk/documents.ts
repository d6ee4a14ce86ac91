import type { Report } from '../../src/analysis/report.ts';
import { withTried } from '../../src/analysis/targets.ts';
import { handoverOf, renderHandover } from '../../src/handover/handover.ts';
import { renderHtml } from '../../src/html/index.ts';
import type { checkModel } from '../../src/model/check.ts';
import type { Model } from '../../src/model/model.ts';
import { onPlatform } from '../../src/run/choose-runner.ts';
import { experimentOn } from '../../src/run/experiment-on.ts';
import { DEFAULT_RUNS } from '../../src/run/experiment-options.ts';
import { eventsPerRun } from '../../src/run/experiment-plan.ts';
import type { Platform } from '../../src/run/pool.ts';

/** All plots, and what draws them without a page: loaded when a report is first asked for. */

/** A report of which nobody knows any more what it was made of. */
export const reportOf = (report: Report): string => renderHtml(report);

/** What all runs of a model's own experiments may take: some ten seconds. */
const MOST_EVENTS = 5e7;

/** As `nines run --format html` writes it: with the model, what it assumes, and all that makes it again. */
export async function reportToHandOver(
  platform: Platform | null,
  seen: Report,
  { text, file }: { readonly text: string; readonly file: string },
  { model, diagnostics }: ReturnType<typeof checkModel>,
): Promise<string> {
  if (model === null) return reportOf(seen);
  const { years, seed } = seen.run;
  const report = await withAllRuns(platform, seen, model);
  const wishes = { years, seed, experiments: report.experiments !== undefined };
  const question = { kind: 'run', models: [{ text, file }], set: {}, wishes } as const;
  const date = new Date().toISOString().slice(0, 10);
  return renderHandover(
    report,
    { model, findings: diagnostics, outcomes: () => [] },
    handoverOf(report, question, [], { date, quiet: false }),
  );
}

/** With as many runs of its own experiments as the command line makes, where that is not too long; else without any. */
async function withAllRuns(platform: Platform | null, report: Report, model: Model): Promise<Report> {
  const { experiments: few, ...plain } = report;
  const isLong = eventsPerRun(model) * DEFAULT_RUNS * model.experiments.length > MOST_EVENTS;
  if (few === undefined || isLong || report.run.partial) return plain;
  const { experiments } = await experimentOn(onPlatform(platform), model, { seed: report.run.seed });
  return { ...plain, targets: withTried(plain.targets, experiments), experiments };
}
