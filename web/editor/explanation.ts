import type { Kind } from '../../src/model/language/kinds.ts';
import { LATER } from '../../src/model/language/later.ts';
import { positionAt } from '../../src/model/language/lookup.ts';
import { outlineOf, type Entry } from '../text/outline.ts';
import { DISTRIBUTIONS, documentationOf } from './offers.ts';
import { namesIn } from './names.ts';

/** What hovering over a place says. */
interface Explanation {
  readonly from: number;
  readonly to: number;
  readonly title: string;
  readonly text: string;
}

export function explain(text: string, offset: number): Explanation | null {
  const { entries } = outlineOf(text);
  const onKey = entries.find(({ keyFrom, keyTo }) => keyFrom <= offset && offset < keyTo);
  if (onKey !== undefined) return ofKey(onKey);
  const onValue = entries.find(({ valueFrom, valueTo }) => valueFrom >= 0 && valueFrom <= offset && offset < valueTo);
  return onValue === undefined ? null : ofValue(text, offset, onValue);
}

function ofKey({ path, keyFrom, keyTo }: Entry): Explanation | null {
  const title = path[path.length - 1];
  const key = positionAt(path)?.key;
  if (key !== undefined && key !== null) return { from: keyFrom, to: keyTo, title, text: documentationOf(key) };
  const around = positionAt(path.slice(0, -1))?.kind;
  if (around?.type === 'names') return { from: keyFrom, to: keyTo, title, text: `A ${around.what}.` };
  const later = LATER.get(title);
  return later === undefined
    ? null
    : { from: keyFrom, to: keyTo, title, text: `Not supported by this version of nines yet: ${later}.` };
}

function ofValue(text: string, offset: number, { path, valueFrom, valueTo }: Entry): Explanation | null {
  const word = wordAround(text, offset, valueFrom, valueTo);
  if (word === null) return null;
  const names = namesIn(text);
  const parameter = names.parameters.get(word.text);
  if (parameter !== undefined)
    return { ...word, title: word.text, text: `Parameter: ${parameter === '' ? 'see its value above' : parameter}` };
  const distribution = DISTRIBUTIONS.find(({ written }) => written.startsWith(`${word.text}(`));
  if (distribution !== undefined) return { ...word, title: distribution.written, text: distribution.doc };
  const kind = positionAt(path)?.kind;
  const meaning =
    kind === undefined ? undefined : wordsOf(kind)[text.slice(valueFrom, valueTo).replace(/^(['"])(.*)\1$/, '$2')];
  return meaning === undefined
    ? null
    : {
        from: valueFrom,
        to: valueTo,
        title: text.slice(valueFrom, valueTo),
        text: `${meaning[0].toUpperCase()}${meaning.slice(1)}.`,
      };
}

function wordsOf(kind: Kind): Readonly<Record<string, string>> {
  if (kind.type === 'choice') return kind.words;
  return kind.type === 'either' ? wordsOf(kind.scalar) : {};
}

function wordAround(
  text: string,
  offset: number,
  least: number,
  most: number,
): { from: number; to: number; text: string } | null {
  let from = offset;
  let to = offset;
  while (from > least && /\w/.test(text[from - 1])) from--;
  while (to < most && /\w/.test(text[to])) to++;
  return from === to ? null : { from, to, text: text.slice(from, to) };
}
