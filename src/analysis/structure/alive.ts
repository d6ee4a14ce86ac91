import type { Domain, Model } from '../../model/model.ts';
import type { Diagram } from './diagram.ts';
import type { Variables } from './variables.ts';
import { membersWithin } from './within.ts';

/** How many members of a service stand in no failed domain; 0 where fewer than `fewest` do. */
export function countAlive(
  { domains }: Model,
  diagram: Diagram,
  variables: Variables,
  placement: readonly number[],
  fewest: number,
): number {
  const all = placement.length;
  const within = membersWithin(domains, placement);
  // In preorder: what is in a domain follows it, and with it fails.
  const failing = [...within.keys()].filter((domain) => variables.domain(domain) >= 0).sort((a, b) => a - b);
  const ends = failing.map((domain, i) => {
    let end = i + 1;
    while (end < failing.length && isInside(domains, failing[end], domain)) end++;
    return end;
  });
  const known = new Map<number, number>();
  function from(i: number, lost: number): number {
    if (all - lost < fewest) return diagram.terminal(0);
    if (i === failing.length) return diagram.terminal(all - lost);
    const key = lost * failing.length + i;
    let result = known.get(key);
    if (result === undefined) {
      const domain = failing[i];
      result = diagram.choice(variables.domain(domain), from(i + 1, lost), from(ends[i], lost + within.get(domain)!));
      known.set(key, result);
    }
    return result;
  }
  return from(0, 0);
}

function isInside(domains: readonly Domain[], domain: number, outer: number): boolean {
  let d = domain;
  while (d > outer) d = domains[d].parent;
  return d === outer;
}
