import { isBreak } from './characters.ts';

/** A place in a text, and how it moves on over what carries no meaning. */
export class Cursor {
  protected at = 0;

  constructor(protected readonly text: string) {}

  protected blanks(): void {
    while (this.text[this.at] === ' ' || this.text[this.at] === '\t') this.at++;
  }

  protected skipLine(): void {
    while (this.at < this.text.length && !isBreak(this.text[this.at])) this.at++;
    this.skipBreak();
  }

  protected skipBreak(): void {
    if (this.text[this.at] === '\r' && this.text[this.at + 1] === '\n') this.at++;
    if (this.at < this.text.length) this.at++;
  }

  protected lineStart(at: number): number {
    return this.text.lastIndexOf('\n', at - 1) + 1;
  }

  protected breakAfter(at: number): number {
    while (at < this.text.length && this.text[at] !== '\n') at++;
    return at + 1;
  }

  /** Anchors and tags. */
  protected properties(): number {
    for (;;) {
      const found = /[&!][^\s,[\]{}]*[ \t]*/y;
      found.lastIndex = this.at;
      const match = found.exec(this.text);
      if (match === null) return this.at;
      this.at += match[0].length;
    }
  }
}
