import { isAlias, isMap, isScalar, isSeq, type Alias, type Document, type Node, type Pair, type YAMLMap } from 'yaml';
import { parseYaml } from '../model/source/yaml.ts';
import { tooDeepAt } from '../model/source/depth.ts';
import { Refusal, type Path } from './act.ts';
import { plainOf, textOf, type Plain } from './plain.ts';

/** A node with its place in the map or list that holds it. */
export interface Found {
  /** Whether the path goes through an alias: then the node stands elsewhere as well. */
  readonly holder: Node | null;
  readonly index: number;
  readonly node: unknown;
}

/** A text that could be read, with where everything stands in it. */
export class Sheet {
  readonly document: Document.Parsed;
  readonly #targets = new Map<Alias, Node>();
  #plain: Plain | undefined;

  constructor(readonly text: string) {
    if (tooDeepAt(text) !== null) throw new Refusal('This text is nested too deep to be changed by pointing: edit it.');
    this.document = parseYaml(text, { keepSourceTokens: true });
    const [error] = [...this.document.errors, ...this.document.warnings];
    if (error !== undefined) {
      const line = text.slice(0, error.pos[0]).split('\n').length;
      throw new Refusal(`The text cannot be read in line ${line}: mend that first, or undo.`);
    }
    if (this.root !== null && !isMap(this.root))
      throw new Refusal('The text is not a map of keys: begin with nines: 1.');
    this.#link();
  }

  /** null: nothing stands in the text but comments. */
  get root(): YAMLMap | null {
    const { contents } = this.document;
    return contents === null || (isScalar(contents) && contents.value === null)
      ? null
      : (contents as unknown as YAMLMap);
  }

  get plain(): Plain {
    return (this.#plain ??= plainOf(this.root, this));
  }

  /** JSON: its root is in braces. */
  get json(): boolean {
    return this.root?.flow === true;
  }

  /** Blanks by which a level is indented. */
  get step(): number {
    for (const { value } of pairsOf(this.root))
      if (isMap(value) && value.flow !== true && value.items.length > 0) return Math.max(2, columnOf(this.text, value));
    return 2;
  }

  get newline(): string {
    return this.text.includes('\r\n') ? '\r\n' : '\n';
  }

  targetOf(alias: Alias): Node {
    const target = this.#targets.get(alias);
    if (target === undefined)
      throw new Refusal(`Nothing is called &${alias.source} above *${alias.source}: mend that first.`);
    return target;
  }

  /** The aliases of a node, in the order of the text. */
  aliasesOf(node: unknown): readonly Alias[] {
    return [...this.#targets].filter(([, target]) => target === node).map(([alias]) => alias);
  }

  /** Where a path leads, not through aliases; null where nothing stands there. */
  find(path: Path): Found | null {
    let found: Found = { holder: null, index: 0, node: this.root };
    for (const step of path) {
      const holder: unknown = found.node;
      if (isMap(holder)) {
        const index = keysOf(holder).indexOf(String(step));
        if (index < 0) return null;
        if (keysOf(holder).lastIndexOf(String(step)) !== index)
          throw new Refusal(`'${step}' stands there twice: take one away first.`);
        found = { holder: holder as Node, index, node: holder.items[index].value };
      } else if (isSeq(holder) && typeof step === 'number' && step < holder.items.length) {
        found = { holder: holder as Node, index: step, node: holder.items[step] };
      } else return null;
    }
    return found;
  }

  /** All nodes with an anchor that stand in a stretch of the text. */
  anchored(from: number, to: number): readonly Node[] {
    return [...new Set(this.#targets.values())].filter((node) => rangeOf(node)[0] >= from && rangeOf(node)[0] < to);
  }

  aliases(from: number, to: number): readonly Alias[] {
    return [...this.#targets.keys()].filter((alias) => rangeOf(alias)[0] >= from && rangeOf(alias)[0] < to);
  }

  #link(): void {
    const named = new Map<string, Node>();
    const waiting: unknown[] = [this.root];
    while (waiting.length > 0) {
      const node = waiting.pop();
      if (isAlias(node)) {
        const target = named.get(node.source);
        if (target !== undefined) this.#targets.set(node, target);
        continue;
      }
      if ((isMap(node) || isSeq(node) || isScalar(node)) && node.anchor !== undefined)
        named.set(node.anchor, node as Node);
      if (isMap(node)) for (const { key, value } of [...node.items].reverse()) waiting.push(value, key);
      else if (isSeq(node)) waiting.push(...[...node.items].reverse());
    }
  }
}

export function keysOf(map: YAMLMap): string[] {
  return map.items.map(({ key }) => (isScalar(key) ? textOf(key) : JSON.stringify(key)));
}

/** Where the text of a node begins, its anchor not included, and where it ends. */
export function rangeOf(node: unknown): [number, number] {
  const range = (node as Node | null)?.range;
  if (range === undefined || range === null) throw new Refusal('This place of the text is not understood: edit it.');
  return [range[0], range[1]];
}

/** How far from the beginning of its line a node stands. */
export function columnOf(text: string, node: unknown): number {
  const [from] = rangeOf(node);
  return from - lineStart(text, from);
}

export function lineStart(text: string, offset: number): number {
  return text.lastIndexOf('\n', offset - 1) + 1;
}

/** Before what ends the line. */
export function lineEnd(text: string, offset: number): number {
  const end = text.indexOf('\n', offset);
  if (end < 0) return text.length;
  return end > offset && text[end - 1] === '\r' ? end - 1 : end;
}

/** The beginning of the line after. */
export function nextLine(text: string, offset: number): number {
  const end = text.indexOf('\n', offset);
  return end < 0 ? text.length : end + 1;
}

/** Behind the last character of what a key says, comments left out. */
export function endOf(text: string, pair: Pair): number {
  const { value } = pair;
  if ((isMap(value) || isSeq(value)) && value.flow !== true && value.items.length > 0) {
    const last: unknown = value.items[value.items.length - 1];
    return isMap(value) ? endOf(text, last as Pair) : endOfItem(text, last);
  }
  const [from, to] = value === null || value === undefined ? [0, 0] : rangeOf(value);
  if (to > from) return from + text.slice(from, to).trimEnd().length;
  return Math.max(colonAndAnchor(pair).colon, rangeOf(pair.key)[1]);
}

export function endOfItem(text: string, item: unknown): number {
  const pairs = isMap(item) && item.flow !== true ? pairsOf(item) : [];
  if (pairs.length > 0) return endOf(text, pairs[pairs.length - 1]);
  if (isSeq(item) && item.flow !== true && item.items.length > 0)
    return endOfItem(text, item.items[item.items.length - 1]);
  const [from, to] = rangeOf(item);
  return from + text.slice(from, to).trimEnd().length;
}

export function pairsOf(node: unknown): readonly Pair[] {
  return isMap(node) ? (node.items as Pair[]) : [];
}

/** The places behind the colon of a key, and of the anchor in front of its value; −1 where there is none. */
export function colonAndAnchor(pair: Pair): { readonly colon: number; readonly anchor: number } {
  let [colon, anchor] = [-1, -1];
  const token = pair.srcToken as { sep?: { type: string; offset: number; source: string }[] } | undefined;
  for (const { type, offset, source } of token?.sep ?? []) {
    if (type === 'map-value-ind') colon = offset + source.length;
    if (type === 'anchor') anchor = offset;
  }
  return { colon, anchor };
}
