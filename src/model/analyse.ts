import { type Advice, NO_ADVICE } from './advice.ts';
import { checkParseArguments } from './arguments.ts';
import { rememberSource } from './changes.ts';
import type { Diagnostic } from './diagnostic.ts';
import { documentShape } from './language/index.ts';
import { messages } from './messages/index.ts';
import type { ParameterMeaning, ParsedModel, ParseOptions } from './parsed.ts';
import { Reader } from './read/reader.ts';
import { Report } from './report.ts';
import { resolveModel, type Resolved, type Suspect } from './resolve/model.ts';
import { Parameters } from './scope/parameters.ts';
import { sha256 } from './sha256.ts';
import { isCurrencyCode, siUnit } from '../units/index.ts';
import { readDocument } from './source/document.ts';
import type { MapSource } from './tree.ts';

export interface Checked {
  /** null where there are errors. */
  readonly model: ParsedModel | null;
  readonly diagnostics: readonly Diagnostic[];
}

/** What is known of a text: its diagnostics and, without errors, the model with what printing it needs. */
export interface Analysis {
  readonly diagnostics: readonly Diagnostic[];
  readonly sound: { readonly resolved: Resolved; readonly parameters: Parameters; readonly model: ParsedModel } | null;
}

const ROOT = { line: 1, column: 1, path: '' };

/** What only a mistake or a person's leisure asks for. */
interface Scrutiny {
  readonly advice: Advice;
  readonly suspect: Suspect;
}

/**
 * The same model as `checkModel` has, or null where that has errors; what they are is not said, and there are no
 * warnings: for whoever has that sent after the first figures.
 */
export function readTersely(text: string, options: ParseOptions = {}): ParsedModel | null {
  return analyseWith(text, options, { advice: NO_ADVICE, suspect: () => undefined }).sound?.model ?? null;
}

export function analyseWith(text: string, options: ParseOptions, { advice, suspect }: Scrutiny): Analysis {
  checkParseArguments(text, options);
  const { file = 'model.yaml', set = {} } = options;
  const report = new Report(advice);
  const source = readDocument(text, report);
  if (source.type !== 'map') {
    if (source.type === 'scalar' && source.value === null) report.error(ROOT, messages.empty());
    else if (source.type !== 'bad') report.error(source.at, messages.notAMap());
    return { diagnostics: report.diagnostics(), sound: null };
  }
  const parameters = new Parameters(entriesOf(source, 'parameters'), currencyOf(source), set, report);
  const reader = new Reader(report, parameters.scope);
  const { fields } = reader.record(documentShape, source);
  const identity = {
    name: fields.name?.ok === true ? fields.name.value : baseName(file),
    sha256: sha256(text),
    words: [...reader.words].sort(),
  };
  const resolved = resolveModel(fields, ROOT, parameters, identity, report, suspect);
  const diagnostics = report.diagnostics();
  if (report.hasErrors) return { diagnostics, sound: null };
  const model: ParsedModel = {
    ...resolved.model,
    file,
    warnings: diagnostics,
    parameterUnits: unitsOf(parameters),
    parameterMeanings: meaningsOf(parameters),
  };
  rememberSource(model, source);
  return { diagnostics, sound: { resolved, parameters, model } };
}

/** The entries of a map below the root; none where there is no map, which reading the root will report. */
function entriesOf(source: MapSource, key: string): MapSource['entries'] {
  const value = source.entries.find((entry) => entry.key === key)?.value;
  return value?.type === 'map' ? value.entries : [];
}

/** The currency has to be known before any value can be read. */
function currencyOf(source: MapSource): string {
  const value = source.entries.find((entry) => entry.key === 'currency')?.value;
  return value?.type === 'scalar' && typeof value.value === 'string' && isCurrencyCode(value.value)
    ? value.value
    : 'USD';
}

function unitsOf(parameters: Parameters): Record<string, string | null> {
  const units = parameters
    .values()
    .map(({ name, value }): [string, string | null] => [
      name,
      value.kind === 'quantity' ? siUnit(value.quantity.dimension, parameters.scope.currency) : null,
    ]);
  return Object.fromEntries(units);
}

function meaningsOf(parameters: Parameters): ParsedModel['parameterMeanings'] {
  const meanings = parameters
    .values()
    .flatMap(({ name, meaning }): [string, ParameterMeaning][] =>
      meaning === null || (meaning.is === null && meaning.from === null && meaning.to === null)
        ? []
        : [[name, meaning]],
    );
  return Object.fromEntries(meanings);
}

function baseName(file: string): string {
  return (file.split(/[\\/]/).at(-1) ?? file).replace(/\.(ya?ml|json)$/i, '') || 'model';
}
