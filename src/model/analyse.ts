import { type Advice, NO_ADVICE } from './advice.ts';
import { checkParseArguments } from './arguments.ts';
import type { Diagnostic } from './diagnostic.ts';
import { documentShape } from './language/index.ts';
import { messages } from './messages/index.ts';
import type { ParameterMeaning, ParsedModel, ParseOptions } from './parsed.ts';
import { Reader } from './read/reader.ts';
import { Report } from './report.ts';
import { type Origin, rememberOrigin, type SetValues } from './origin.ts';
import { resolveModel, type Resolved, type Suspect } from './resolve/model.ts';
import { Parameters } from './scope/parameters.ts';
import { sha256 } from './sha256.ts';
import { ExpressionError, isCurrencyCode, type Parse, parsePlain, siUnit } from '../units/index.ts';
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
  readonly parse: Parse;
}

/** For the plainest models, and whoever does not ask what is wrong. */
const TERSE: Scrutiny = {
  advice: NO_ADVICE,
  suspect: () => undefined,
  parse(text, topLevel) {
    const plain = parsePlain(text, topLevel);
    if (plain === null) throw new ExpressionError({ message: '', suggestion: null });
    return plain;
  },
};

/**
 * The same model as `checkModel` has, or null where that has errors or the text is not of the plainest: for whoever has
 * that sent then. What is wrong is not said, and there are no warnings.
 */
export function readTersely(text: string, options: ParseOptions = {}): ParsedModel | null {
  return analyseWith(text, options, TERSE).sound?.model ?? null;
}

export function analyseWith(text: string, options: ParseOptions, scrutiny: Scrutiny): Analysis {
  checkParseArguments(text, options);
  const report = new Report(scrutiny.advice);
  const source = readDocument(text, report);
  if (source.type !== 'map') {
    if (source.type === 'scalar' && source.value === null) report.error(ROOT, messages.empty());
    else if (source.type !== 'bad') report.error(source.at, messages.notAMap());
    return { diagnostics: report.diagnostics(), sound: null };
  }
  return analyseSource({ source, sha256: sha256(text), options }, report, scrutiny);
}

/** The same for what was read before, with other values set beside those that were. */
export function analyseAgain({ options, ...origin }: Origin, set: SetValues, scrutiny: Scrutiny): Analysis {
  const both = { ...options, set: { ...options.set, ...set } };
  return analyseSource({ ...origin, options: both }, new Report(scrutiny.advice), scrutiny);
}

function analyseSource(origin: Origin, report: Report, { suspect, parse }: Scrutiny): Analysis {
  const { source, options } = origin;
  const { file = 'model.yaml', set = {} } = options;
  const parameters = new Parameters(entriesOf(source, 'parameters'), currencyOf(source), set, report, parse);
  const reader = new Reader(report, parameters.scope);
  const { fields } = reader.record(documentShape, source);
  const identity = {
    name: fields.name?.ok === true ? fields.name.value : baseName(file),
    sha256: origin.sha256,
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
    doubts: doubtsOf(parameters),
  };
  rememberOrigin(model, origin);
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
  const meanings = parameters.values().flatMap(({ name, meaning, doubt }): [string, ParameterMeaning][] => {
    const { is = null, from = null, to = null } = meaning ?? {};
    // What nobody knows is the world's, and lies about there.
    if (doubt !== null) return [[name, { is: is ?? 'assumption', from: from ?? doubt.low, to: to ?? doubt.high }]];
    return is === null && from === null && to === null ? [] : [[name, { is, from, to }]];
  });
  return Object.fromEntries(meanings);
}

function doubtsOf(parameters: Parameters): ParsedModel['doubts'] {
  const doubts = parameters.values().flatMap(({ name, doubt }) => (doubt === null ? [] : [[name, doubt] as const]));
  return Object.fromEntries(doubts);
}

function baseName(file: string): string {
  return (file.split(/[\\/]/).at(-1) ?? file).replace(/\.(ya?ml|json)$/i, '') || 'model';
}
