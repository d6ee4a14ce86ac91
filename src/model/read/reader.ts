import { isCurrencyCode, quote, readHours, type Problem } from '../../units/index.ts';
import { LANGUAGE_VERSION } from '../language/index.ts';
import {
  isNumeric,
  type Field,
  type FieldsOf,
  type Keys,
  type Kind,
  type Named,
  type ReadRecord,
  type Shape,
} from '../language/kinds.ts';
import { describeValue, messages } from '../messages/index.ts';
import type { Report } from '../report.ts';
import type { Scope } from '../scope/scope.ts';
import type { Entry, MapSource, Location, ScalarSource, Source } from '../tree.ts';
import { Misfit, readNumber } from './values.ts';

const TARGETS = "what is to fail, such as 'eu-west-1a' or 'db.active'";

/** A value of any kind, as its place in the language was read: the kind's `T` says which. */
type Read = Field<unknown>;

/** Reads a source as the description of the language says, and reports whatever does not fit it. */
export class Reader {
  /**
   * What the document uses of the language, for `features.ts`: `shape.key`, and `shape.key=value` for one of several
   * values.
   */
  readonly words = new Set<string>();

  constructor(
    private readonly report: Report,
    private readonly scope: Scope,
  ) {}

  /** `T` belongs to the kind by construction (`build.ts`): here is the one place that relies on it. */
  read<T>(kind: Kind<T>, source: Source): Field<T> {
    return this.#dispatch(kind, source) as Field<T>;
  }

  record<K extends Keys>(shape: Shape<K>, source: MapSource): ReadRecord<FieldsOf<K>> {
    return this.#readRecord(shape, source) as ReadRecord<FieldsOf<K>>;
  }

  #dispatch(kind: Kind, source: Source): Read {
    if (source.type === 'bad') return { ok: false, at: source.at };
    switch (kind.type) {
      case 'list':
        return this.#list(kind.of, source);
      case 'names':
        return this.#names(kind.what, kind.of, source);
      case 'record':
        return this.#recordField(kind.shape(), source);
      case 'parameter':
        // Parameters are read by `Parameters`, before everything that may use them.
        return { ok: true, value: null, at: source.at };
      case 'either':
        return this.#either(kind.scalar, kind.record, source);
      default:
    }
    if (source.type !== 'scalar')
      return this.#fail(source.at, { ...this.#notScalar(kind, source), ...onlyItem(source) });
    try {
      return { ok: true, value: this.#scalar(kind, source), at: source.at };
    } catch (error) {
      if (!(error instanceof Misfit)) throw error;
      return error.problem === null ? { ok: false, at: source.at } : this.#fail(source.at, error.problem);
    }
  }

  #scalar(kind: Kind, source: ScalarSource): unknown {
    const { value, text } = source;
    if (value === null) throw new Misfit(messages.noValue(lastKey(source.at.path)));
    if (kind.type === 'integer' && kind.unlimited === true && value === 'unlimited') return Infinity;
    if (kind.type === 'integer' && kind.orShare === true) return this.#numberOrShare(kind, source);
    if (isNumeric(kind)) return readNumber(kind, source, this.scope, this.report.advice);
    const got = describeValue(value);
    switch (kind.type) {
      case 'text':
        return String(typeof value === 'string' ? value : text);
      case 'word':
      case 'reference':
        if (typeof value === 'boolean')
          throw new Misfit(messages.needs(`the name of a ${kind.type === 'word' ? 'kind' : kind.to}`, got));
        return typeof value === 'string' ? value : text;
      case 'target':
        if (typeof value === 'boolean') throw new Misfit(messages.needs(TARGETS, got));
        return typeof value === 'string' ? value : text;
      case 'hours': {
        const read = typeof value === 'string' ? readHours([value]) : null;
        if (read === null) throw new Misfit(messages.needsHours(got));
        if (read.length === 0) throw new Misfit(messages.hoursNeverCome(quote(text)));
        return value;
      }
      case 'version':
        if (value !== LANGUAGE_VERSION) throw new Misfit(messages.wrongVersion(text));
        return value;
      case 'currency':
        if (typeof value !== 'string' || !isCurrencyCode(value)) throw new Misfit(messages.currencyCode(String(value)));
        return value;
      case 'seed':
        if (typeof value === 'boolean') throw new Misfit(messages.needs('a number or a word', got));
        return typeof value === 'number' && !Number.isSafeInteger(value) ? text : String(value);
      case 'flag':
        if (typeof value !== 'boolean') throw new Misfit(messages.needsFlag(got));
        return value;
      case 'choice': {
        const words = Object.keys(kind.words);
        if ('quorum' in kind.words && /^n ?\+ ?\d$/i.test(text)) throw new Misfit(messages.nPlusMode(words, text));
        if (typeof value !== 'string' || !words.includes(value))
          throw new Misfit(messages.oneOf(words, text, this.#nearestWord(text, words)));
        return value;
      }
      default:
        return null;
    }
  }

  /** What is between 0 and 1 is a share as well, whatever it is called. */
  #numberOrShare(kind: Extract<Kind, { type: 'integer' }>, source: ScalarSource): unknown {
    const share = () => readNumber({ type: 'share', open: false }, source, this.scope, this.report.advice);
    if (source.text.trimEnd().endsWith('%')) return { share: share() };
    try {
      return readNumber(kind, source, this.scope, this.report.advice);
    } catch (error) {
      if (!(error instanceof Misfit) || typeof source.value !== 'string') throw error;
      try {
        return { share: share() };
      } catch {
        throw error;
      }
    }
  }

