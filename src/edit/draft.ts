import type { Patch } from './act.ts';
import { Refusal } from './act.ts';
import type { Plain } from './plain.ts';
import { same } from './plain.ts';
import { Sheet } from './sheet.ts';

/** A stretch of the text before that stands still, or text that is new. */
type Piece = { readonly from: number; readonly to: number } | { readonly text: string };

/** A text that is being changed, and what became of the one before. */
export class Draft {
  #sheet: Sheet | null = null;
  #pieces: Piece[];

  constructor(public readonly before: string) {
    this.#pieces = [{ from: 0, to: before.length }];
    this.#text = before;
  }
  #text: string;

  get text(): string {
    return this.#text;
  }

  get sheet(): Sheet {
    return (this.#sheet ??= new Sheet(this.#text));
  }

  /** Replaces stretches of the text as it stands, which do not overlap. */
  splice(...patches: readonly Patch[]): void {
    for (const patch of [...patches].sort((a, b) => b.from - a.from || b.to - a.to)) this.#splice(patch);
    this.#sheet = null;
  }

  /** Goes back to an earlier state: what was tried since has failed. */
  private restore(text: string, pieces: Piece[]): void {
    this.#text = text;
    this.#pieces = pieces;
    this.#sheet = null;
  }

  /**
   * Does something to the text that is to change what it says in one way, and holds it to that.
   * @throws Refusal where it said something else then, the text being as it was
   */
  meaning(what: (plain: Plain) => Plain | undefined, change: () => void): void {
    const [text, pieces] = [this.#text, [...this.#pieces]];
    try {
      const meant = what(this.sheet.plain);
      change();
      if (!same(meant ?? null, this.sheet.plain)) throw new Refusal(NOT_UNDERSTOOD);
    } catch (error) {
      this.restore(text, pieces);
      throw error;
    }
  }

  /** What differs from the text before, in its places and in order. */
  get patch(): readonly Patch[] {
    const patches: Patch[] = [];
    let [at, inserted] = [0, ''];
    const close = (to: number): void => {
      const shortened = shorten(this.before, { from: at, to, insert: inserted });
      if (shortened !== null) patches.push(shortened);
      inserted = '';
    };
    for (const piece of this.#pieces) {
      if ('text' in piece) inserted += piece.text;
      else {
        close(piece.from);
        at = piece.to;
      }
    }
    close(this.before.length);
    return patches;
  }

  #splice({ from, to, insert }: Patch): void {
    const pieces: Piece[] = [];
    let at = 0;
    let put = false;
    const putNew = (): void => {
      if (!put && insert !== '') pieces.push({ text: insert });
      put = true;
    };
    for (const piece of this.#pieces) {
      const length = 'text' in piece ? piece.text.length : piece.to - piece.from;
      const [keep, skip] = [clamp(from - at, length), clamp(to - at, length)];
      if (keep > 0) pieces.push(cut(piece, 0, keep));
      if (from <= at + length && at + keep >= from) putNew();
      if (skip < length) pieces.push(cut(piece, Math.max(keep, skip), length));
      at += length;
    }
    putNew();
    this.#pieces = pieces;
    this.#text = this.#text.slice(0, from) + insert + this.#text.slice(to);
  }
}

const NOT_UNDERSTOOD = 'This place is written in a way that pointing cannot change: edit the text.';

function clamp(value: number, length: number): number {
  return Math.min(length, Math.max(0, value));
}

function cut(piece: Piece, from: number, to: number): Piece {
  return 'text' in piece ? { text: piece.text.slice(from, to) } : { from: piece.from + from, to: piece.from + to };
}

/** Without what is the same at its ends; null where nothing is left. */
function shorten(text: string, { from, to, insert }: Patch): Patch | null {
  let [start, end, last] = [from, to, insert.length];
  while (start < end && start - from < last && text[start] === insert[start - from]) start++;
  while (end > start && last > start - from && text[end - 1] === insert[last - 1]) {
    end--;
    last--;
  }
  return start === end && start - from === last
    ? null
    : { from: start, to: end, insert: insert.slice(start - from, last) };
}
