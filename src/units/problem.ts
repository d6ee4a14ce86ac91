/** What is wrong, for people, without saying where; and the nearest right thing, ready to be typed. */
export interface Problem {
  readonly message: string;
  readonly suggestion: string | null;
}

/** A problem whose message asks whether the nearest right word was meant. */
export function problem(message: string, suggestion: string | null = null): Problem {
  return { message: suggestion === null ? message : `${message}: did you mean '${suggestion}'?`, suggestion };
}

/**
 * Controls and marks of direction, which could hide or reorder what stands around them; the joiners that emoji are made
 * with are none.
 */
const UNSEEN = /(?![\u200c\u200d])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu;

/** The same text with what cannot be seen spelt out: `\\u202e`. */
export function visible(text: string): string {
  return text.replace(UNSEEN, (character) => `\\u${(character.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`);
}

/** Long or multi-line text would drown the message that quotes it. */
export function quote(text: string): string {
  const flat = visible(text.replace(/\s+/g, ' '));
  return `'${flat.length > 60 ? `${flat.slice(0, 57)}…` : flat}'`;
}
