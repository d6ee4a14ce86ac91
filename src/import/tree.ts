import { isAlias, isMap, isScalar, isSeq, LineCounter, type Node, parseAllDocuments } from 'yaml';

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

  entries(): readonly (readonly [string, Tree])[] {
    this.#isRead = true;
    return [...this.#children];
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

/** The documents of a YAML or JSON file. @throws UnreadableFile */
export function readTrees(text: string): Tree[] {
  const counter = new LineCounter();
  const documents = parseAllDocuments(text, { lineCounter: counter, prettyErrors: false, logLevel: 'silent' });
  if (!Array.isArray(documents)) return [];
  return documents.flatMap((document) => {
    const [error] = document.errors;
    if (error !== undefined) throw new UnreadableFile(error.message, counter.linePos(error.pos[0]).line);
    const plant = (node: Node | null, depth: number): Tree => {
      const line = counter.linePos(node?.range?.[0] ?? 0).line;
      const real = isAlias(node) ? (node.resolve(document) ?? null) : node;
      if (depth > 60) throw new UnreadableFile('it is nested more than sixty deep', line);
      if (isMap(real))
        return new Tree(
          line,
          null,
          real.items.map(({ key, value }) => [
            isScalar(key) ? String(key.value) : String(key),
            plant(value as Node | null, depth + 1),
          ]),
        );
      if (isSeq(real))
        return new Tree(
          line,
          null,
          real.items.map((item, i) => [String(i), plant(item as Node | null, depth + 1)]),
        );
      const value = isScalar(real) ? real.value : null;
      const isPlain = typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
      return new Tree(line, isPlain ? value : value === null || value === undefined ? null : String(value), []);
    };
    return document.contents === null ? [] : [plant(document.contents as Node, 0)];
  });
}
