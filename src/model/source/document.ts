import { isAlias, isMap, isScalar, isSeq, LineCounter, visit, type Document, type Node, type Pair } from 'yaml';
import { quote } from '../../units/index.ts';
import type { Nearest, SyntaxFound } from '../advice.ts';
import { messages } from '../messages/index.ts';
import type { Report } from '../report.ts';
import { DEEPEST, tooDeepAt } from './depth.ts';
import { findSlip, findTornNumber, type Piece } from './slip.ts';
import { parseYaml } from './yaml.ts';
import { childPath, type Entry, type Location, type Source } from '../tree.ts';

/** What a document may cost to read: it can come from a stranger. */
export const DOCUMENT_LIMITS = { bytes: 1 << 18, depth: DEEPEST, aliasedNodes: 10_000 } as const;

const ROOT: Location = { line: 1, column: 1, path: '' };

/** Reads YAML (or JSON) into a tree with places; everything wrong with its syntax goes into `report`. */
export function readDocument(text: string, report: Report): Source {
  if (text.length > DOCUMENT_LIMITS.bytes) {
    report.error(ROOT, messages.documentTooLong(text.length, DOCUMENT_LIMITS.bytes));
    return { type: 'bad', at: ROOT };
  }
  const tooDeep = tooDeepAt(text);
  if (tooDeep !== null) {
    const before = text.slice(0, tooDeep).split('\n');
    report.error(
      { line: before.length, column: (before.at(-1) ?? '').length + 1, path: '' },
      messages.documentTooDeep(DOCUMENT_LIMITS.depth),
    );
    return { type: 'bad', at: ROOT };
  }
  const lines = new LineCounter();
  let document: Document.Parsed;
  try {
    document = parseYaml(text, { lineCounter: lines });
  } catch (error) {
    // The library recurses; a document that exhausts the stack is nested beyond all use. Anything else is a fault.
    if (!(error instanceof RangeError)) throw error;
    report.error(ROOT, messages.documentTooDeep(DOCUMENT_LIMITS.depth));
    return { type: 'bad', at: ROOT };
  }
  const nearest: Nearest = (word, candidates) => report.nearest(word, candidates);
  const locate = (offset: number): Location => {
    const { line, col } = lines.linePos(offset);
    return { line, column: col, path: '' };
  };
  for (const { at, problem } of report.advice.syntax(foundIn(document), text, locate, nearest))
    report.error(at, problem);
  if (report.hasErrors) return { type: 'bad', at: ROOT };
  return new Converter(text, lines, report, anchorsOf(document)).convert(document.contents, ROOT);
}

type YamlNode = Node | null | undefined;

/** For each alias the node that it stands for: the last one so called above it. */
function anchorsOf(document: Document.Parsed): Map<Node, Node> {
  const named = new Map<string, Node>();
  const targets = new Map<Node, Node>();
  const waiting: unknown[] = [document.contents];
  while (waiting.length > 0) {
    const node = waiting.pop();
    if (isAlias(node)) {
      const target = named.get(node.source);
      if (target !== undefined) targets.set(node, target);
    } else if (isMap(node)) {
      if (node.anchor !== undefined) named.set(node.anchor, node);
      for (let i = node.items.length - 1; i >= 0; i--) waiting.push(node.items[i].value, node.items[i].key);
    } else if (isSeq(node)) {
      if (node.anchor !== undefined) named.set(node.anchor, node);
      for (let i = node.items.length - 1; i >= 0; i--) waiting.push(node.items[i]);
    } else if (isScalar(node) && node.anchor !== undefined) {
      named.set(node.anchor, node);
    }
  }
  return targets;
}

/** One after the other, as looking for a quote takes a look at the whole. */
function* foundIn(document: Document.Parsed): Generator<SyntaxFound> {
  for (const { code, message, pos } of [...document.errors, ...document.warnings])
    yield { code, message, offset: openQuote(document, code, pos[0]) ?? pos[0] };
}

/** Where the text begins whose quote is never closed: the library points to where it gave up, at the end. */
function openQuote(document: Document.Parsed, code: string, end: number): number | null {
  if (code !== 'MISSING_CHAR') return null;
  let start: number | null = null;
  visit(document, {
    Scalar: (_, { type, range }) => {
      const quoted = type === 'QUOTE_DOUBLE' || type === 'QUOTE_SINGLE';
      if (quoted && range && range[0] < end && end <= range[1]) start = range[0];
    },
  });
  return start;
}

/** Turns the library's nodes into ours. */
class Converter {
  #depth = 0;
  #aliasDepth = 0;
  #aliasedNodes = 0;

  constructor(
    private readonly text: string,
    private readonly lines: LineCounter,
    private readonly report: Report,
    private readonly targets: ReadonlyMap<Node, Node>,
  ) {}

  /** `fallback` is the place of the key, for a value that is not there. */
  convert(node: YamlNode, fallback: Location): Source {
    const at = this.#place(node, fallback.path) ?? fallback;
    if (++this.#depth > DOCUMENT_LIMITS.depth) {
      this.#depth--;
      return this.#bad(at, messages.documentTooDeep(DOCUMENT_LIMITS.depth));
    }
    const source = this.#inner(node, at);
    this.#depth--;
    return source;
  }

