import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Progress } from '../../../web/desk/types.ts';
import { progress, ranText, stale, text } from '../../../web/state/store.ts';

const { read, start, next } = vi.hoisted(() => ({ read: vi.fn(), start: vi.fn(), next: vi.fn() }));
vi.mock('../../../web/desk/desk.ts', () => ({ desk: { read, start, next }, DeskReplaced: class extends Error {}, replacements: { value: 0 } }));
const { followText } = await import('../../../web/state/runs.ts');

/** A model is what its text says before the comment. */
const modelOf = (written: string) => written.split('#')[0].trim();
const editions: string[] = [];
const runs: string[] = [];
/** What each run says, in this order; then nothing comes any more. */
let news: Partial<Record<string, readonly Progress['state'][]>> = {};

const said = (written: string, state: Progress['state']) =>
  ({ report: { model: { name: modelOf(written), sha256: `of ${written}` } }, done: 1, state, notices: [] }) as unknown as Progress;

followText();

beforeEach(() => {
  vi.useFakeTimers();
  runs.length = 0;
  read.mockImplementation((written: string) => {
    if (editions.at(-1) !== modelOf(written)) editions.push(modelOf(written));
    return Promise.resolve({ text: written, diagnostics: [], model: { sha256: `of ${written}` }, parameterUnits: {}, edition: editions.length });
  });
  start.mockImplementation(({ text: written }: { text: string }) => Promise.resolve(runs.push(written)));
  const told = new Map<number, number>();
  next.mockImplementation((number: number) => {
    const written = runs[number - 1];
    const i = told.get(number) ?? 0;
    told.set(number, i + 1);
    const state = (news[modelOf(written)] ?? ['done'])[i];
    return state === undefined ? new Promise(() => undefined) : Promise.resolve(said(written, state));
  });
});
afterEach(() => vi.useRealTimers());

const write = async (written: string, milliseconds = 1_000) => {
  text.value = written;
  await vi.advanceTimersByTimeAsync(milliseconds);
};

describe('a change of the text', () => {
  test('that leaves the model the same starts no run, and the figures are of the text as it then is', async () => {
    await write('a');
    expect(runs).toEqual(['a']);
    for (const same of ['a # why', 'a\n\n', 'a\n# this\n# and that\n']) {
      await write(same);
      expect(runs).toEqual(['a']);
      expect([stale.value, ranText.value, progress.value?.report.model.sha256]).toEqual([false, same, `of ${same}`]);
    }
    await write('b # why');
    expect(runs).toEqual(['a', 'b # why']);
  });

  test('to another model while nothing has come of it shows the last finished figures, marked as stale', async () => {
    news = { 'long': ['running'], 'never': [] };
    await write('c');
    await write('long');
    expect([progress.value?.report.model.name, stale.value]).toEqual(['long', false]);
    await write('never');
    expect([progress.value?.report.model.name, progress.value?.state, stale.value]).toEqual(['c', 'done', true]);
  });
});
