import { exactFigures } from '../analysis/exact/exact.ts';
import {
  arithmeticAvailability,
  arithmeticUnavailability,
  cutSets,
  cutSetsByOrder,
  importance,
  singlePoints,
} from '../analysis/structure/index.ts';
import { refusals } from '../analysis/theorems.ts';
import { expandModel } from '../model/index.ts';
import { type Check, renderCheck, renderCheckCsv, renderCheckMarkdown, renderJson } from '../report/index.ts';
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
  const { diagnostics, source } = loaded;
  const expanded = expand ? expandedText(loaded) : null;
  if (format === 'table' && expanded !== null) return expanded;
  const checked = checkOf(loaded);
  const document = { findings: worthSaying(diagnostics, quiet), check: checked, expanded };
  switch (format) {
    case 'table':
      return checked === null ? '' : renderCheck(checked, screenFor(output));
    case 'json':
      return renderJson(asJson(loaded, checked, expanded));
    case 'markdown':
      return renderCheckMarkdown(source.file, document);
    case 'csv':
      return renderCheckCsv(source.file, document);
    case 'html':
      return (await import('../html/index.ts')).renderCheckHtml(source.file, document);
  }
}

function checkOf({ model }: Loaded): Check | null {
  if (model === null) return null;
  return {
    ...{
      name: model.name,
      arithmetic: arithmeticAvailability(model),
      arithmeticUnavailability: arithmeticUnavailability(model),
      exact: exactFigures(model),
    },
    ...{
      singlePoints: singlePoints(model),
      cutSets: cutSets(model),
      cutSetsByOrder: cutSetsByOrder(model),
      importance: importance(model),
    },
    refused: refusals(model),
  };
}

function expandedText({ model, source, set }: Loaded): string | null {
  return model === null ? null : expandModel(source.text, { file: source.file, set });
}

function asJson({ diagnostics }: Loaded, checked: Check | null, expanded: string | null): object {
  return {
    nines: 1,
    kind: 'check',
    diagnostics,
    singlePoints: checked?.singlePoints ?? [],
    cutSets: checked?.cutSets ?? [],
    cutSetsByOrder: checked?.cutSetsByOrder ?? [],
    importance: checked?.importance ?? [],
    arithmetic: checked?.arithmetic ?? null,
    arithmeticUnavailability: checked?.arithmeticUnavailability ?? null,
    exact: checked?.exact ?? null,
    ...(checked === null || checked.refused.length === 0 ? {} : { refused: checked.refused }),
    ...(expanded === null ? {} : { expanded }),
  };
}
