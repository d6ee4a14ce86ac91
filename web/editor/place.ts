import { signal } from '@preact/signals';

/** A place in the text, counted from 1, that the editor is to show; a new object each time. */
interface Target {
  readonly line: number;
  readonly column: number;
}

/** `here`: wherever the cursor is. */
export const target = signal<Target | 'here' | null>(null);

/** Shows the text at that place, with the cursor there. */
export function goTo({ line, column }: Target): void {
  target.value = { line, column };
}

/** Shows the editor and goes into it. */
export function focusEditor(): void {
  target.value = 'here';
}

/** The offset of a place counted from 1, at most the end of its line. */
export function offsetOf(text: string, { line, column }: Target): number {
  let from = 0;
  for (let i = 1; i < line; i++) {
    const next = text.indexOf('\n', from);
    if (next < 0) return text.length;
    from = next + 1;
  }
  const end = text.indexOf('\n', from);
  return Math.min(from + Math.max(0, column - 1), end < 0 ? text.length : end);
}
