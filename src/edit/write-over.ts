import type { Path, Value } from './act.ts';
import { release } from './anchors.ts';
import type { Draft } from './draft.ts';
import { colonAndAnchor, columnOf, endOf, lineEnd, pairsOf, rangeOf } from './sheet.ts';
import { tallAt, writeBlock, writeInline, writeTallJson } from './write.ts';

/** Something of another kind than what was there: a map where a time stood, a list where a name did. */
export function writeOver(draft: Draft, path: Path, value: Value): void {
  const stretch = (): [number, number] => {
    const there = draft.sheet.find(path);
    const pair = pairsOf(there?.holder)[there?.index ?? 0];
    return pair === undefined ? rangeOf(there?.node) : [rangeOf(pair.key)[1], endOf(draft.text, pair)];
  };
  release(draft, stretch);
  const { sheet, text } = draft;
  const found = sheet.find(path);
  const pair = pairsOf(found?.holder)[found?.index ?? 0];
  const flow = (found?.holder as { flow?: boolean } | null)?.flow === true || pair === undefined;
  if (pair === undefined) {
    const [from, to] = rangeOf(found?.node);
    draft.splice({
      from,
      to: from + text.slice(from, to).trimEnd().length,
      insert: writeInline(value, { flow, json: sheet.json }),
    });
    return;
  }
  const { colon, anchor } = colonAndAnchor(pair);
  const keyEnd = rangeOf(pair.key)[1];
  const end = endOf(text, pair);
  const from = colon < 0 ? keyEnd : colon;
  if (flow) {
    const indent = columnOf(text, pair.key);
    const inline = sheet.json ? writeTallJson(value, indent, sheet) : writeInline(value, { flow, json: false });
    const start = anchor >= 0 ? anchor : end > from ? rangeOf(pair.value)[0] : end;
    const space = start === from ? ' ' : '';
    draft.splice({ from: start, to: end, insert: `${colon < 0 ? ':' : ''}${space}${inline}` });
    return;
  }
  const column = columnOf(text, pair.key);
  const block = writeBlock(value, column + sheet.step, column + keyEnd - rangeOf(pair.key)[0] + 1, tallAt(path), sheet);
  // What the key's line ends with is a comment of the key and stays; so do blanks that line it up.
  const first = lineEnd(text, from);
  const old = anchor >= 0 ? anchor : end > from ? Math.min(rangeOf(pair.value)[0], first) : end;
  if (end > first && old >= first) {
    const beside = block.startsWith(' ') ? from : first;
    draft.splice({ from: beside, to: beside, insert: block }, { from: first, to: end, insert: '' });
  } else if (block.startsWith(' ')) {
    draft.splice({ from: old, to: end, insert: old === from ? block : block.slice(1) });
  } else {
    draft.splice({ from, to: end, insert: '' }, { from: lineEnd(text, end), to: lineEnd(text, end), insert: block });
  }
}
