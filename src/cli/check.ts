import { arithmeticAvailability, cutSets, singlePoints } from '../analysis/structure.ts';
import { expandModel } from '../model/index.ts';
import { type Check, renderCheck, renderCheckCsv, renderCheckMarkdown, renderJson } from '../report/index.ts';
import type { OutputOptions } from './common.ts';
import { EXIT } from './exit.ts';
import { type Loaded, loadModel, printDiagnostics, worthSaying } from './load.ts';
import { checkOutput, deliver, screenFor } from './output.ts';

export interface CheckOptions extends OutputOptions {
  readonly expand: boolean;
}

/** `nines check`: resolves to the exit code. Simulates nothing. */
export async function check(file: string, options: CheckOptions): Promise<number> {
  await checkOutput(options.output);
  const loaded = await loadModel(file, options.set);
  const code = loaded.model === null ? EXIT.model : EXIT.ok;
  // The other formats have the diagnostics in them.
  if (options.format === 'table') {
    printDiagnostics(loaded, options.quiet);
    if (loaded.model === null) return code;
  }
  await deliver(render(loaded, options), options.output);
  return code;
}

function render(loaded: Loaded, { format, expand, output, quiet }: CheckOptions): string {
  const { diagnostics, source } = loaded;
  const expanded = expand ? expandedText(loaded) : null;
  if (format === 'table' && expanded !== null) return expanded;
  const checked = checkOf(loaded);
  switch (format) {
    case 'table':
      return checked === null ? '' : renderCheck(checked, screenFor(output));
    case 'json':
      return renderJson(asJson(loaded, checked, expanded));
    case 'markdown':
      return renderCheckMarkdown(source.file, { findings: worthSaying(diagnostics, quiet), check: checked, expanded });
    case 'csv':
      return renderCheckCsv(source.file, { findings: worthSaying(diagnostics, quiet), check: checked, expanded });
  }
}

function checkOf({ model }: Loaded): Check | null {
  if (model === null) return null;
  return { name: model.name, arithmetic: arithmeticAvailability(model), singlePoints: singlePoints(model), cutSets: cutSets(model) };
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
    arithmetic: checked?.arithmetic ?? null,
    ...(expanded === null ? {} : { expanded }),
  };
}
