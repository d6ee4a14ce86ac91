import { checkModel, type Diagnostic, type Model } from '../model/index.ts';
import { renderDiagnostics } from './diagnostics.ts';
import { readSettings, readSource, type Source } from './input.ts';
import { screenOf } from './output.ts';

/** A model read from the command line; `model` is null when it has errors. */
export interface Loaded {
  readonly source: Source;
  readonly set: Readonly<Record<string, string>>;
  readonly model: Model | null;
  readonly diagnostics: readonly Diagnostic[];
}

export async function loadModel(file: string, settings: readonly string[]): Promise<Loaded> {
  const set = readSettings(settings);
  const source = await readSource(file);
  return { source, set, ...checkModel(source.text, { file: source.file, set }) };
}

/** To standard error; `quiet` leaves the warnings out. */
export function printDiagnostics({ diagnostics, source, set }: Loaded, quiet: boolean): void {
  process.stderr.write(renderDiagnostics(worthSaying(diagnostics, quiet), source, screenOf(process.stderr), set));
}

export function worthSaying(diagnostics: readonly Diagnostic[], quiet: boolean): readonly Diagnostic[] {
  return quiet ? diagnostics.filter(({ severity }) => severity === 'error') : diagnostics;
}
