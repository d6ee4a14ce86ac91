import { importFiles, type Imported, withMoves } from '../import/import.ts';
import { withHcl } from '../import/load-hcl.ts';
import { ModelError } from '../model/index.ts';
import { movesOf } from '../run/question-moves.ts';
import { importSheet, renderSheet, renderSheetMarkdown } from '../report/index.ts';
import { deliverReport } from './common.ts';
import { EXIT, UsageError } from './exit.ts';
import type { Format } from './formats.ts';
import { readSource, type Source } from './input.ts';
import { checkOutput, deliver, screenFor } from './output.ts';

/** As commander hands them over. */
export interface ImportOptions {
  readonly format: Exclude<Format, 'csv'>;
  readonly model?: string;
  readonly output?: string;
  readonly quiet: boolean;
}

const SECONDS = 20;

/** `nines import`: resolves to the exit code. */
export async function importConfiguration(files: readonly string[], options: ImportOptions): Promise<number> {
  const { output, model } = options;
  await checkOutput(output);
  await checkOutput(model);
  if (files.filter((file) => file === '-').length > 1)
    throw new UsageError('only one of the files can be -, standard input.');
  const sources: Source[] = [];
  for (const file of files) sources.push(await readSource(file, 'file'));
  const { imported: drafted, problems } = importFiles(await withHcl(sources));
  process.stderr.write(problems.map(({ file, line, message }) => `${file}:${line}: error: ${message}\n`).join(''));
  if (drafted === null) return EXIT.model;
  const imported = await weighed(drafted, options.quiet);
  await deliverReport(imported, renderers(imported, output), options);
  if (model !== undefined) await deliver(imported.model, model);
  return EXIT.ok;
}

/** What each question moves: of a model that a person may have to mend first nothing is said. */
async function weighed(imported: Imported, quiet: boolean): Promise<Imported> {
  const names = imported.questions.map(({ parameter }) => parameter);
  try {
    return withMoves(imported, await movesOf(imported.model, names, { maxTime: SECONDS }));
  } catch (error) {
    if (!(error instanceof ModelError) && (error as Error).name !== 'NothingToReport') throw error;
    if (!quiet) process.stderr.write('nines: how much each question moves the answer could not be tried.\n');
    return imported;
  }
}

function renderers(imported: Imported, output: string | undefined) {
  const sheet = importSheet(imported);
  return {
    table: () => `${renderSheet(sheet, screenFor(output))}\n${imported.model}`,
    markdown: () => renderSheetMarkdown(sheet),
    html: async () => (await import('../html/index.ts')).renderSheetHtml(sheet),
  };
}
