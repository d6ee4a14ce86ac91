import type { Part } from './part.ts';

/** In what a part's plan differs from another's, for people; none: they are parts of one plan. */
export function differencesOf(there: Part, here: Part): string[] {
  const found: string[] = [];
  const compare = (what: string, one: unknown, other: unknown) => {
    if (JSON.stringify(one) !== JSON.stringify(other)) found.push(`${what} ${shown(one)} there, ${shown(other)} here`);
  };
  const { question: first } = there;
  const { question: second } = here;
  compare('the version of nines is', there.version, here.version);
  compare('the command is', first.kind, second.kind);
  if (found.length > 0) return found;
  compare('the number of models is', first.models.length, second.models.length);
  first.models.forEach(({ text, file }, i) => {
    const other = second.models[i];
    if (other !== undefined && other.text !== text) found.push(`the text of ${lastOf(file)} is another`);
    if (other !== undefined) compare('the model is called', lastOf(file), lastOf(other.file));
  });
  compareFields('--set', first.set, second.set, compare);
  compareFields('--', first.wishes, second.wishes, compare);
  compare('the assertions are', there.assertions, here.assertions);
  // The same question, and other batches: what cannot be told from outside.
  if (found.length === 0 && JSON.stringify(there.outline) !== JSON.stringify(here.outline))
    found.push('the same words were compiled to something else: one of the two was built differently');
  return found;
}

type Fields = Readonly<Record<string, unknown>>;

function compareFields(
  prefix: string,
  one: object,
  other: object,
  compare: (what: string, one: unknown, other: unknown) => void,
): void {
  const [there, here] = [one as Fields, other as Fields];
  for (const name of new Set([...Object.keys(there), ...Object.keys(here)]))
    compare(`${prefix}${prefix === '--' ? '' : ' '}${name} is`, there[name], here[name]);
}

/** Where a file lies differs between machines; its last name may stand in the report. */
function lastOf(file: string): string {
  return file.split(/[\\/]/).at(-1) ?? file;
}

function shown(value: unknown): string {
  if (value === undefined || (Array.isArray(value) && value.length === 0)) return 'not given';
  return typeof value === 'string' ? value : JSON.stringify(value);
}
