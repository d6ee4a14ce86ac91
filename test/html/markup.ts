/** A reader of markup that knows nothing but what a report may be made of. */

const TAGS =
  'html head meta title link style body main header section article h1 h2 h3 p span strong em dl div dt dd table caption thead tbody tr th td figure figcaption details summary pre ul li svg g path line rect circle text tspan';
const ATTRIBUTES =
  'lang charset http-equiv content name rel href class id scope role aria-label aria-labelledby aria-describedby aria-hidden tabindex width height viewBox d x y x1 x2 y1 y2 cx cy r rx dx dy transform text-anchor stroke-dasharray fill';

const known = (names: string) => new Set(names.split(' '));
const [tagNames, attributeNames] = [known(TAGS), known(ATTRIBUTES)];

export interface Markup {
  /** What is neither a tag that is known nor text: empty where all is well. */
  readonly strange: readonly string[];
  readonly tags: readonly { readonly name: string; readonly attributes: ReadonlyMap<string, string> }[];
}

/** Reads a document; what stands in its style is left out. */
export function read(document: string): Markup {
  const text = document.replace('<!DOCTYPE html>', '').replace(/(<style>)[^<]*(<\/style>)/, '$1$2');
  const strange: string[] = [];
  const tags: { name: string; attributes: Map<string, string> }[] = [];
  const rest = text.replace(/<(\/?)([A-Za-z][A-Za-z0-9]*)((?:\s+[A-Za-z][\w:-]*(?:="[^"<]*")?)*)\s*\/?>/g, (whole, closing: string, name: string, list: string) => {
    const attributes = new Map([...list.matchAll(/([A-Za-z][\w:-]*)(?:="([^"]*)")?/g)].map(([, key, value = '']) => [key, value]));
    if (!tagNames.has(name) || [...attributes.keys()].some((key) => !attributeNames.has(key))) strange.push(whole.slice(0, 120));
    if (closing === '') tags.push({ name, attributes });
    return '';
  });
  const at = rest.indexOf('<');
  if (at >= 0) strange.push(rest.slice(at, at + 120));
  return { strange, tags };
}

/** Everything wrong with a report as a document that needs nothing else. */
export function faults(document: string): string[] {
  const { strange, tags } = read(document);
  const found = strange.map((text) => `strange: ${text}`);
  if (!document.startsWith('<!DOCTYPE html>\n<html lang="en">')) found.push('does not begin as a document');
  const policy = tags.find(({ attributes }) => attributes.get('http-equiv') === 'Content-Security-Policy')?.attributes.get('content') ?? '';
  if (!policy.startsWith("default-src 'none';") || policy.includes('script-src')) found.push(`policy: ${policy}`);
  const links = tags.flatMap(({ attributes }) => attributes.get('href') ?? []);
  if (links.some((href) => href !== 'data:,')) found.push(`links: ${links.join(' ')}`);
  if (/url\(|@import|https?:/.test(/<style>([^<]*)/.exec(document)?.[1] ?? '')) found.push('styles load something');
  const ids = tags.flatMap(({ attributes }) => attributes.get('id') ?? []);
  if (new Set(ids).size < ids.length) found.push('an id stands twice');
  const pointed = tags.flatMap(({ attributes }) => ['aria-labelledby', 'aria-describedby'].flatMap((key) => attributes.get(key) ?? []));
  found.push(...pointed.filter((id) => !ids.includes(id)).map((id) => `points nowhere: ${id}`));
  const levels = tags.flatMap(({ name }) => (/^h\d$/.test(name) ? [Number(name[1])] : []));
  if (levels.filter((level) => level === 1).length !== 1 || levels[0] !== 1) found.push('has not one first heading');
  if (levels.some((level, i) => i > 0 && level > levels[i - 1] + 1)) found.push(`skips a heading: ${levels.join('')}`);
  found.push(...tags.filter(({ name, attributes }) => name === 'th' && !attributes.has('scope')).map(() => 'a head of nothing'));
  if (/NaN|undefined|\[object|Infinity/.test(document.replace(/<style>[^<]*<\/style>/, ''))) found.push('a value that is none');
  return found;
}
