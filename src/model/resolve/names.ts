import type { Field } from '../language/kinds.ts';
import { messages } from '../messages/index.ts';
import type { Report } from '../report.ts';
import type { Location } from '../tree.ts';
import type { Directory } from './directory.ts';

/** Names of one sort of thing, and the index of each. */
export class Names {
  readonly #indices = new Map<string, number>();
  readonly #list: string[] = [];
  #missing = false;

  constructor(
    private readonly what: string,
    names: Iterable<string>,
    /** Some of these things could not be read: what seems to be unknown may be one of them. */
    private readonly incomplete: boolean,
    private readonly report: Report,
    private readonly directory: Directory,
  ) {
    for (const name of names) {
      this.#indices.set(name, this.#list.length);
      this.#list.push(name);
    }
  }

  /** Whether anything was asked for that is not there. */
  get missed(): boolean {
    return this.#missing;
  }

  /** The index of what a field names; −1 where it names nothing, which is reported. */
  find(field: Field<string>): number {
    const index = field.ok ? this.#indices.get(field.value) : undefined;
    if (index !== undefined) return index;
    this.#missing = true;
    if (!field.ok) return -1;
    this.unknown(field.value, field.at);
    return -1;
  }

  /** The index of a name, −1 where there is none: nothing is reported. */
  indexOf(name: string): number {
    return this.#indices.get(name) ?? -1;
  }

  /** Reports a name that means nothing, with the nearest of these and of some others. */
  unknown(name: string, at: Location, others: Iterable<string> = []): void {
    this.#missing = true;
    if (this.incomplete) return;
    const misnamed = this.directory.misnamed(this.what, name, at.path);
    if (misnamed !== null) {
      this.report.error(at, misnamed);
      return;
    }
    this.report.error(
      at,
      messages.unknown(this.what, name, this.report.nearest(name, chained(this.#indices.keys(), others))),
    );
  }

  nameOf(index: number): string {
    return this.#list[index];
  }

  /** The indices of what a list names, without those that are wrong. @param twice what a second time means */
  findAll(fields: readonly Field<string>[], twice: 'warning' | 'error' | 'again' = 'warning'): number[] {
    if (twice === 'again') return fields.map((field) => this.find(field)).filter((index) => index >= 0);
    const found = new Set<number>();
    for (const field of fields) {
      const index = this.find(field);
      if (index < 0 || !field.ok) continue;
      if (found.has(index)) this.report[twice](field.at, messages.listedTwice(field.value));
      found.add(index);
    }
    return [...found];
  }
}

function* chained(first: Iterable<string>, second: Iterable<string>): Iterable<string> {
  yield* first;
  yield* second;
}
