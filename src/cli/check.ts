import { expandModel } from '../model/index.ts';
import { renderCheck, renderCheckCsv, renderCheckMarkdown, renderJson } from '../report/index.ts';
import { checkFigures, checkReport } from '../run/check.ts';
import { type OutputOptions, readCommon } from './common.ts';
import { EXIT } from './exit.ts';
import { type Loaded, loadModel, printDiagnostics, worthSaying } from './load.ts';
import { deliver, screenFor } from './output.ts';

export interface CheckOptions extends OutputOptions {
  readonly expand: boolean;
}

/** `nines check`: resolves to the exit code. Simulates nothing. */
export async function check(file: string, options: CheckOptions): Promise<number> {
  const loaded = await loadModel(file, await readCommon(options));
  const code = loaded.model === null ? EXIT.model : EXIT.ok;
  // The other formats have the diagnostics in them.
  if (options.format === 'table') {
    printDiagnostics(loaded, options.quiet);
    if (loaded.model === null) return code;
  }
  await deliver(await render(loaded, options), options.output);
  return code;
}

async function render(loaded: Loaded, { format, expand, output, quiet }: CheckOptions): Promise<string> {
  const { diagnostics, model, source } = loaded;
  const expanded = expand ? expandedText(loaded) : null;
  if (format === 'table' && expanded !== null) return expanded;
  const checked = model === null ? null : checkFigures(model);
  const document = { findings: worthSaying(diagnostics, quiet), check: checked, expanded };
  switch (format) {
    case 'table':
      return checked === null ? '' : renderCheck(checked, screenFor(output));
    case 'json':
      return renderJson(checkReport(diagnostics, checked, expanded));
    case 'markdown':
      return renderCheckMarkdown(source.file, document);
    case 'csv':
      return renderCheckCsv(source.file, document);
    case 'html':
      return (await import('../html/index.ts')).renderCheckHtml(source.file, document);
  }
}

function expandedText({ model, source, set }: Loaded): string | null {
  return model === null ? null : expandModel(source.text, { file: source.file, set });
}