  /** The word that was meant; where none is near, the first with a part that is: `actve` for `active-active`. */
  #nearestWord(text: string, words: readonly string[]): string | null {
    const whole =
      this.report.nearest(text, words, 0) ?? this.report.advice.choice(text, words) ?? this.report.nearest(text, words);
    if (whole !== null) return whole;
    const parts = new Map(
      words.flatMap((word) => word.split('-').map((part): [string, string] => [part, word])).reverse(),
    );
    return parts.get(this.report.nearest(text, parts.keys()) ?? '') ?? null;
  }

  #either(scalar: Kind, record: Kind, source: Source): Read {
    if (source.type === 'map') return this.#dispatch(record, source);
    // `redirect: dns` is no time, nor half of one.
    const shape = record.type === 'record' ? record.shape() : null;
    if (shape?.name === 'redirection' && source.type === 'scalar' && /^(?:dns|ttl|route ?53)$/i.test(source.text)) {
      return this.#fail(source.at, messages.needsMap(shape.name, describeValue(source.value), '{ dns-ttl: 60 s }'));
    }
    return this.#dispatch(scalar, source);
  }

  #notScalar(kind: Kind, source: Exclude<Source, ScalarSource>): Problem {
    const got = source.type === 'list' ? 'a list' : 'a map';
    if (source.type === 'map' && kind.type === 'integer' && source.entries.some(({ key }) => /^max/.test(key)))
      return messages.later('autoscale', 'replacing members automatically');
    if (isNumeric(kind)) {
      switch (kind.type) {
        case 'duration':
        case 'draw':
          return messages.needsTime(got, null);
        case 'rate':
          return messages.needsRate(this.scope.currency, got, null);
        case 'measure':
          return messages.needsMeasure(kind.of, this.scope.currency, got, null);
        case 'share':
          return messages.needsShare(got);
        case 'integer':
          return messages.needsInteger(kind.min, got);
        case 'years':
          return messages.needsYears(got);
      }
    }
    if (kind.type === 'choice') return messages.oneOf(Object.keys(kind.words), got, null);
    if (kind.type === 'flag') return messages.needsFlag(got);
    if (kind.type === 'hours') return messages.needsHours(got);
    if (kind.type === 'reference') return messages.needs(`the name of a ${kind.to}`, got);
    if (kind.type === 'target') return messages.needs(TARGETS, got);
    return messages.needs('one value', got);
  }

  #list(of: Kind, source: Source): Read {
    if (isOne(of, source)) {
      const item = this.#dispatch(of, source);
      return { ok: true, value: [item], at: source.at };
    }
    if (source.type === 'scalar') return this.#fail(source.at, messages.noValue(lastKey(source.at.path)));
    if (source.type !== 'list') {
      return this.#fail(
        source.at,
        source.type === 'map'
          ? this.report.advice.listInstead(lastKey(source.at.path), of, source)
          : messages.needs('a list', 'nothing'),
      );
    }
    return { ok: true, value: source.items.map((item) => this.#dispatch(of, item)), at: source.at };
  }

  #names(what: string, of: Kind, source: Source): Read {
    const entries = this.#entries(source, (got) => this.report.advice.namesInstead(what, of, source, got));
    if (entries === null) return { ok: false, at: source.at };
    const value = entries.map(({ key, at, value: inner }): Named<unknown> => {
      // `Parameters` says more of a parameter's name.
      if (what !== 'parameter' && !isName(key)) this.report.error(at, messages.badName(what, key));
      const isShare = of.type === 'share' && inner.type === 'scalar' && inner.value === null;
      return {
        name: key,
        at,
        field: isShare ? this.#fail(inner.at, messages.noShare(key)) : this.#dispatch(of, inner),
      };
    });
    return { ok: true, value, at: source.at };
  }

  #recordField(shape: Shape, source: Source): Read {
    const entries = this.#entries(source, (got) =>
      this.report.advice.mapInstead(shape.name, source, got, this.scope.currency),
    );
    if (entries === null) return { ok: false, at: source.at };
    return { ok: true, value: this.#readRecord(shape, { type: 'map', at: source.at, entries }), at: source.at };
  }

  /** A map's entries; nothing at all is an empty map. */
  #entries(source: Source, problem: (got: string) => Problem): readonly Entry[] | null {
    if (source.type === 'map') return source.entries;
    if (source.type === 'scalar' && source.value === null) return [];
    if (source.type !== 'bad')
      this.report.error(source.at, problem(source.type === 'list' ? 'a list' : describeValue(source.value)));
    return null;
  }

  #readRecord(shape: Shape, source: MapSource): ReadRecord<Record<string, Read>> {
    const fields: Record<string, Read> = {};
    const keys = new Map<string, Location>();
    const misspelt = new Map<string, Location>();
    let incomplete = false;
    for (const { key, at, value } of source.entries) {
      if (Object.hasOwn(shape.keys, key)) {
        keys.set(key, at);
        fields[key] = this.#dispatch(shape.keys[key].kind, value);
        this.words.add(`${shape.name}.${key}${chosen(shape.keys[key].kind, fields[key])}`);
      } else {
        incomplete = true;
        const { problem, meant } = this.report.advice.unknownKey(
          shape,
          key,
          value,
          this.scope.currency,
          (word, candidates, limit) => this.report.nearest(word, candidates, limit),
        );
        this.report.error(at, problem);
        if (meant !== null) misspelt.set(meant, at);
      }
    }
    // A misspelt key is there, but wrong: nobody shall be told that it is missing as well.
    for (const [name, at] of misspelt) if (!Object.hasOwn(fields, name)) fields[name] = { ok: false, at };
    for (const [name, { required, examples }] of Object.entries(shape.keys)) {
      if (required !== true || Object.hasOwn(fields, name)) continue;
      const problem =
        name === 'nines' ? messages.missingVersion() : messages.missingKey(name, shape.name, examples ?? []);
      this.report.error(source.at, problem);
      fields[name] = { ok: false, at: source.at };
    }
    return { at: source.at, fields, keys, incomplete };
  }

  #fail(at: Location, problem: Problem): Read {
    this.report.error(at, problem);
    return { ok: false, at };
  }
}

