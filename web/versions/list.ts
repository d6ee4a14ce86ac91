/** A model as it stood between two acts. */
export interface Version {
  readonly id: number;
  readonly text: string;
  /** The same for texts of the same model. */
  readonly edition: number;
  /** What was done, as the history calls it; what it was in words comes with the comparison. */
  readonly act: string;
  /** Which one it was made from; null: it was there first. */
  readonly parent: number | null;
}

/** The versions of a document, and which of them is in the editor. */
export interface Versions {
  /** The oldest first. */
  readonly all: readonly Version[];
  /** The one in the editor. */
  readonly current: number;
  /** The one that stood there before; null: there was none. */
  readonly before: number | null;
}

/** More than anybody goes back. */
const MOST_VERSIONS = 20;

type Now = Omit<Version, 'id' | 'parent'>;

/**
 * With what is in the editor now. What stood there once is taken up again and is no new version; comments and blank
 * lines make none either.
 * @param isOther it is another document: its history begins here
 */
export function taken(versions: Versions | null, now: Now, isOther: boolean): Versions {
  if (versions === null || isOther) {
    const id = 1 + Math.max(0, ...(versions?.all ?? []).map((each) => each.id));
    return { all: [{ ...now, id, parent: null }], current: id, before: null };
  }
  const { all, current } = versions;
  const here = all.find(({ id }) => id === current)!;
  const isAlike = (each: Version) => each.text === now.text || each.edition === now.edition;
  if (isAlike(here)) {
    if (here.text === now.text) return versions;
    const next = { ...here, text: now.text, edition: now.edition };
    return { ...versions, all: all.map((each) => (each === here ? next : each)) };
  }
  const known = all.find(isAlike);
  if (known !== undefined) return { all, current: known.id, before: current };
  const id = 1 + Math.max(...all.map((each) => each.id));
  const more = [...all, { ...now, id, parent: current }];
  return { all: more.slice(-MOST_VERSIONS), current: id, before: current };
}
