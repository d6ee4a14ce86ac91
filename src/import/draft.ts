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

/** What one cannot work without: by its name, if it is in the draft. */
export interface Need {
  readonly name: string;
  /** `FILE:LINE`. */
  readonly from: string;
}

export interface DraftService {
  readonly name: string;
  /** `FILE:LINE`. */
  readonly from: string;
  readonly kind: 'server' | 'database' | 'lock' | 'proxy';
  readonly settings: Setting[];
  readonly needs: Need[];
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

const KINDS: readonly (readonly [RegExp, DraftService['kind']])[] = [
  [/haproxy|traefik|envoy/, 'proxy'],
  [/postgres|mysql|mariadb|mongo|redis|patroni|cassandra|etcd|zookeeper|consul/, 'database'],
];

/** What something is, by its name before its image: an image may hold many things. */
export const kindOf = (name: string, image = ''): DraftService['kind'] =>
  [name, image].flatMap((text) => KINDS.flatMap(([words, kind]) => (words.test(text) ? [kind] : []))).at(0) ?? 'server';

/** Whether its members agree by majority, and it is no use to have two of them. */
export const isQuorum = (members: number, ...names: readonly string[]): boolean =>
  members >= 3 && names.some((each) => /etcd|zookeeper|consul(?!ar)/.test(each));

const ADDRESS = /^(?:[a-z][\w+.-]*:\/\/)?(?:[^@/\s]*@)?([a-z0-9][a-z0-9-]*)(?:\.[\w.-]+)?(?::\d+)?(?:\/\S*)?$/i;

/** Whom an environment variable names, if it is one host's address; of the value nothing else is kept. */
export function hostIn(variable: string, value: string): string | null {
  const isAddress = /:\/\/|:\d+$/.test(value) || /HOST|ADDR|URL|URI|ENDPOINT|SERVER|SERVICE/i.test(variable);
  return isAddress ? (ADDRESS.exec(value)?.[1] ?? null) : null;
}

/** How many carry the load, as a question. @param enough what the files say is enough, and where */
export function askRequired(
  draft: Draft,
  { name, members, what }: { readonly name: string; readonly members: number; readonly what: string },
  enough?: { readonly members: number; readonly from: string },
): Setting {
  const value = ask(
    draft,
    `${name}_required`,
    String(enough?.members ?? members - 1),
    `How many of ${name}'s ${members} ${what} carry the load?`,
    enough?.from ?? 'a guess: all but one',
  );
  return { key: 'required', value, from: 'a question' };
}
