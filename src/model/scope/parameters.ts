import {
  describeDimension,
  ExpressionError,
  findUnit,
  isPlainZero,
  PLAIN,
  quote,
  RESERVED_WORDS,
  sameDimension,
  siUnit,
  TIME,
  writeQuantity,
  type Dimension,
  type Parse,
  type Problem,
} from '../../units/index.ts';
import { describeValue, messages } from '../messages/index.ts';
import type { Report } from '../report.ts';
import type { SetValues } from '../origin.ts';
import type { ParameterMeaning } from '../parsed.ts';
import type { Entry, Location, MapSource, Source } from '../tree.ts';
import { readMeaning } from './meanings.ts';
import { type Doubt, doubtAt, doubtBetween, rangeEnds } from '../ranges.ts';
import { AlreadyReported, isTakenName, Scope, type Value } from './scope.ts';

/** Parameters may use each other, which is followed by recursion. */
const MAX_PARAMETERS = 1_000;
const MAX_CHAIN = 100;

/** A parameter that is right. */
interface ParameterValue extends Pick<Parameter, 'text' | 'meaning' | 'doubt'> {
  readonly name: string;
  readonly value: Value;
}

interface Parameter {
  readonly at: Location;
  /** Of its value. */
  readonly source: Source;
  /** `{ value, from, to, is }`; null for a plain value. */
  readonly map: MapSource | null;
  /** What it is set to from outside, in place of what the model says. */
  readonly set: number | string | undefined;
  readonly uses: Set<string>;
  state: 'unread' | 'reading' | 'bad' | 'read';
  value: Value | null;
  meaning: ParameterMeaning | null;
  /** Where it is one number that nobody knows; its value is then the median. */
  doubt: Doubt | null;
  /** The text that gave its value; what `Model.parameters` holds for a distribution. */
  text: string;
}

/** The model's parameters: read in whatever order they need each other. */
export class Parameters {
  readonly scope: Scope;
  readonly #all = new Map<string, Parameter>();
  readonly #reading: string[] = [];
  readonly #used = new Set<string>();

