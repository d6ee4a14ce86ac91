/** Text for a terminal: how wide it is there, and what must not reach it. Names in a model come from strangers. */

const CONTROL = /[\p{Cc}\p{Cs}\p{Co}\p{Cn}]/gu;
/** Invisible, and able to reorder what stands around it. */
const FORMAT = /\p{Cf}/gu;
const SEPARATOR = /[\t\n\r\p{Zl}\p{Zp}]+/gu;
/** A pile of accents would grow over the lines above. */
const MARKS = /(\p{M}{2})\p{M}+/gu;
const ZERO_WIDTH = /^\p{M}$/u;
/** East Asian characters and pictures (Unicode's East_Asian_Width W and F), two columns wide. */
const WIDE_RANGES = [
  '\\u1100-\\u115f\\u2329\\u232a\\u2e80-\\u303e\\u3041-\\ua4cf\\ua960-\\ua97f\\uac00-\\ud7a3\\uf900-\\ufaff',
  '\\ufe10-\\ufe19\\ufe30-\\ufe6f\\uff00-\\uff60\\uffe0-\\uffe6',
  '\\u{16fe0}-\\u{18fff}\\u{1b000}-\\u{1b2ff}\\u{1f000}-\\u{1faff}\\u{20000}-\\u{3fffd}\\p{Emoji_Presentation}',
];
const WIDE = new RegExp(`^[${WIDE_RANGES.join('')}]$`, 'u');
/** Makes the character before it an emoji, two columns wide. */
const EMOJI_SELECTOR = '\ufe0f';

/** On one line, and nothing in it that a terminal would obey: no escapes, no controls, no reordering. */
export function plainText(text: string): string {
  return text.replace(SEPARATOR, ' ').replace(CONTROL, '\ufffd').replace(FORMAT, '').replace(MARKS, '$1').trim();
}

/** At the beginning of a row, a column or a title. */
export function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Columns that plain text takes in a terminal. */
export function width(text: string): number {
  let columns = 0;
  for (const character of text) columns += characterWidth(character);
  return columns;
}

function characterWidth(character: string): number {
  if (character >= ' ' && character <= '~') return 1;
  if (character === EMOJI_SELECTOR) return 1;
  if (ZERO_WIDTH.test(character)) return 0;
  return WIDE.test(character) ? 2 : 1;
}

/** The text if it fits, otherwise its beginning and an ellipsis. */
export function fit(text: string, columns: number): string {
  if (width(text) <= columns) return text;
  if (columns < 1) return '';
  let result = '';
  let used = 1;
  for (const character of text) {
    used += characterWidth(character);
    if (used > columns) break;
    result += character;
  }
  return `${result.trimEnd()}…`;
}

export function padEnd(text: string, columns: number): string {
  return text + ' '.repeat(Math.max(0, columns - width(text)));
}

export function padStart(text: string, columns: number): string {
  return ' '.repeat(Math.max(0, columns - width(text))) + text;
}

/** Words on as few lines of at most `columns` as they go; a word that is too long is cut. */
export function wrap(text: string, columns: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ').map((each) => fit(each, columns))) {
    if (line !== '' && width(line) + 1 + width(word) > columns) {
      lines.push(line);
      line = word;
    } else {
      line = line === '' ? word : `${line} ${word}`;
    }
  }
  return [...lines, line];
}
