import { describe, expect, test } from 'vitest';
import { nameOf } from '../../../web/text/name.ts';
import { Document, type Work } from '../../../web/state/document.ts';
import { canKeep, listDocuments, listKept, readDocument, removeKept, type Shelf, writeDocument, writeKept } from '../../../web/state/storage.ts';

/** A browser: one storage for all, one for each tab, a clock that ticks. */
function browser({ room = Infinity } = {}) {
  const held = new Map<string, string>();
  const shelf: Shelf = {
    get length() {
      return held.size;
    },
    key: (i) => [...held.keys()][i] ?? null,
    getItem: (key) => held.get(key) ?? null,
    removeItem: (key) => void held.delete(key),
    setItem: (key, value) => {
      const others = [...held].reduce((sum, [name, each]) => sum + (name === key ? 0 : each.length), 0);
      if (others + value.length > room) throw new DOMException('full', 'QuotaExceededError');
      held.set(key, value);
    },
  };
  let ids = 0;
  let clock = 0;
  const open = new Map<Document, string>();
  return {
    held,
    shelf,
    tab: (tabShelf = new Map<string, string>()) => {
      const made = new Document({
        shelf,
        tabShelf: { getItem: (key) => tabShelf.get(key) ?? null, setItem: (key, value) => void tabShelf.set(key, value) },
        newId: () => `id${++ids}`,
        now: () => ++clock,
      });
      return { made, tabShelf, close: () => open.delete(made), use: () => open.set(made, made.currentId) };
    },
    isOpen: (self?: Document) => (id: string) => Promise.resolve([...open].some(([other, its]) => other !== self && its === id)),
    texts: () => listDocuments(shelf).map(({ text }) => text),
  };
}

const work = (text: string, more: Partial<Work> = {}): Work => ({ name: nameOf(text), text, seed: '', years: 0, tab: 'downtime', ...more });
const never = () => Promise.resolve(false);

describe('a document', () => {
  test('is there again after the tab was closed, or crashed', async () => {
    const { tab } = browser();
    const first = tab();
    first.made.save(work('mine', { seed: '7', tab: 'cost' }));
    const again = tab(first.tabShelf);
    expect(await again.made.restore(never)).toMatchObject({ text: 'mine', seed: '7', tab: 'cost' });
    const elsewhere = tab();
    expect(await elsewhere.made.restore(never)).toMatchObject({ text: 'mine' });
  });

  test('goes on as the same one after a reload', async () => {
    const { tab, texts } = browser();
    const first = tab();
    first.made.save(work('one'));
    const again = tab(first.tabShelf);
    await again.made.restore(never);
    again.made.save(work('two'));
    expect(texts()).toEqual(['two']);
  });

  test('stays alone in its tab: a new tab begins afresh while it is open', async () => {
    const { tab, isOpen, texts } = browser();
    const first = tab();
    first.made.save(work('one'));
    first.use();
    const second = tab();
    expect(await second.made.restore(isOpen(second.made))).toBeNull();
    second.made.save(work('two'));
    first.made.save(work('one more'));
    expect(texts().sort()).toEqual(['one more', 'two']);
  });

  test('is copied when its tab is duplicated, and neither overwrites the other', async () => {
    const { tab, isOpen, texts } = browser();
    const first = tab();
    first.made.save(work('one'));
    first.use();
    const copy = tab(new Map(first.tabShelf));
    expect(await copy.made.restore(isOpen(copy.made))).toMatchObject({ text: 'one' });
    copy.made.save(work('from the copy'));
    first.made.save(work('from the first'));
    expect(texts().sort()).toEqual(['from the copy', 'from the first']);
  });

  test('is kept apart even where nobody can tell which tabs are open', async () => {
    const { tab, texts } = browser();
    const first = tab();
    first.made.save(work('one'));
    const copy = tab(new Map(first.tabShelf));
    await copy.made.restore(never);
    copy.made.save(work('from the copy'));
    first.made.save(work('from the first'));
    copy.made.save(work('from the copy, later'));
    expect(texts().sort()).toEqual(['from the copy, later', 'from the first']);
  });

  test('is left as it is when another one is begun, unless nothing of the person was in it', () => {
    const { tab, texts } = browser();
    const { made } = tab();
    made.begin(work('gallery 1'));
    made.save(work('gallery 1'));
    made.begin(work('gallery 2'));
    made.save(work('gallery 2'));
    expect(texts()).toEqual(['gallery 2']);
    made.save(work('gallery 2, changed'));
    made.begin(work('link'));
    made.save(work('link'));
    expect(texts()).toEqual(['link', 'gallery 2, changed']);
  });

  test('is somebody’s from its first change on, even when that is undone', () => {
    const { tab, shelf } = browser();
    const { made } = tab();
    made.begin(work('a'));
    made.save(work('a'));
    expect(readDocument(shelf, made.currentId)?.pristine).toBe(true);
    made.save(work('b'));
    made.save(work('a'));
    expect(readDocument(shelf, made.currentId)?.pristine).toBe(false);
  });

  test('is reopened from the list, or copied where it is open elsewhere', async () => {
    const { tab, isOpen, texts } = browser();
    const first = tab();
    first.made.save(work('one'));
    first.use();
    const second = tab();
    second.made.save(work('two'));
    expect(await second.made.reopen(first.made.currentId, isOpen(second.made))).toMatchObject({ text: 'one' });
    second.made.save(work('one, copied'));
    expect(texts().sort()).toEqual(['one', 'one, copied', 'two']);
    first.close();
    await second.made.reopen(first.made.currentId, isOpen(second.made));
    second.made.save(work('one, gone on with'));
    expect(texts().sort()).toEqual(['one, copied', 'one, gone on with', 'two']);
    expect(await second.made.reopen('gone', never)).toBeNull();
  });

  test('is not written again when nothing changed', () => {
    const { tab } = browser();
    const { made } = tab();
    expect([made.save(work('a')), made.save(work('a')), made.save(work('a', { tab: 'cost' }))]).toEqual(['saved', 'unchanged', 'saved']);
  });
});

