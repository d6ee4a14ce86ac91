import { expect, test } from 'vitest';
import { applyAct, type Act, type Patch } from '../../src/edit/index.ts';
import { checkModel, parseModel } from '../../src/model/index.ts';
import { simulate } from '../../src/run/simulate.ts';
import { change, clearHistory, redo, undo } from '../../web/state/history.ts';
import { text as shown } from '../../web/state/store.ts';
import { DISASTERS, EVERYTHING } from '../model/gallery.ts';
import { comments, GALLERY, said } from './gallery.ts';
import { randomAct } from './random-acts.ts';

/** Mulberry32. */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

function patched(text: string, patch: readonly Patch[]): string {
  return [...patch].reverse().reduce((now, { from, to, insert }) => now.slice(0, from) + insert + now.slice(to), text);
}

/** What ten years come to; where there are errors, nothing does. */
async function figuresOf(text: string): Promise<unknown> {
  if (checkModel(text).model === null) return null;
  // How long it took is no figure.
  return { ...(await simulate(parseModel(text), { years: 10, workers: 0 })), run: null };
}

/** Acts that take nothing away, and so no comment. */
const ADDS: ReadonlySet<Act['act']> = new Set(['set', 'add', 'duplicate', 'rename', 'move', 'entry', 'sites']);

const TEXTS: readonly string[] = [...GALLERY.values(), EVERYTHING, DISASTERS, '', JSON.stringify(said(EVERYTHING), null, 2)];

test('a thousand acts at random, taken back and done again in the page’s history, end where they began, text for text and figure for figure', async () => {
  const random = generator(13);
  let done = 0;
  for (let round = 0; done < 1_000; round++) {
    const start = TEXTS[round % TEXTS.length];
    const sound = checkModel(start).model !== null;
    let text = start;
    shown.value = start;
    clearHistory();
    let steps = 0;
    for (let tries = 0; tries < 60 && steps < 25 && done < 1_000; tries++) {
      const act = randomAct(text, random);
      const outcome = applyAct(text, act);
      if ('refused' in outcome) {
        expect(outcome.refused.length, JSON.stringify(act)).toBeLessThan(400);
        expect(outcome.refused).not.toMatch(/\n|undefined|not understood|cannot change/);
        continue;
      }
      const what = `${JSON.stringify(act)} to\n${text}\ngives\n${outcome.text}`;
      expect(patched(text, outcome.patch), what).toBe(outcome.text);
      if (sound && done % 10 === 0 && checkModel(outcome.text).model === null) throw new Error(`an error after ${what}`);
      const before = comments(text);
      const after = comments(outcome.text);
      if (ADDS.has(act.act)) for (const comment of before) expect(after, what).toContain(comment);
      // What changes nothing is no step.
      if (outcome.text !== text) steps++;
      change(outcome.text, act.act);
      text = outcome.text;
      done++;
    }
    const isTried = round % 8 === 0;
    const figures = isTried ? await Promise.all([start, text].map(figuresOf)) : [];
    for (let i = 0; i < steps; i++) undo();
    expect(shown.value).toBe(start);
    if (isTried) expect(await figuresOf(shown.value)).toEqual(figures[0]);
    for (let i = 0; i < steps; i++) redo();
    expect(shown.value).toBe(text);
    if (isTried) expect(await figuresOf(shown.value)).toEqual(figures[1]);
  }
});
