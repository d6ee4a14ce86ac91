import { fitLog } from '../fit/fit.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import { readMoment } from '../fit/moment.ts';
import { fitSheet, renderFitCsv, renderSheet, renderSheetMarkdown } from '../report/index.ts';
import { deliverReport } from './common.ts';
import { renderDiagnostics } from './diagnostics.ts';
import { EXIT, UsageError } from './exit.ts';
import type { Format } from './formats.ts';
import { readSource, type Source } from './input.ts';
import { worthSaying } from './load.ts';
import { checkOutput, deliver, screenFor, screenOf } from './output.ts';
import { maybe } from './quantity.ts';

/** What commands that read a log of incidents take. */
export interface LogOptions {
  readonly from?: string;
  readonly until?: string;
}

/** As commander hands them over. */
export interface FitCommandOptions extends LogOptions {
  readonly members: readonly string[];
  readonly parameters?: string;
  readonly format: Format;
  readonly output?: string;
  readonly quiet: boolean;
}

/** `nines fit`: resolves to the exit code. */
export async function fit(file: string, options: FitCommandOptions): Promise<number> {
  const { output, parameters, quiet, format } = options;
  await checkOutput(output);
  await checkOutput(parameters);
  const period = readPeriod(options);
  const members = readMembers(options.members);
  const source = await readSource(file, 'log');
  const { fit: found, problems } = fitLog(source.text, { ...period, members, file: source.file });
  printProblems(problems, source, quiet);
  if (found === null) return EXIT.model;
  const sheet = fitSheet(found);
  await deliverReport(
    found,
    {
      table: () => renderSheet(sheet, screenFor(output)),
      csv: () => renderFitCsv(found),
      markdown: () => renderSheetMarkdown(sheet),
      html: async () => (await import('../html/index.ts')).renderSheetHtml(sheet),
    },
    { format, ...(output === undefined ? {} : { output }) },
  );
  if (parameters !== undefined) await deliver(found.parameters, parameters);
  return EXIT.ok;
}

/** What is wrong with a log, to standard error; `quiet` leaves the warnings out. */
export function printProblems(problems: readonly Diagnostic[], source: Source, quiet: boolean): void {
  process.stderr.write(renderDiagnostics(worthSaying(problems, quiet), source, screenOf(process.stderr)));
}

/** @throws UsageError */
export function readPeriod({ from, until }: LogOptions): { readonly from?: number; readonly until?: number } {
  const read = { from: maybe(from, readDay('--from')), until: maybe(until, readDay('--until')) };
  if (read.from !== undefined && read.until !== undefined && read.from >= read.until)
    throw new UsageError(`--until ${until} has to come after --from ${from}.`);
  return {
    ...(read.from === undefined ? {} : { from: read.from }),
    ...(read.until === undefined ? {} : { until: read.until }),
  };
}

const readDay = (option: string) => (text: string) => {
  const moment = readMoment(text);
  if (moment !== null) return moment;
  throw new UsageError(`${option} takes a day or a moment such as 2024-01-01 or 2024-01-01T09:30:00Z, not '${text}'.`);
};

/** @throws UsageError */
function readMembers(texts: readonly string[]): Record<string, number> {
  return Object.fromEntries(
    texts.map((text) => {
      const [, service, count] = /^(.+)=(\d{1,6})$/.exec(text) ?? [];
      if (service === undefined || Number(count) < 1)
        throw new UsageError(`--members takes a service and how many there are, such as db=2, not '${text}'.`);
      return [service.trim(), Number(count)];
    }),
  );
}