/** A value that stands for a list of one; of a map that may stand in the list its keys tell. */
function isOne(of: Kind, source: Source): boolean {
  if (source.type === 'scalar') return source.value !== null;
  const record = of.type === 'either' ? of.record : of;
  if (source.type !== 'map' || record.type !== 'record') return false;
  const { keys } = record.shape();
  return source.entries.some(({ key }) => Object.hasOwn(keys, key));
}

/** `=value` for one of several values. */
function chosen(kind: Kind, field: Read): string {
  if (kind.type === 'either') return field.ok && typeof field.value === 'string' ? chosen(kind.scalar, field) : '';
  return kind.type === 'choice' && field.ok ? `=${String(field.value)}` : '';
}

/** A list of one is that one. */
function onlyItem(source: Source): { suggestion: string } | Record<string, never> {
  const [item, ...others] = source.type === 'list' ? source.items : [];
  return item?.type === 'scalar' && item.value !== null && others.length === 0 ? { suggestion: item.text } : {};
}

/** The author's own names: anything that can be printed on one line. */
function isName(text: string): boolean {
  return (
    text !== '__proto__' && text.length >= 1 && text.length <= 100 && text.trim() === text && !/\p{Cc}/u.test(text)
  );
}

function lastKey(path: string): string {
  return /[^.[\]]+(?:\[\d+\])?$/.exec(path)?.[0] ?? quote(path);
}
