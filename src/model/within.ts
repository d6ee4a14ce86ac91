import type { Model } from './model.ts';

/** The domain of that kind in which a domain lies, itself included; −1: none. */
export function domainAround({ domains }: Pick<Model, 'domains'>, domain: number, kind: string): number {
  for (let at = domain; at >= 0; at = domains[at].parent) if (domains[at].kind === kind) return at;
  return -1;
}
