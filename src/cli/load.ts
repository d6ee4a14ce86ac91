import { checkModel, type Diagnostic, type ParsedModel } from '../model/index.ts';
import type { Question } from '../run/question.ts';
import type { Common } from './common.ts';
import { renderDiagnostics } from './diagnostics.ts';
import { UsageError } from './exit.ts';
import { readSource, type Source } from './input.ts';
import { screenOf } from './output.ts';

/** A model read from the command line; `model` is null when it has errors. */
export interface Loaded {
  readonly source: Source;
  readonly set: Readonly<Record<string, string>>;
  readonly model: ParsedModel | null;
  readonly diagnostics: readonly Diagnostic[];
}

export async function loadModel(file: string, { set }: Common): Promise<Loaded> {
  const source = await readSource(file);
  return { source, set, ...checkModel(source.text, { file: source.file, set }) };
}

/** What a question says of its models. */
export function questioned(loaded: readonly Loaded[]): Pick<Question, 'models' | 'set'> {
  return { models: loaded.map(({ source: { text, file } }) => ({ text, file })), set: loaded[0].set };
}

/**
 * Several models that are held against each other; their diagnostics have been printed.
 * @returns `models` is null where one of them has errors
 */
export async function loadModels(
  files: readonly string[],
  common: Common,
): Promise<{ readonly loaded: readonly Loaded[]; readonly models: readonly ParsedModel[] | null }> {
  if (files.filter((file) => file === '-').length > 1)
    throw new UsageError('only one of the models can be -, standard input.');
  const loaded: Loaded[] = [];
  for (const file of files) loaded.push(await loadModel(file, common));
  for (const each of loaded) printDiagnostics(each, common.quiet);
  const models = loaded.flatMap(({ model }) => model ?? []);
  if (models.length < files.length) return { loaded, models: null };
  const odd = models.find(({ currency }) => currency !== models[0].currency);
  if (odd !== undefined)
    throw new UsageError(`the models reckon in ${models[0].currency} and in ${odd.currency}: give them one currency.`);
  return { loaded, models };
}

/** To standard error; `quiet` leaves the warnings out. */
export function printDiagnostics({ diagnostics, source, set }: Loaded, quiet: boolean): void {
  process.stderr.write(renderDiagnostics(worthSaying(diagnostics, quiet), source, screenOf(process.stderr), set));
}

export function worthSaying(diagnostics: readonly Diagnostic[], quiet: boolean): readonly Diagnostic[] {
  return quiet ? diagnostics.filter(({ severity }) => severity === 'error') : diagnostics;
}
