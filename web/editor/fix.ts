import type { Diagnostic } from '../../src/model/diagnostic.ts';
import { outlineOf } from '../text/outline.ts';
import { offsetOf } from './place.ts';

/** What applying a suggestion does to the text. */
interface Fix {
  readonly from: number;
  readonly to: number;
  readonly insert: string;
  readonly label: string;
  readonly apply: (text: string) => string;
}

/** How the suggestion of a diagnostic is put in its place; null where there is none, or its place is not clear. */
export function fixOf(text: string, diagnostic: Diagnostic): Fix | null {
  const { suggestion } = diagnostic;
  if (suggestion === null) return null;
  const range = rangeToReplace(text, diagnostic, suggestion);
  if (range === null) return null;
  const { from, to, insert } = range;
  return {
    from,
    to,
    insert,
    label: label(from === to, suggestion),
    apply: (now) => now.slice(0, from) + insert + now.slice(to),
  };
}

/** The stretch that a diagnostic is about: the key or value at its place. */
export function rangeOf(text: string, diagnostic: Diagnostic): { readonly from: number; readonly to: number } {
  const from = offsetOf(text, diagnostic);
  const word = wordAt(text, from);
  const named = namedIn(word, diagnostic);
  return named === null
    ? { from, to: from + word.length }
    : { from: from + named.at, to: from + named.at + named.text.length };
}

interface Replacement {
  readonly from: number;
  readonly to: number;
  readonly insert: string;
}

function rangeToReplace(text: string, diagnostic: Diagnostic, suggestion: string): Replacement | null {
  const from = offsetOf(text, diagnostic);
  // What is missing is a line of its own.
  if (diagnostic.path === '' && /^nines: /.test(suggestion))
    return { from: lineStart(text, from), to: lineStart(text, from), insert: `${suggestion}\n` };
  if (/^entry: /.test(suggestion)) {
    return {
      from: text.length,
      to: text.length,
      insert: `${text.endsWith('\n') || text === '' ? '' : '\n'}${suggestion}\n`,
    };
  }
  // A value that lacks its quotes, and so goes over commas.
  const bare = /^'(.*)'$/.exec(suggestion)?.[1];
  if (bare !== undefined && text.startsWith(bare, from)) return { from, to: from + bare.length, insert: suggestion };
  // A key with its value in place of both, or a map in place of a value.
  if (/^[\w-]+: ./.test(suggestion))
    return wholeEntry(text, from, suggestion) ?? standingThere(text, from, diagnostic, suggestion);
  const there = standingThere(text, from, diagnostic, suggestion);
  if (there !== null) return there;
  const word = wordAt(text, from);
  if (word === '') return null;
  const isQuoted = /^(['"]).*\1$/.test(word);
  if (suggestion.startsWith('{ ') || (isQuoted && bare !== undefined))
    return { from, to: from + word.length, insert: suggestion };
  const named = namedIn(word, diagnostic);
  if (named !== null) return { from: from + named.at, to: from + named.at + named.text.length, insert: suggestion };
  const quote = /^(['"]).*\1$/.exec(word)?.[1] ?? '';
  return { from, to: from + word.length, insert: bare === undefined ? `${quote}${suggestion}${quote}` : suggestion };
}

/** The key and the value of the entry of which either begins there; null where the value is not one word or text. */
function wholeEntry(text: string, from: number, insert: string): Replacement | null {
  const entry = outlineOf(text).entries.find(({ keyFrom, valueFrom }) => keyFrom === from || valueFrom === from);
  if (
    entry === undefined ||
    entry.keyFrom < 0 ||
    entry.valueTo <= entry.valueFrom ||
    entry.style === 'map' ||
    entry.style === 'list'
  )
    return null;
  return { from: entry.keyFrom, to: entry.valueTo, insert };
}

/**
 * What a message puts in quotes and begins there: a value that its own commas have torn apart, a key with its value.
 */
function standingThere(text: string, from: number, { message }: Diagnostic, insert: string): Replacement | null {
  const typed = /in place of '([^']+)' write/.exec(message)?.[1];
  return typed !== undefined && text.startsWith(typed, from) ? { from, to: from + typed.length, insert } : null;
}

/** What a message puts in quotes and the text has at that place: the wrong word in an expression. */
function namedIn(
  word: string,
  { message, suggestion }: Diagnostic,
): { readonly at: number; readonly text: string } | null {
  for (const [, text] of message.matchAll(/'([^']+)'/g)) {
    if (text === suggestion) continue;
    for (let at = word.indexOf(text); at >= 0; at = word.indexOf(text, at + 1)) {
      if (!isLetter(word[at - 1]) && !isLetter(word[at + text.length])) return { at, text };
    }
  }
  return null;
}

/** The key or value that begins there; where the outline knows of none, what stands there up to the next sign. */
function wordAt(text: string, from: number): string {
  for (const { keyFrom, keyTo, valueFrom, valueTo } of outlineOf(text).entries) {
    if (keyFrom === from) return text.slice(keyFrom, keyTo);
    if (valueFrom === from && valueTo > from) return text.slice(valueFrom, valueTo);
  }
  const found = /[^\s,[\]{}:#]*/y;
  found.lastIndex = from;
  return found.exec(text)?.[0] ?? '';
}

function lineStart(text: string, at: number): number {
  return text.lastIndexOf('\n', at - 1) + 1;
}

function isLetter(character: string | undefined): boolean {
  return character !== undefined && /[\w-]/.test(character);
}

function label(adds: boolean, suggestion: string): string {
  const short = suggestion.length > 40 ? `${suggestion.slice(0, 39)}…` : suggestion;
  return `${adds ? 'Add' : 'Change to'} «${short}»`;
}
