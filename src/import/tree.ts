import {
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  type Pair,
  parseAllDocuments,
} from 'yaml';

/** One value of a file with its line. It remembers what was asked of it: what nobody asked for is told. */
export class Tree {
  readonly #children = new Map<string, Tree>();
  #isRead = false;

  constructor(
    readonly line: number,
    readonly scalar: string | number | boolean | null,
    children: readonly (readonly [string, Tree])[],
  ) {
    for (const [key, child] of children) this.#children.set(key, child);
  }

  /** What lies at a path such as `spec.template`; a list's entries are 0, 1, …. */
  at(path: string): Tree | undefined {
    this.#isRead = true;
    const [key, ...rest] = path.split('.');
    const child = this.#children.get(key);
    if (child === undefined) return undefined;
    child.#isRead = true;
    return rest.length === 0 ? child : child.at(rest.join('.'));
  }

  /** Without being asked for: what is looked at and not taken is told as not read. */
  get children(): readonly (readonly [string, Tree])[] {
    return [...this.#children];
  }

  entries(): readonly (readonly [string, Tree])[] {
    this.#isRead = true;
    return [...this.#children];
  }

  /** All below is read, whatever it says. */
  take(): this {
    for (const [, child] of this.entries()) child.take();
    return this;
  }

  text(path: string): string | undefined {
    const found = this.at(path)?.scalar;
    return found === undefined || found === null ? undefined : String(found);
  }

  number(path: string): number | undefined {
    const found = this.text(path);
    return found === undefined || found.trim() === '' || !Number.isFinite(Number(found)) ? undefined : Number(found);
  }

  /** Names of what was not asked for, below what was: never a value, since files hold secrets. */
  unread(path = ''): { readonly path: string; readonly line: number }[] {
    return [...this.#children].flatMap(([key, child]) => {
      const own = path === '' ? key : `${path}.${key}`;
      return child.#isRead ? child.unread(own) : [{ path: own, line: child.line }];
    });
  }
}

/** What cannot be read, with its line. */
export class UnreadableFile extends Error {
  override readonly name = 'UnreadableFile';
  constructor(
    message: string,
    readonly line: number,
  ) {
    super(message);
  }
}

/** What aliases may repeat in all: a file of a few lines can name a billion things with them. */
const MOST_REPEATED = 20_000;
const DEEPEST = 60;
const TOO_DEEP = `it is nested more than ${DEEPEST} deep`;

/** The documents of a YAML or JSON file. @throws UnreadableFile */
export function readTrees(text: string): Tree[] {
  const counter = new LineCounter();
  const documents = parseAllDocuments(text, { lineCounter: counter, prettyErrors: false, logLevel: 'silent' });
  if (!Array.isArray(documents)) return [];
  return documents.flatMap((document) => {
    const [error] = document.errors;
    if (error !== undefined) {
      const isDeep = error.message.startsWith('Maximum call stack');
      throw new UnreadableFile(isDeep ? TOO_DEEP : error.message, counter.linePos(error.pos[0]).line);
    }
    return document.contents === null ? [] : [plantDocument(document, (at) => counter.linePos(at).line)];
  });
}

function plantDocument(document: Document.Parsed, lineAt: (at: number) => number): Tree {
  const anchors = new Map<string, Node>();
  let repeated = 0;
  const lineOf = (node: unknown, otherwise: number) => {
    const at = (node as Node | null)?.range?.[0];
    return at === undefined ? otherwise : lineAt(at);
  };
  /** @param above the line of its key, or of what it is in @param repeats within what an alias stands for */
  const plant = (node: Node | null, above: number, depth: number, repeats: boolean): Tree => {
    if (depth > DEEPEST) throw new UnreadableFile(TOO_DEEP, above);
    if (repeats && ++repeated > MOST_REPEATED)
      throw new UnreadableFile(`its aliases repeat more than ${MOST_REPEATED} things`, above);
    if (isAlias(node)) return plant(anchors.get(node.source) ?? null, above, depth + 1, true);
    const { anchor } = (node ?? {}) as { readonly anchor?: string };
    if (anchor !== undefined && !repeats) anchors.set(anchor, node!);
    if (isMap(node)) return new Tree(above, null, childrenOf(node.items, above, depth, repeats));
    if (isSeq(node)) {
      const items = node.items.map((item, i): [string, Tree] => {
        return [String(i), plant(item as Node | null, lineOf(item, above), depth + 1, repeats)];
      });
      return new Tree(above, null, items);
    }
    const value = isScalar(node) ? node.value : null;
    const isPlain = typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
    return new Tree(above, isPlain ? value : value === null || value === undefined ? null : String(value), []);
  };
  /** Its own keys before those that `<<` merges into it, which are only what it does not say (YAML 1.1, merge keys). */
  const childrenOf = (items: readonly Pair[], above: number, depth: number, repeats: boolean): [string, Tree][] => {
    const nameOf = ({ key }: Pair) => (isScalar(key) ? String(key.value) : String(key));
    const own = items.map((pair): [string, Tree] => {
      const line = repeats ? above : lineOf(pair.key, above);
      return [nameOf(pair), plant(pair.value as Node | null, line, depth + 1, repeats)];
    });
    const merged = own.filter(([key]) => key === '<<').flatMap(([, each]) => mergedFrom(each));
    const children = new Map(own.filter(([key]) => key !== '<<'));
    for (const [key, child] of merged) if (!children.has(key)) children.set(key, child);
    return [...children];
  };
  return plant(document.contents as Node, lineOf(document.contents, 1), 0, false);
}

/** A map, or a list of maps. */
function mergedFrom(tree: Tree): (readonly [string, Tree])[] {
  return tree.entries().flatMap(([key, child]) => (/^\d+$/.test(key) ? mergedFrom(child) : [[key, child] as const]));
}
