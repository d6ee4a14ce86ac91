import { arithmeticAvailability, cutSets, singlePoints } from '../analysis/structure.ts';
import { expandModel } from '../model/index.ts';
import { renderCheck, renderJson } from '../report/index.ts';
import { EXIT } from './exit.ts';
import { type Loaded, loadModel, printDiagnostics } from './load.ts';
import { checkOutput, deliver, PLAIN_SCREEN, screenOf } from './output.ts';

export interface CheckOptions {
  readonly set: readonly string[];
  readonly expand: boolean;
  readonly format: 'table' | 'json';
  readonly output?: string;
  readonly quiet: boolean;
}

/** `nines check`: resolves to the exit code. Simulates nothing. */
export async function check(file: string, options: CheckOptions): Promise<number> {
  await checkOutput(options.output);
  const loaded = await loadModel(file, options.set);
  const { model, source, set } = loaded;
  if (options.format === 'json') {
    await deliver(renderJson(asJson(loaded, options.expand)), options.output);
    return model === null ? EXIT.model : EXIT.ok;
  }
  printDiagnostics(loaded, options.quiet);
  if (model === null) return EXIT.model;
  const screen = options.output === undefined ? screenOf(process.stdout) : PLAIN_SCREEN;
  const text = options.expand
    ? expandModel(source.text, { file: source.file, set })
    : renderCheck(
        { name: model.name, arithmetic: arithmeticAvailability(model), singlePoints: singlePoints(model), cutSets: cutSets(model) },
        screen,
      );
  await deliver(text, options.output);
  return EXIT.ok;
}

function asJson({ model, diagnostics, source, set }: Loaded, expand: boolean): object {
  return {
    nines: 1,
    kind: 'check',
    diagnostics,
    singlePoints: model === null ? [] : singlePoints(model),
    cutSets: model === null ? [] : cutSets(model),
    arithmetic: model === null ? null : arithmeticAvailability(model),
    ...(expand && model !== null ? { expanded: expandModel(source.text, { file: source.file, set }) } : {}),
  };
}
