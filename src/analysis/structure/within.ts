import type { Domain } from '../../model/model.ts';

/** [domain] how many members stand in it and below, of domains in which any do. @param placement [member] its domain */
export function membersWithin(domains: readonly Domain[], placement: readonly number[]): Map<number, number> {
  const own = new Map<number, number>();
  for (const domain of placement) own.set(domain, (own.get(domain) ?? 0) + 1);
  const within = new Map<number, number>();
  for (const [domain, members] of own) {
    for (let d = domain; d >= 0; d = domains[d].parent) within.set(d, (within.get(d) ?? 0) + members);
  }
  return within;
}
