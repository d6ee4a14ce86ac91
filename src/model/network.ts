import type { Link, Model } from './model.ts';

/** `a--b`: links have no names of their own, and several between the same two share theirs. */
export function linkName({ domains }: Pick<Model, 'domains'>, { between: [a, b] }: Pick<Link, 'between'>): string {
  return `${domains[a].name}--${domains[b].name}`;
}

/** The links of that name, whichever end comes first; empty: there are none. */
export function linksNamed(model: Pick<Model, 'domains' | 'links'>, name: string): number[] {
  return model.links.flatMap((link, i) => {
    const [a, b] = link.between;
    return linkName(model, link) === name || linkName(model, { between: [b, a] }) === name ? [i] : [];
  });
}

/** On which side of a link a domain stands. @returns 1 or 2: at its first or second end; 0: at neither */
export function sideOf(
  { domains }: Pick<Model, 'domains'>,
  { between }: Pick<Link, 'between'>,
  domain: number,
): number {
  for (let at = domain; at >= 0; at = domains[at].parent) {
    if (at === between[0]) return 1;
    if (at === between[1]) return 2;
  }
  return 0;
}

/** Some of these domains stand at its one end, and some at the other. */
export function parts(
  model: Pick<Model, 'domains'>,
  link: Pick<Link, 'between'>,
  placement: readonly number[],
): boolean {
  const sides = new Set(placement.map((domain) => sideOf(model, link, domain)));
  return sides.has(1) && sides.has(2);
}
