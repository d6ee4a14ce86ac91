/** Controls and reordering that JSON itself would let through raw, and a terminal obey. */
const UNSAFE = /[\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069]/g;

/** Any result as JSON, two spaces deep, its keys in the order of the published type; ends with a line break. */
export function renderJson(value: unknown): string {
  const text = JSON.stringify(value, null, 2);
  return `${text.replace(UNSAFE, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`)}\n`;
}
