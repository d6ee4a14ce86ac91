/** More of a line than any name is long: the patterns below take their time on blanks. */
const LONGEST_LINE = 500;

/** The model's name as far as a glance at the text tells: for lists, while the text may have errors. */
export function nameOf(model: string): string {
  const line = (/^name:.*$/m.exec(model)?.[0] ?? '').slice(0, LONGEST_LINE);
  const written = /^name:[ \t]*(.*?)[ \t]*(?:[ \t]#.*)?$/.exec(line)?.[1] ?? '';
  return written.replace(/^(['"])(.*)\1$/, '$2').slice(0, 100) || 'Without a name';
}