  constructor(
    entries: readonly Entry[],
    currency: string,
    set: SetValues,
    private readonly report: Report,
    parse: Parse,
  ) {
    this.scope = new Scope(
      currency,
      (name) => this.#lookup(name),
      (word, more) => report.nearest(word, [...this.#all.keys(), ...more]),
      parse,
    );
    if (entries.length > MAX_PARAMETERS)
      report.error(entries[MAX_PARAMETERS].at, messages.tooManyParameters(MAX_PARAMETERS));
    for (const { key, at, value } of entries.slice(0, MAX_PARAMETERS)) {
      const problem = this.#nameProblem(key, currency);
      if (problem !== null) {
        // It is left out, so that it neither shadows what it is called like nor counts as unused.
        report.error(at, problem);
        continue;
      }
      this.#all.set(key, {
        at,
        source: value.type === 'map' ? valueIn(value) : value,
        map: value.type === 'map' ? value : null,
        set: Object.hasOwn(set, key) ? set[key] : undefined,
        uses: new Set(),
        state: 'unread',
        value: null,
        meaning: null,
        doubt: null,
        text: '',
      });
    }
    for (const name of Object.keys(set)) {
      if (!entries.some(({ key }) => key === name))
        report.error(locationOfSet(name), messages.unknownParameter(name, report.nearest(name, this.#all.keys())));
    }
    for (const name of this.#all.keys()) this.#read(name);
    // After all values: where a parameter may lie can be said with others, and is part of no circle.
    const isAsWritten = Object.keys(set).length === 0;
    for (const [name, parameter] of this.#all) {
      if (parameter.map === null || parameter.value === null) continue;
      const evaluate = (source: Source) => this.#evaluate(source);
      parameter.meaning = readMeaning(name, parameter.map, parameter.value, {
        currency,
        report,
        evaluate,
        isAsWritten,
      });
    }
  }

  /** Each parameter's value, in the order written; those with errors are left out. */
  values(): ParameterValue[] {
    return [...this.#all].flatMap(([name, { value, text, meaning, doubt }]) =>
      value === null ? [] : [{ name, value, text, meaning, doubt }],
    );
  }

  /** Where the parameters stand that no value uses, directly or through other parameters. */
  unused(): { name: string; at: Location }[] {
    const waiting = [...this.#used];
    const reached = new Set(waiting);
    for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
      for (const next of this.#all.get(name)?.uses ?? []) {
        if (!reached.has(next)) {
          reached.add(next);
          waiting.push(next);
        }
      }
    }
    return [...this.#all].filter(([name]) => !reached.has(name)).map(([name, { at }]) => ({ name, at }));
  }

  #lookup(name: string): Value | undefined {
    const parameter = this.#all.get(name);
    if (parameter === undefined) return undefined;
    const user = this.#reading.at(-1);
    if (user === undefined) this.#used.add(name);
    else this.#all.get(user)?.uses.add(name);
    if (parameter.state === 'reading') {
      const cycle = this.#reading.slice(this.#reading.indexOf(name));
      this.report.error(parameter.at, messages.parameterCycle([...cycle, name]));
      for (const member of cycle) this.#spoil(member);
    }
    if (this.#reading.length > MAX_CHAIN) throw new ExpressionError(messages.parameterChain(MAX_CHAIN));
    if (parameter.state === 'unread') this.#read(name);
    if (parameter.value === null) throw new AlreadyReported();
    return parameter.value;
  }

  #spoil(name: string): void {
    const parameter = this.#all.get(name);
    if (parameter !== undefined) parameter.state = 'bad';
  }

  #read(name: string): void {
    const parameter = this.#all.get(name);
    if (parameter === undefined || parameter.state !== 'unread') return;
    parameter.state = 'reading';
    this.#reading.push(name);
    const declared = this.#declared(parameter);
    const value =
      parameter.set === undefined || declared === null
        ? declared
        : this.#replaced(name, parameter, declared, parameter.set);
    this.#reading.pop();
    // A cycle found meanwhile has spoilt it.
    if (value === null || (parameter.state as string) === 'bad') {
      parameter.state = 'bad';
      return;
    }
    parameter.state = 'read';
    parameter.value = value;
  }

  #declared(parameter: Parameter): Value | null {
    const { source } = parameter;
    if (source.type === 'scalar' && typeof source.value === 'string') parameter.text = source.value.trim();
    const ends = rangeEnds(parameter.text);
    return ends === null ? this.#evaluate(source) : this.#median(parameter, ends, source.at);
  }

  /** Of what is between two ends, which is remembered. */
  #median(parameter: Parameter, ends: { readonly low: string; readonly high: string }, at: Location): Value | null {
    const [low, high] = [this.#expression(ends.low, at), this.#expression(ends.high, at)];
    if (low === null || high === null) return null;
    if (low.kind === 'distribution' || high.kind === 'distribution') {
      this.report.error(at, messages.rangeOfDistributions(parameter.text));
      return null;
    }
    const { dimension, value } = low.quantity;
    if (!sameDimension(dimension, high.quantity.dimension)) {
      const [from, to] = [dimension, high.quantity.dimension].map(describeDimension);
      this.report.error(at, messages.rangeOfTwoKinds(parameter.text, from, to));
      return null;
    }
    if (value <= 0 || value >= high.quantity.value) {
      this.report.error(at, messages.rangeOrder(parameter.text, value <= 0));
      return null;
    }
    parameter.doubt = doubtBetween(low.quantity, high.quantity);
    return { kind: 'quantity', quantity: { value: doubtAt(parameter.doubt, 0), dimension } };
  }

  #evaluate(source: Source): Value | null {
    if (source.type === 'bad') return null;
    if (source.type === 'scalar' && typeof source.value === 'number') return this.#number(source.value, source.at);
    if (source.type === 'scalar' && typeof source.value === 'string') return this.#expression(source.value, source.at);
    const got = source.type === 'scalar' ? describeValue(source.value) : `a ${source.type}`;
    this.report.error(source.at, messages.needs('a number, a quantity, an expression or a distribution', got));
    return null;
  }

  #replaced(name: string, parameter: Parameter, declared: Value, set: number | string): Value | null {
    const at = locationOfSet(name);
    parameter.text = String(set).trim();
    // What is set is known, unless it is a range itself.
    parameter.doubt = null;
    const ends = rangeEnds(parameter.text);
    const value =
      ends !== null
        ? this.#median(parameter, ends, at)
        : typeof set === 'number'
          ? this.#number(set, at)
          : this.#expression(set, at);
    if (value === null) return null;
    const [wanted, given] = [dimensionOf(declared), dimensionOf(value)];
    if (isZero(declared) || sameDimension(wanted, given)) return value;
    if (isZero(value)) return { kind: 'quantity', quantity: { value: 0, dimension: wanted } };
    const plain = value.kind === 'quantity' && sameDimension(given, PLAIN) ? value.quantity.value : null;
    const unit = siUnit(wanted, this.scope.currency);
    const declaredText =
      declared.kind === 'quantity' ? writeQuantity(declared.quantity, this.scope.currency) : 'a distribution';
    this.report.error(
      at,
      messages.setDimension(
        name,
        `${describeDimension(wanted)} (${declaredText})`,
        plain === null ? `${quote(parameter.text)}, ${describeDimension(given)}` : `the plain number ${plain}`,
        plain === null || unit === '' ? null : `${plain} ${declaredUnit(declaredText) ?? unit}`,
      ),
    );
    return null;
  }

