import type { LimitReport } from '../analysis/report-limit.ts';
import { limitSheet, renderLimitCsv, renderSheet, renderSheetMarkdown } from '../report/index.ts';
import { onPlatform } from '../run/choose-runner.ts';
import { limitOn } from '../run/limit.ts';
import { NoLimit } from '../run/limit-questions.ts';
import { currentPlatform } from '../run/platform.ts';
import { deliverReport, readCommon, type StudyOptions } from './common.ts';
import { EXIT, UsageError } from './exit.ts';
import { loadModel, printDiagnostics } from './load.ts';
import { screenFor } from './output.ts';
import { line } from './progress.ts';
import { maybe, readShare } from './quantity.ts';
import { conduct } from './study.ts';

/** As commander hands them over. */
export interface LimitCommandOptions extends StudyOptions {
  readonly share?: string;
}

/** `nines limit`: resolves to the exit code. */
export async function limit(file: string, services: readonly string[], options: LimitCommandOptions): Promise<number> {
  const common = await readCommon(options);
  const share = maybe(options.share, (text) => readShare('--share', '95%', text));
  const loaded = await loadModel(file, common);
  printDiagnostics(loaded, options.quiet);
  if (loaded.model === null) return EXIT.model;
  const { source, set } = loaded;
  const wishes = { file: source.file, set, services, share, years: common.years };
  const report = await conduct<LimitReport>(common, progressLine, (told) =>
    limitOn(onPlatform(currentPlatform()), source.text, { ...wishes, ...told }).catch(asUsage),
  );
  if (report === null) return EXIT.interrupted;
  const sheet = limitSheet(report);
  await deliverReport(
    report,
    {
      table: () => renderSheet(sheet, screenFor(options.output)),
      csv: () => renderLimitCsv(report),
      markdown: () => renderSheetMarkdown(sheet),
      html: async () => (await import('../html/index.ts')).renderSheetHtml(sheet),
    },
    options,
  );
  return EXIT.ok;
}

function progressLine({ run, limits }: LimitReport): string {
  const all = limits.flatMap(({ zones }) => zones.flatMap(({ fleet, load }) => [fleet, load]));
  const found = all.filter((limit) => limit !== null).length;
  return line(found / all.length, run.seconds, [`limit ${Math.min(found + 1, all.length)} of ${all.length}`], []);
}

function asUsage(error: unknown): never {
  if (error instanceof NoLimit) throw new UsageError(`${error.message}.`);
  throw error;
}
