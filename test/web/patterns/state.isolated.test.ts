import { expect, test, vi } from 'vitest';
import type { StudyAsk, StudyNews } from '../../../web/desk/types.ts';
import { progress, ranText, reading, text } from '../../../web/state/store.ts';

/** What was asked of the desk, and who still listens. */
const asked: { readonly of: string; readonly tell: (news: StudyNews) => void; isDropped: boolean }[] = [];
vi.mock('../../../web/desk/follow.ts', () => ({
  followStudy: (ask: StudyAsk & { readonly text: string }, tell: (news: StudyNews) => void) => {
    const study = { of: ask.text, tell, isDropped: false };
    asked.push(study);
    return { stop: () => undefined, drop: () => void (study.isDropped = true) };
  },
}));
const { busy, followPatterns, found, looking, make, old } = await import('../../../web/patterns/state.ts');

/** A text that has been read and simulated to its end. */
function settle(written: string): void {
  text.value = written;
  reading.value = { text: written, model: { simulation: { years: 100 } }, diagnostics: [] } as never;
  ranText.value = written;
  progress.value = { state: 'done', report: {} } as never;
}
const news = (title: string, isOver = false) =>
  ({ report: { kind: 'patterns', currency: 'USD', patterns: { asked: 1, effects: [{ title, on: null, patch: [{ from: 0, to: 0, insert: 'x' }], says: '' }] } }, isOver, problem: '', notices: [] }) as unknown as StudyNews;
const titles = () => found.value?.figures.effects.map(({ title }) => title);

test('patterns are tried of the model as it is; an act drops what is under way, marks what is known as old until the new ones come, and none of the old can be made', () => {
  looking.value = true;
  settle('first');
  followPatterns();
  expect(asked.map(({ of }) => of)).toEqual(['first']);
  asked[0].tell(news('of the first'));
  expect([busy.value, old.value, titles()]).toEqual([true, false, ['of the first']]);

  text.value = 'second';
  expect([asked[0].isDropped, busy.value, old.value]).toEqual([true, false, true]);
  // What was on its way is not heard any more, and not one before the new text is read is asked for.
  asked[0].tell(news('too late', true));
  expect([asked.length, titles()]).toEqual([1, ['of the first']]);
  make(found.value!.figures.effects[0]);
  expect(text.value).toBe('second');

  settle('second');
  expect(asked.map(({ of, isDropped }) => [of, isDropped])).toEqual([['first', true], ['second', false]]);
  asked[1].tell(news('of the second', true));
  expect([busy.value, old.value, titles()]).toEqual([false, false, ['of the second']]);
  make(found.value!.figures.effects[0]);
  expect(text.value).toBe('xsecond');
  expect(asked[1].isDropped).toBe(true);
});
