import { listDocuments, readDocument, writeDocument, type Saved, type Shelf } from './storage.ts';

/** What is worth keeping of a page at one moment. */
export interface Work {
  readonly name: string;
  readonly text: string;
  readonly seed: string;
  readonly years: number;
  readonly tab: string;
}

interface Surroundings {
  readonly shelf: Shelf;
  /** What this tab alone remembers, over reloads too: the id of its document. */
  readonly tabShelf: Pick<Storage, 'getItem' | 'setItem'>;
  readonly newId: () => string;
  readonly now: () => number;
}

type Saving = 'saved' | 'refused' | 'unchanged';

const TAB = 'nines.tab';

/**
 * One tab's document. No two tabs write the same one: each page marks what it writes as its own, and a page that
 * finds another's mark on its document goes on under a new id, so that both stay.
 */
export class Document {
  private readonly owner: string;
  private id: string;
  private started: Work | null = null;
  private last: Work | null = null;

  constructor(private readonly at: Surroundings) {
    this.owner = at.newId();
    this.id = at.newId();
  }

  /** The document to go on with: this tab's own, or else the latest one if no other tab has it open. */
  async restore(isOpen: (id: string) => Promise<boolean>): Promise<Saved | null> {
    const own = this.remembered();
    const mine = own === null ? null : readDocument(this.at.shelf, own);
    // A duplicated tab remembers its original's document, which is still open there.
    if (mine !== null && !(await isOpen(mine.id))) return this.claim(mine);
    if (mine !== null) return this.copy(mine);
    const latest = listDocuments(this.at.shelf).at(0);
    return latest === undefined || (await isOpen(latest.id)) ? null : this.claim(latest);
  }

  /** Goes on with a document from the list; one that another tab has open is copied. */
  async reopen(id: string, isOpen: (id: string) => Promise<boolean>): Promise<Saved | null> {
    const saved = readDocument(this.at.shelf, id);
    if (saved === null || id === this.id) return saved;
    return (await isOpen(id)) ? this.copy(saved) : this.claim(saved);
  }

  /**
   * What follows is another document, beginning with `work`: from the gallery, from a link. The one before stays as
   * it is, unless nothing of the person's own was in it.
   */
  begin(work: Work): void {
    const before = readDocument(this.at.shelf, this.id);
    if (before !== null && !(before.pristine && before.owner === this.owner)) this.id = this.at.newId();
    this.started = work;
    this.last = null;
    this.remember();
  }

  save(work: Work): Saving {
    if (this.last !== null && sameWork(this.last, work)) return 'unchanged';
    const there = readDocument(this.at.shelf, this.id);
    if (there !== null && there.owner !== this.owner) {
      this.id = this.at.newId();
      this.remember();
    }
    const pristine = this.started !== null && this.started.text === work.text && (there === null || there.pristine);
    if (!writeDocument(this.at.shelf, { ...work, id: this.id, at: this.at.now(), owner: this.owner, pristine }))
      return 'refused';
    this.last = work;
    this.remember();
    return 'saved';
  }

  get currentId(): string {
    return this.id;
  }

  private claim(saved: Saved): Saved {
    this.id = saved.id;
    writeDocument(this.at.shelf, { ...saved, owner: this.owner });
    return this.follow(saved);
  }

  private copy(saved: Saved): Saved {
    this.id = this.at.newId();
    return this.follow(saved);
  }

  private follow(saved: Saved): Saved {
    this.started = saved.pristine ? saved : null;
    this.last = saved;
    this.remember();
    return saved;
  }

  private remembered(): string | null {
    try {
      return this.at.tabShelf.getItem(TAB);
    } catch {
      return null;
    }
  }

  private remember(): void {
    try {
      this.at.tabShelf.setItem(TAB, this.id);
    } catch {
      // Without it a reload takes the latest document.
    }
  }
}

function sameWork(a: Work, b: Work): boolean {
  return a.text === b.text && a.seed === b.seed && a.years === b.years && a.tab === b.tab;
}
