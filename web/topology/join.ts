import type { Act } from '../../src/edit/index.ts';
import type { Model } from '../../src/model/model.ts';

/** What a link is cut by until somebody knows better. */
export const CUTS = { cut: { mtbf: '180 days', mttr: '5 min' } } as const;

/** A network between two domains. @returns null: one of them holds the other, or they have one */
export function joinOf(from: number, to: number, { domains, links }: Model): { label: string; act: Act } | null {
  const holds = (outer: number, inner: number): boolean =>
    inner >= 0 && (inner === outer || holds(outer, domains[inner].parent));
  const isThere = links.some(({ between }) => between.includes(from) && between.includes(to));
  if (isThere || holds(from, to) || holds(to, from)) return null;
  const between = [domains[from].name, domains[to].name];
  const link = { between, failures: CUTS };
  const act: Act =
    links.length === 0
      ? { act: 'set', path: ['links'], value: [link] }
      : { act: 'set', path: ['links', links.length], value: link };
  return { label: `link ${between.join(' and ')}`, act };
}