describe('a storage that is', () => {
  test('full says so, keeps what was there, and takes up again when there is room', () => {
    const { tab, texts } = browser({ room: 400 });
    const { made } = tab();
    expect(made.save(work('small'))).toBe('saved');
    expect(made.save(work('x'.repeat(500)))).toBe('refused');
    expect(texts()).toEqual(['small']);
    expect(made.save(work('small again'))).toBe('saved');
  });

  test('blocked breaks nothing', async () => {
    const refuse = (): never => {
      throw new DOMException('blocked', 'SecurityError');
    };
    const shelf = { getItem: refuse, setItem: refuse, removeItem: refuse, key: refuse, length: 1 };
    const made = new Document({ shelf, tabShelf: shelf, newId: () => 'x', now: () => 0 });
    expect(await made.restore(never)).toBeNull();
    expect(made.save(work('a'))).toBe('refused');
    expect(listKept(shelf)).toEqual([]);
  });

  test('spoilt by others gives only what is sound', () => {
    const { held, shelf, tab } = browser();
    tab().made.save(work('sound'));
    held.set('nines.document.a', '{');
    held.set('nines.document.b', '{"id":"b","text":5}');
    held.set('nines.document.c', 'null');
    held.set('other', '{}');
    expect(listDocuments(shelf).map(({ text }) => text)).toEqual(['sound']);
  });

  test('long in use keeps the latest documents', () => {
    const { shelf } = browser();
    for (let i = 0; i < 100; i++) writeDocument(shelf, { ...work(String(i)), id: String(i), at: i, owner: 'o', pristine: false });
    const left = listDocuments(shelf);
    expect(left.length).toBeLessThanOrEqual(41);
    expect(left[0].text).toBe('99');
  });
});

test('versions are kept by name until they are deleted', () => {
  const { shelf } = browser();
  for (const [i, title] of ['first', 'second'].entries()) writeKept(shelf, { id: title, title, name: 'n', text: title, seed: '', years: 0, at: i });
  expect(listKept(shelf).map(({ title }) => title)).toEqual(['second', 'first']);
  removeKept(shelf, 'second');
  expect(listKept(shelf).map(({ title }) => title)).toEqual(['first']);
});

test.each([
  ['name: Web shop\n', 'Web shop'],
  ["nines: 1\nname: 'It, quoted'  # why\n", 'It, quoted'],
  ['nines: 1\n', 'Without a name'],
  ['services:\n  name: inner\n', 'Without a name'],
])('the name of %j is %s', (model, name) => {
  expect(nameOf(model)).toBe(name);
});

describe('whether anything can be kept', () => {
  test('is found out by trying, and leaves nothing behind', () => {
    const { shelf, held } = browser();
    expect(canKeep(shelf)).toBe(true);
    expect(held.size).toBe(0);
  });

  test('is denied by a storage that is full, blocked, or forgets', () => {
    const { shelf } = browser({ room: 0 });
    expect(canKeep(shelf)).toBe(false);
    expect(canKeep({ ...shelf, setItem: () => undefined, getItem: () => null })).toBe(false);
  });
});
