export interface ImportedFile {
  readonly file: string;
  readonly text: string;
  /** Of a `.tf` file: see `load-hcl.ts`. */
  readonly hcl?: { readonly tree: object } | { readonly problem: string; readonly line: number };
}

/** Something that nobody's file says: a parameter of the model, with a default until somebody answers. */
export interface Question {
  readonly parameter: string;
  readonly text: string;
  readonly value: string;
  /** Where the default was seen, or that it is a guess. */
  readonly source: string;
  /**
   * Seconds down a year more or less where it is half of the default, and where it is twice that; absent where that was
   * not tried, null where it cannot be.
   */
  readonly moves?: { readonly low: number; readonly high: number } | null;
}

/** A line of a model with where it is from. */
interface Setting {
  readonly key: string;
  readonly value: string;
  /** `FILE:LINE`, and what it says there. */
  readonly from: string;
}

export interface DraftService {
  readonly name: string;
  /** `FILE:LINE`. */
  readonly from: string;
  readonly kind: 'server' | 'database' | 'lock' | 'proxy';
  readonly settings: Setting[];
  /** Names of others, as far as they are in the draft. */
  readonly needs: string[];
  /** What tells it from the others of its file: a budget finds its workload by it. */
  readonly labels?: Readonly<Record<string, string>>;
  /** Its own default for how long it takes until a crash is over. */
  readonly crashOver?: Setting;
}

/** What files came to, before it is written. */
export interface Draft {
  readonly services: DraftService[];
  readonly questions: Question[];
  /** What was found and is in no model, with its place and why. */
  readonly left: { readonly from: string; readonly text: string }[];
}

export const createDraft = (): Draft => ({ services: [], questions: [], left: [] });

/** As the language writes names. */
export const nameOf = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .replace(/^(?=\d|$)/, 'x');

export const parameterOf = (text: string): string => nameOf(text).replaceAll('-', '_');

/** Notes a question once. @returns the parameter's name */
export function ask(draft: Draft, parameter: string, value: string, text: string, source: string): string {
  const name = parameterOf(parameter);
  if (!draft.questions.some((each) => each.parameter === name))
    draft.questions.push({ parameter: name, value, text, source });
  return name;
}
