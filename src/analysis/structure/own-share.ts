import type { Model } from '../../model/model.ts';
import type { Bare } from './bare.ts';
import type { Diagram } from './diagram.ts';
import type { Variables } from './variables.ts';

/**
 * How members enter a diagram: `chances`, as the number of those lost among the ones that no failed domain holds, with
 * exactly its chances; `cuts`, as up to three of them, and every shock strikes all that it may.
 */
export type Shares = 'chances' | 'cuts';

/** More elements than this no cut set has. */
export const MOST_IN_CUT = 3;

interface OwnShares {
  /** Of a service of which so many members work. */
  shareOf(service: number, working: number): number;
  /** Own share of a service of replicas, each down by itself with the given chance. */
  ofReplicas(service: number, down: number): number;
  /** 1 where nothing strikes the site itself: no domain around it, and no shock. */
  strike(service: number, site: number): number;
}

/** @param nested [service] 1: its share counts also where it alone is too little for the entry */
export function ownShares(
  model: Model,
  { program }: Bare,
  diagram: Diagram,
  variables: Variables,
  shares: Shares,
  nested: Uint8Array,
): OwnShares {
  const { services, domains, shocks } = model;
  const nothing = diagram.terminal(0);
  const striking = services.map((): number[] => []);
  shocks.forEach(({ hits }, shock) => {
    for (const service of hits) if (variables.shock(shock) >= 0) striking[service].push(shock);
  });
  const misses = (shock: number) => (shares === 'cuts' ? 0 : 1 - shocks[shock].probability);

  function shareOf(service: number, working: number): number {
    const { mode, required, belowRequired } = services[service];
    const enough = mode === 'active-passive' ? 1 : required;
    if (working >= enough) return 1;
    const share = mode === 'active-active' && belowRequired === 'degraded' ? working / enough : 0;
    return nested[service] === 0 && share < program.downBelow ? 0 : share;
  }

  /** How many members stand in no failed domain; 0 where they are too few to answer anything. */
  function countAlive(service: number): number {
    const { placement } = services[service];
    const all = placement.length;
    const within = membersWithin(placement);
    // In preorder: what is in a domain follows it, and with it fails.
    const failing = [...within.keys()].filter((domain) => variables.domain(domain) >= 0).sort((a, b) => a - b);
    const ends = failing.map((domain, i) => {
      let end = i + 1;
      while (end < failing.length && isInside(failing[end], domain)) end++;
      return end;
    });
    let fewest = 1;
    while (fewest < all && shareOf(service, fewest) === 0) fewest++;
    const known = new Map<number, number>();
    function from(i: number, lost: number): number {
      if (all - lost < fewest) return nothing;
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

  /** [domain] members in it and below; of domains that have any. */
  function membersWithin(placement: readonly number[]): Map<number, number> {
    const within = new Map<number, number>();
    const own = new Map<number, number>();
    for (const domain of placement) own.set(domain, (own.get(domain) ?? 0) + 1);
    for (const [domain, members] of own) {
      for (let d = domain; d >= 0; d = domains[d].parent) within.set(d, (within.get(d) ?? 0) + members);
    }
    return within;
  }

  function isInside(domain: number, outer: number): boolean {
    let d = domain;
    while (d > outer) d = domains[d].parent;
    return d === outer;
  }

  function ofReplicas(service: number, down: number): number {
    const alive = countAlive(service);
    const known = new Map<string, number>();
    function from(i: number, missed: number): number {
      const key = `${i} ${missed}`;
      let result = known.get(key);
      if (result !== undefined) return result;
      if (i === striking[service].length) {
        result = diagram.replace(alive, (count) => ofAlive(service, count, missed, down));
      } else {
        const shock = striking[service][i];
        const also = missed * misses(shock);
        result = diagram.choice(variables.shock(shock), from(i + 1, missed), also === 0 ? nothing : from(i + 1, also));
      }
      known.set(key, result);
      return result;
    }
    return from(0, 1);
  }

  function ofAlive(service: number, alive: number, missed: number, down: number): number {
    const share = (lost: number) => diagram.terminal(shareOf(service, alive - lost));
    if (alive === 0) return share(0);
    const struck = 1 - missed;
    const chance = down + struck - down * struck;
    if (chance === 0) return share(0);
    const variable = shares === 'cuts' ? variables.some(service, down) : variables.lost(service, alive, missed, chance);
    const most = shares === 'cuts' ? Math.min(MOST_IN_CUT, alive) : alive;
    const starts = [0];
    const children = [share(0)];
    const { mode, required } = services[service];
    for (let lost = Math.max(1, alive - (mode === 'active-passive' ? 1 : required) + 1); lost <= most; lost++) {
      starts.push(lost);
      children.push(share(lost));
      // Fewer bring nothing back.
      if (children[children.length - 1] === nothing) break;
    }
    return diagram.node(variable, starts, children);
  }

  function strike(service: number, site: number): number {
    let free = diagram.terminal(1);
    for (let d = services[service].placement[site]; d >= 0; d = domains[d].parent) {
      const variable = variables.domain(d);
      if (variable >= 0) free = diagram.choice(variable, free, nothing);
    }
    for (const shock of [...striking[service]].reverse()) {
      const variable = variables.shock(shock);
      free = diagram.choice(
        variable,
        free,
        misses(shock) === 0 ? nothing : diagram.choice(variables.coin(shock, service, site), free, nothing),
      );
    }
    return free;
  }

  return { shareOf, ofReplicas, strike };
}
