export function isBreak(character: string | undefined): boolean {
  return character === '\n' || character === '\r';
}

/** What may stand behind a colon or a dash: a blank, a line's end, or the end. */
export function isBlank(character: string | undefined): boolean {
  return character === undefined || character === ' ' || character === '\t' || isBreak(character);
}

/** Behind the quote that closes the one at `from`; null where none does. */
export function closing(text: string, from: number): number | null {
  const quote = text[from];
  for (let i = from + 1; i < text.length; i++) {
    if (quote === '"' && text[i] === '\\') i++;
    else if (text[i] === quote) {
      if (quote === '"' || text[i + 1] !== "'") return i + 1;
      i++;
    }
  }
  return null;
}

/** What a quoted text says. */
export function unquote(quoted: string): string {
  if (quoted.startsWith("'")) return quoted.slice(1, -1).replace(/''/g, "'");
  try {
    return JSON.parse(quoted) as string;
  } catch {
    return quoted.slice(1, -1);
  }
}
