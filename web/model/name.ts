/** The model's name as far as a glance at the text tells: for lists, while the text may have errors. */
export function nameOf(model: string): string {
  const written = /^name:[ \t]*(.*?)[ \t]*(?:[ \t]#.*)?$/m.exec(model)?.[1] ?? '';
  return written.replace(/^(['"])(.*)\1$/, '$2').slice(0, 100) || 'Without a name';
}
