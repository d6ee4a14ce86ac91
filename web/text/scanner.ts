import { closing, isBlank, isBreak, unquote } from './characters.ts';
import { Cursor } from './cursor.ts';
import type { End, Entry, Outline, Style } from './entries.ts';

interface Frame {
  readonly list: boolean;
  readonly flow: boolean;
  /** Column of the keys or dashes, for block frames. */
  readonly indent: number;
  key: string | null;
  index: number;
}

interface Key {
  readonly name: string;
  readonly from: number;
  readonly to: number;
}

/** Deeper than any model nests. What lies below is not looked at: a hostile text costs one pass and no more. */
const MOST_FRAMES = 64;

/** One pass over a text; see `outline`. */
export class Scanner extends Cursor {
  private readonly entries: Entry[] = [];
  private readonly frames: Frame[] = [];
  private end: End | null = null;

  scan(): Outline {
    while (this.at < this.text.length && this.end === null) this.line();
    return { entries: this.entries, end: this.end ?? this.freshLine(0, this.at) };
  }

  private line(): void {
    const { text } = this;
    const start = this.at;
    while (text[this.at] === ' ') this.at++;
    const column = this.at - start;
    if (this.at >= text.length) {
      this.end = this.freshLine(column, this.at);
      return;
    }
    // Tabs indent nothing; a line of blanks is an empty one.
    this.blanks();
    if (isBreak(text[this.at])) return this.skipBreak();
    if (text[this.at] === '#') return this.comment();
    if (column === 0 && /^(---|\.\.\.)(?=\s|$)/.test(text.slice(this.at, this.at + 4))) {
      this.frames.length = 0;
      return this.skipLine();
    }
    this.node(column);
  }

  /** A block node that begins at this column of a line: dashes, a key, or a value by itself. */
  private node(column: number): void {
    const { text } = this;
    const dash = text[this.at] === '-' && isBlank(text[this.at + 1]);
    this.leave(column, dash);
    if (dash) {
      const top = this.frames.at(-1);
      if (top !== undefined && top.list && top.indent === column) top.index++;
      else this.enter({ list: true, flow: false, indent: column, key: null, index: 0 });
      const dashAt = this.at++;
      this.blanks();
      if (this.end !== null || this.atEnd('value', false)) return;
      if (!this.restOfLine()) return this.node(column + this.at - dashAt);
      return;
    }
    const from = this.properties();
    if (this.atEnd('key', false)) return;
    if (this.restOfLine()) return;
    const key = this.key(false);
    if (key === null) return this.value(null, from);
    if (this.end !== null) return;
    const top = this.frames.at(-1);
    if (top === undefined || top.list || top.indent !== column) {
      this.enter({ list: false, flow: false, indent: column, key: key.name, index: 0 });
    } else top.key = key.name;
    this.properties();
    if (this.end !== null || this.atEnd('value', false)) return;
    if (this.restOfLine()) this.emit(key, -1, -1, 'none');
    else this.value(key, this.at);
  }

  private enter(frame: Frame): void {
    this.frames.push(frame);
    if (this.frames.length > MOST_FRAMES)
      this.end = { path: [], role: 'nothing', from: this.at, quote: '', flow: frame.flow };
  }

  /** Ends the frames that lie deeper than a node at this column. */
  private leave(column: number, dash: boolean): void {
    for (
      let top = this.frames.at(-1);
      top !== undefined && (top.flow || top.indent > column || (top.list && !dash && top.indent === column));
      top = this.frames.at(-1)
    ) {
      this.frames.pop();
    }
  }