  #number(value: number, at: Location): Value | null {
    if (Number.isFinite(value)) return { kind: 'quantity', quantity: { value, dimension: PLAIN } };
    this.report.error(at, messages.notFinite(String(value)));
    return null;
  }

  #expression(text: string, at: Location): Value | null {
    try {
      return this.scope.evaluate(text);
    } catch (error) {
      if (error instanceof ExpressionError)
        this.report.error(
          at,
          this.report.advice.notation(text, null, this.scope.currency, (other) => this.#reads(other)) ?? error.problem,
        );
      else if (!(error instanceof AlreadyReported)) throw error;
      return null;
    }
  }

  #reads(text: string): boolean {
    try {
      this.scope.evaluate(text);
      return true;
    } catch (error) {
      if (error instanceof ExpressionError || error instanceof AlreadyReported) return false;
      throw error;
    }
  }

  #nameProblem(name: string, currency: string): Problem | null {
    if (!/^[A-Za-z_][A-Za-z0-9_]*$/.test(name)) {
      const repaired = name.replace(/[^A-Za-z0-9_]+/g, '_').replace(/^(?=[0-9])/, '_');
      return messages.parameterName(name, /^[A-Za-z0-9_]+$/.test(repaired) ? repaired : null);
    }
    if (findUnit(name, currency) !== undefined) return messages.parameterIsUnit(name, `${name}_`);
    if (RESERVED_WORDS.has(name) || isTakenName(name)) return messages.parameterIsReserved(name, `${name}_`);
    return null;
  }
}

/** The value of a parameter that is a map; where there is none, reading the document says so. */
function valueIn({ at, entries }: MapSource): Source {
  return entries.find(({ key }) => key === 'value')?.value ?? { type: 'bad', at };
}

/** A value from outside stands nowhere in the text. */
function locationOfSet(name: string): Location {
  return { line: 1, column: 1, path: `parameters.${name}` };
}

function dimensionOf(value: Value): Dimension {
  return value.kind === 'quantity' ? value.quantity.dimension : TIME;
}

function isZero(value: Value): boolean {
  return value.kind === 'quantity' && isPlainZero(value.quantity);
}

/** The unit in which a parameter was declared: `years` of `2 years`; undefined where it is no plain quantity. */
function declaredUnit(text: string): string | undefined {
  return /^[\d.]+ ([A-Za-z/]+)$/.exec(text)?.[1];
}
