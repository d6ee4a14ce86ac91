import { isAlias, isScalar, type Node } from 'yaml';
import { Refusal, type Path } from './act.ts';
import type { Draft } from './draft.ts';
import { plainOf, valueOf } from './plain.ts';
import { rangeOf, type Sheet } from './sheet.ts';
import { writeInline } from './write.ts';

/**
 * What is shared (`&zone … *zone`) is changed for one only: the place at this path gets text of its own, and of others
 * that share it the first one keeps it for them.
 */
export function own(draft: Draft, path: Path): void {
  for (let depth = 1; depth <= path.length; depth++) {
    const node = draft.sheet.find(path.slice(0, depth))?.node;
    if (isAlias(node)) {
      const [from, to] = rangeOf(node);
      draft.splice({ from, to, insert: written(draft.sheet, draft.sheet.targetOf(node)) });
      // What is written out may hold aliases no more, and anchors never.
      continue;
    }
    if (isShared(draft.sheet, node)) handOver(draft, node);
  }
}

/** Lets nothing outside of a stretch of the text depend on what is in it. */
export function release(draft: Draft, stretch: () => readonly [number, number]): void {
  for (let tries = 0; tries < 100; tries++) {
    const [from, to] = stretch();
    const shared = draft.sheet
      .anchored(from, to)
      .find((node) => draft.sheet.aliasesOf(node).some((alias) => rangeOf(alias)[0] < from || rangeOf(alias)[0] >= to));
    if (shared === undefined) return;
    handOver(draft, shared, from, to);
  }
  throw new Refusal('This text shares too much by & and * to be changed by pointing: edit it.');
}

/** Writes out the aliases in a stretch of the text whose anchors stand behind a place, to which it is about to go. */
export function writeOut(draft: Draft, [from, to]: readonly [number, number], before: number): void {
  const { sheet } = draft;
  const late = sheet.aliases(from, to).filter((alias) => {
    const [anchor] = rangeOf(sheet.targetOf(alias));
    return anchor >= before && (anchor < from || anchor >= to);
  });
  draft.splice(
    ...late.map((alias) => {
      const [start, end] = rangeOf(alias);
      return { from: start, to: end, insert: written(sheet, sheet.targetOf(alias)) };
    }),
  );
}

function isShared(sheet: Sheet, node: unknown): node is Node {
  return typeof node === 'object' && node !== null && sheet.aliasesOf(node).length > 0;
}

/** Gives an anchor, with all that it stands for, to the first of its aliases outside of a stretch. */
function handOver(draft: Draft, node: Node, from = -1, to = -1): void {
  const { sheet, text } = draft;
  const name = isScalar(node) || 'anchor' in node ? String((node as { anchor?: string }).anchor) : '';
  const heir = sheet.aliasesOf(node).find((alias) => rangeOf(alias)[0] < from || rangeOf(alias)[0] >= to);
  const anchor = text.lastIndexOf(`&${name}`, rangeOf(node)[0]);
  if (heir === undefined || anchor < 0) return;
  const [start, end] = rangeOf(heir);
  const behind = anchor + name.length + 1;
  const blanks = /^[ \t]+(?=[^\s#])/.exec(text.slice(behind))?.[0].length ?? 0;
  const before = blanks === 0 && text[anchor - 1] === ' ' ? 1 : 0;
  draft.splice(
    { from: anchor - before, to: behind + blanks, insert: '' },
    { from: start, to: end, insert: `&${name} ${written(sheet, node)}` },
  );
}

function written(sheet: Sheet, node: Node): string {
  return writeInline(valueOf(plainOf(node, sheet)), { flow: true, json: false });
}