  /** A value in the block style. `key` null: an item, or a value on lines of its own. */
  private value(key: Key | null, from: number): void {
    const { text } = this;
    const first = text[this.at];
    if (first === '{' || first === '[') {
      this.emit(key, this.at, -1, first === '{' ? 'map' : 'list');
      this.flow();
      if (this.end === null) this.trailing();
      return;
    }
    if (first === '|' || first === '>') return this.blockScalar(key);
    if (first === '"' || first === "'") {
      const style = this.quoted(key === null && !this.inList() ? 'key' : 'value', false);
      if (style === null) return;
      this.emit(key, from, this.at, style);
      return this.trailing();
    }
    const special = /[*?&!%@`]/.test(first);
    const to = this.plainEnd();
    if (this.end !== null) return this.emit(key, from, to, special ? 'other' : 'plain');
    if (to >= text.length) {
      this.end = this.endAt(key === null && !this.inList() ? 'key' : special ? 'nothing' : 'value', from, '', false);
    }
    this.at = to;
    this.trailing();
    const more = this.continuation();
    const last = to >= text.length ? from + text.slice(from).trimEnd().length : to;
    this.emit(key, from, last, special || more ? 'other' : 'plain');
  }

  /** Skips the further lines of a plain text; says whether there were any. */
  private continuation(): boolean {
    const indent = this.frames.at(-1)?.indent ?? -1;
    let more = false;
    for (;;) {
      const line = /( *)[ \t]*(?=\S)/y;
      let next = this.at;
      while (
        isBreak(this.text[next]) ||
        (this.text[next] === ' ' && /^[ \t]*(\r?\n)/.test(this.text.slice(next, next + 200)))
      )
        next = this.breakAfter(next);
      line.lastIndex = next;
      const found = line.exec(this.text);
      if (found === null || found[1].length <= indent || this.text[line.lastIndex] === '#') return more;
      // Half-typed models: a key here is meant as one.
      if (/^[\w-]+:(?=\s|$)/.test(this.text.slice(line.lastIndex, line.lastIndex + 100))) return more;
      more = true;
      this.at = next;
      this.skipLine();
      if (this.at >= this.text.length) {
        if (!isBreak(this.text[this.at - 1])) this.end = this.endAt('nothing', this.at, '', false);
        return more;
      }
    }
  }

  private blockScalar(key: Key | null): void {
    const from = this.at;
    const indent = this.frames.at(-1)?.indent ?? -1;
    this.skipLine();
    while (this.at < this.text.length) {
      let next = this.at;
      while (this.text[next] === ' ') next++;
      const blank = next >= this.text.length || isBreak(this.text[next]);
      if (!blank && next - this.at <= indent) break;
      this.at = next;
      this.skipLine();
    }
    this.emit(key, from, this.at, 'other');
    if (this.at >= this.text.length) this.end = this.endAt('nothing', this.at, '', false);
  }

  /** Braces and brackets, over any number of lines, from the opening one to behind the closing one. */
  private flow(): void {
    const { text } = this;
    const depth = this.frames.length;
    do {
      this.space();
      if (this.end !== null) return;
      const top = this.frames.length > depth ? this.frames.at(-1) : undefined;
      if (this.at >= text.length) {
        this.end = this.endAt(top === undefined || top.list || top.key !== null ? 'value' : 'key', this.at, '', true);
        return;
      }
      const character = text[this.at];
      if (character === '{' || character === '[') {
        if (top?.list === true) this.emit(null, this.at, -1, character === '{' ? 'map' : 'list', true);
        this.enter({ list: character === '[', flow: true, indent: 0, key: null, index: 0 });
        this.at++;
      } else if (character === '}' || character === ']') {
        this.frames.pop();
        this.at++;
      } else if (character === ',') {
        if (top !== undefined) {
          top.index++;
          top.key = null;
        }
        this.at++;
      } else if (top !== undefined) this.flowItem(top);
    } while (this.frames.length > depth);
  }

  private flowItem(top: Frame): void {
    const { text } = this;
    this.properties();
    const key = top.list || top.key !== null ? null : this.key(true);
    if (this.end !== null) return;
    if (key !== null) {
      top.key = key.name;
      this.space();
      this.properties();
      this.space();
      if (this.at >= text.length || this.end !== null) return;
      const first = text[this.at];
      if (first === ',' || first === '}' || first === ']') this.emit(key, -1, -1, 'none', true);
      else if (first === '{' || first === '[') this.emit(key, this.at, -1, first === '{' ? 'map' : 'list', true);
      else this.flowScalar(key, 'value');
    } else this.flowScalar(null, top.list || top.key !== null ? 'value' : 'key');
  }

  private flowScalar(key: Key | null, role: 'key' | 'value'): void {
    const { text } = this;
    const from = this.at;
    if (text[from] === '"' || text[from] === "'") {
      const style = this.quoted(role, true);
      if (style !== null && role === 'value') this.emit(key, from, this.at, style, true);
      return;
    }
    const special = /[*?&!%@`|>]/.test(text[from]);
    let to = from;
    let more = false;
    for (; to < text.length; to++) {
      const character = text[to];
      if (',[]{}'.includes(character) || (character === '#' && isBlank(text[to - 1]))) break;
      if (character === ':' && (isBlank(text[to + 1]) || ',[]{}'.includes(text[to + 1] ?? ','))) {
        // A pair where none is expected: stepped over.
        more = true;
      }
      if (isBreak(character) && /^\s*[^\s,[\]{}#]/.test(text.slice(to, to + 500))) more = true;
    }
    this.at = Math.max(to, from + 1);
    if (to >= text.length) {
      const typed = text.slice(from);
      this.end = this.endAt(/[\r\n]/.test(typed) || special ? 'nothing' : role, from, '', true);
      return;
    }
    if (role === 'value')
      this.emit(key, from, from + text.slice(from, to).trimEnd().length, special || more ? 'other' : 'plain', true);
  }

  /** A key with its colon and the blanks behind it, or null (nothing is consumed then). */
  private key(flow: boolean): Key | null {
    const { text } = this;
    const from = this.at;
    if (text[from] === '"' || text[from] === "'") {
      const close = closing(text, from);
      if (close === null) {
        this.end = this.endAt('key', from + 1, text[from] as '"', flow);
        return null;
      }
      let colon = close;
      while (text[colon] === ' ' || text[colon] === '\t') colon++;
      const quoted = text.slice(from, close);
      if (text[colon] !== ':' || !(flow || isBlank(text[colon + 1])) || /[\r\n]/.test(quoted)) return null;
      this.at = colon + 1;
      this.blanks();
      return { name: unquote(quoted), from, to: close };
    }
    if (text[from] === '?' && isBlank(text[from + 1])) return null;
    for (let i = from; i < text.length && !isBreak(text[i]); i++) {
      const character = text[i];
      if (character === '#' && isBlank(text[i - 1])) return null;
      if (flow && ',[]{}'.includes(character)) return null;
      if (!flow && i === from && '[{'.includes(character)) return null;
      if (character !== ':' || !(isBlank(text[i + 1]) || (flow && ',[]{}'.includes(text[i + 1])))) continue;
      const name = text.slice(from, i).trimEnd();
      this.at = i + 1;
      this.blanks();
      return { name, from, to: from + name.length };
    }
    return null;
  }

  /** Goes behind a quoted text; null where it is still open at the end, which is then said. */
  private quoted(role: 'key' | 'value', flow: boolean): 'single' | 'double' | 'other' | null {
    const { text } = this;
    const quote = text[this.at] as "'" | '"';
    const from = this.at;
    const close = closing(text, from);
    if (close === null) {
      this.end = this.endAt(role, from + 1, quote, flow);
      this.at = text.length;
      return null;
    }
    this.at = close;
    if (close >= text.length) this.end = this.endAt('nothing', close, '', flow);
    if (/[\r\n]/.test(text.slice(from, close))) return 'other';
    return quote === "'" ? 'single' : 'double';
  }

  /** Where a plain text ends on this line, its trailing blanks left out. */
  private plainEnd(): number {
    const { text } = this;
    let to = this.at;
    for (let i = this.at; i < text.length && !isBreak(text[i]); i++) {
      if (text[i] === '#' && isBlank(text[i - 1])) {
        this.commentFrom(i);
        break;
      }
      if (text[i] !== ' ' && text[i] !== '\t') to = i + 1;
    }
    // While it is typed, the blank behind a word belongs to it: `30 |`.
    return text.slice(to).trim() === '' && !/[\r\n]/.test(text.slice(to)) ? text.length : to;
  }

  private commentFrom(i: number): void {
    if (!/[\r\n]/.test(this.text.slice(i))) this.end = this.endAt('nothing', i, '', false);
  }

  private comment(): void {
    const from = this.at;
    this.skipLine();
    if (this.at >= this.text.length && !isBreak(this.text[this.at - 1]))
      this.end = this.endAt('nothing', from, '', false);
  }

  /** Blanks, line ends and comments between the parts of a flow collection. */
  private space(): void {
    for (;;) {
      while (/\s/.test(this.text[this.at] ?? '')) this.at++;
      if (this.text[this.at] !== '#') return;
      this.comment();
      if (this.end !== null) return;
    }
  }

  /** True where nothing but a comment is left of the line, which is then consumed. */
  private restOfLine(): boolean {
    if (this.at < this.text.length && !isBreak(this.text[this.at]) && this.text[this.at] !== '#') return false;
    this.trailing();
    return true;
  }

  private trailing(): void {
    this.blanks();
    if (this.text[this.at] === '#') this.comment();
    else if (this.at < this.text.length) this.skipLine();
  }

  private atEnd(role: 'key' | 'value', flow: boolean): boolean {
    if (this.at < this.text.length) return false;
    this.end = this.endAt(role, this.at, '', flow);
    return true;
  }

  private freshLine(column: number, from: number): End {
    this.leave(column, false);
    const top = this.frames.at(-1);
    const below = top !== undefined && top.indent < column;
    return { path: below ? this.path() : this.path(-1), role: 'key', from, quote: '', flow: false };
  }

  private endAt(role: End['role'], from: number, quote: End['quote'], flow: boolean): End {
    const top = this.frames.at(-1);
    const own =
      role === 'value' || (top !== undefined && !top.flow && !top.list && top.indent < from - this.lineStart(from));
    return { path: own ? this.path() : this.path(-1), role, from, quote, flow };
  }

  private inList(): boolean {
    return this.frames.at(-1)?.list === true;
  }

  private path(to = this.frames.length): string[] {
    const path: string[] = [];
    for (const { list, key, index } of this.frames.slice(0, to)) {
      if (list) path.push(String(index));
      else if (key !== null) path.push(key);
    }
    return path;
  }

  private emit(key: Key | null, valueFrom: number, valueTo: number, style: Style, flow = false): void {
    this.entries.push({
      path: this.path(),
      keyFrom: key?.from ?? -1,
      keyTo: key?.to ?? -1,
      valueFrom,
      valueTo,
      style,
      flow,
    });
  }
}