  #inner(node: YamlNode, at: Location): Source {
    if (this.#aliasDepth > 0 && ++this.#aliasedNodes > DOCUMENT_LIMITS.aliasedNodes) {
      return this.#aliasedNodes === DOCUMENT_LIMITS.aliasedNodes + 1
        ? this.#bad(at, messages.tooManyAliases(DOCUMENT_LIMITS.aliasedNodes))
        : { type: 'bad', at };
    }
    if (isAlias(node)) return this.#alias(node.source, this.targets.get(node), at);
    if (isMap(node)) return { type: 'map', at, entries: this.#entries(node.items, at.path, node.flow === true) };
    if (isSeq(node))
      return { type: 'list', at, items: this.#items(node.items as YamlNode[], at.path, node.flow === true) };
    if (!isScalar(node)) return { type: 'scalar', at, value: null, text: '' };
    const value: unknown = node.value;
    if (value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') {
      return { type: 'scalar', at, value, text: node.source ?? String(value ?? '') };
    }
    return this.#bad(at, messages.unreadable(quote(String(node.source))));
  }

  #alias(name: string, target: Node | undefined, at: Location): Source {
    if (target === undefined) return this.#bad(at, messages.unknownAlias(name));
    this.#aliasDepth++;
    const source = this.convert(target, at);
    this.#aliasDepth--;
    return source;
  }

  #entries(pairs: readonly Pair[], path: string, flow: boolean): Entry[] {
    const entries: Entry[] = [];
    const seen = new Map<string, Location>();
    const pieces = flow ? pairs.map(({ key, value }) => ({ head: pieceOf(key), tail: pieceOf(value) })) : [];
    for (let i = 0; i < pairs.length; i++) {
      const pair = pairs[i];
      const keyNode = pair.key as YamlNode;
      const key = this.#keyText(keyNode);
      const at = this.#place(keyNode, key === null ? path : childPath(path, key)) ?? { ...ROOT, path };
      if (key === null) {
        this.report.error(at, messages.complexKey());
        continue;
      }
      const slip = flow ? findSlip(pieces, i) : null;
      if (slip !== null) {
        const valueAt = slip.inKey ? at : (this.#place(pair.value as YamlNode, at.path) ?? at);
        entries.push({ key, at, value: this.#bad(valueAt, messages.unquotedComma(slip.text)) });
        i = slip.last;
        continue;
      }
      const torn = flow ? findTornNumber(pieces, i) : null;
      if (torn !== null) {
        entries.push({
          key,
          at,
          value: this.#bad(
            this.#place(pair.value as YamlNode, at.path) ?? at,
            messages.tornNumber(this.#between(pair.value, pairs[torn.last].key), torn.meant),
          ),
        });
        i = torn.last;
        continue;
      }
      const first = seen.get(key);
      if (first !== undefined) {
        this.report.error(at, messages.duplicateKey(key, first.line));
        continue;
      }
      seen.set(key, at);
      if (key === '<<') this.report.error(at, messages.mergeKey());
      else entries.push({ key, at, value: this.convert(pair.value as YamlNode, at) });
    }
    return entries;
  }

  #items(nodes: readonly YamlNode[], path: string, flow: boolean): Source[] {
    const items: Source[] = [];
    const pieces = flow ? nodes.map((node) => ({ head: pieceOf(node), tail: null })) : [];
    for (let i = 0; i < nodes.length; i++) {
      const fallback: Location = { ...ROOT, path: `${path}[${items.length}]` };
      const slip = flow ? findSlip(pieces, i) : null;
      if (slip === null) {
        items.push(this.convert(nodes[i], fallback));
      } else {
        items.push(this.#bad(this.#place(nodes[i], fallback.path) ?? fallback, messages.unquotedComma(slip.text)));
        i = slip.last;
      }
    }
    return items;
  }

  /** The text from the beginning of one node to the end of another. */
  #between(first: unknown, last: unknown): string {
    return this.text.slice((first as Node).range?.[0] ?? 0, (last as Node).range?.[1] ?? 0);
  }

  #keyText(node: YamlNode): string | null {
    if (!isScalar(node)) return null;
    return typeof node.value === 'string' ? node.value : (node.source ?? null);
  }

  #place(node: YamlNode, path: string): Location | null {
    const offset = node?.range?.[0];
    if (offset === undefined) return null;
    const { line, col } = this.lines.linePos(offset);
    return { line, column: col, path };
  }

  #bad(at: Location, problem: ReturnType<typeof messages.mergeKey>): Source {
    this.report.error(at, problem);
    return { type: 'bad', at };
  }
}

/** What the slip's detector needs to know of a key, value or item: the text of an unquoted scalar. */
function pieceOf(node: unknown): Piece {
  if (node === null || node === undefined) return { kind: 'nothing' };
  if (!isScalar(node)) return { kind: 'other' };
  if (node.value === null && (node.source ?? '') === '') return { kind: 'nothing' };
  return node.type === 'PLAIN' ? { kind: 'plain', text: node.source ?? String(node.value) } : { kind: 'other' };
}
