import { importFiles, type Imported } from '../import/import.ts';
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

/** `nines import`: resolves to the exit code. */
export async function importConfiguration(files: readonly string[], options: ImportOptions): Promise<number> {
  const { output, model } = options;
  await checkOutput(output);
  await checkOutput(model);
  if (files.filter((file) => file === '-').length > 1)
    throw new UsageError('only one of the files can be -, standard input.');
  const sources: Source[] = [];
  for (const file of files) sources.push(await readSource(file, 'file'));
  const { imported, problems } = importFiles(sources);
  process.stderr.write(problems.map(({ file, line, message }) => `${file}:${line}: error: ${message}\n`).join(''));
  if (imported === null) return EXIT.model;
  await deliverReport(imported, renderers(imported, output), options);
  if (model !== undefined) await deliver(imported.model, model);
  return EXIT.ok;
}

function renderers(imported: Imported, output: string | undefined) {
  const sheet = importSheet(imported);
  return {
    table: () => `${renderSheet(sheet, screenFor(output))}\n${imported.model}`,
    markdown: () => renderSheetMarkdown(sheet),
    html: async () => (await import('../html/index.ts')).renderSheetHtml(sheet),
  };
}
