import type { Model } from '../../model/model.ts';
import { countAlive } from './alive.ts';
import type { Diagram } from './diagram.ts';
import type { Variables } from './variables.ts';

/**
 * How members enter a diagram: `chances`, as the number of those lost among the ones that no failed domain holds, with
 * exactly its chances; `cuts`, as up to three of them, and every shock strikes all that it may.
 */
export type Shares = 'chances' | 'cuts';

/** More elements than this no cut set has. */
export const MOST_IN_CUT = 3;

/** The parts that services' own members have in a structure's diagram. */
export class OwnShares {
  private readonly nothing: number;
  /** [service] the shocks that strike it. */
  private readonly striking: readonly (readonly number[])[];

  /** @param nested [service] 1: its share counts also where it alone is too little for the entry */
  constructor(
    private readonly model: Model,
    private readonly downBelow: number,
    private readonly diagram: Diagram,
    private readonly variables: Variables,
    private readonly shares: Shares,
    private readonly nested: Uint8Array,
  ) {
    this.nothing = diagram.terminal(0);
    const striking = model.services.map((): number[] => []);
    model.shocks.forEach(({ hits }, shock) => {
      for (const service of hits) if (variables.shock(shock) >= 0) striking[service].push(shock);
    });
    this.striking = striking;
  }

  private misses(shock: number): number {
    return this.shares === 'cuts' ? 0 : 1 - this.model.shocks[shock].probability;
  }

  /** Of a service of which so many members work. */
  shareOf(service: number, working: number): number {
    const { required, belowRequired } = this.model.services[service];
    if (working >= required) return 1;
    const share = belowRequired === 'degraded' ? working / required : 0;
    return this.nested[service] === 0 && share < this.downBelow ? 0 : share;
  }

  /** Own share of a service of replicas, each down by itself with the given chance. */
  ofReplicas(service: number, down: number): number {
    const { placement } = this.model.services[service];
    let fewest = 1;
    while (fewest < placement.length && this.shareOf(service, fewest) === 0) fewest++;
    const alive = countAlive(this.model, this.diagram, this.variables, placement, fewest);
    const known = new Map<string, number>();
    const from = (i: number, missed: number): number => {
      const key = `${i} ${missed}`;
      let result = known.get(key);
      if (result !== undefined) return result;
      if (i === this.striking[service].length) {
        result = this.diagram.replace(alive, (count) => this.ofAlive(service, count, missed, down));
      } else {
        const shock = this.striking[service][i];
        const also = missed * this.misses(shock);
        result = this.diagram.choice(
          this.variables.shock(shock),
          from(i + 1, missed),
          also === 0 ? this.nothing : from(i + 1, also),
        );
      }
      known.set(key, result);
      return result;
    };
    return from(0, 1);
  }

  private ofAlive(service: number, alive: number, missed: number, down: number): number {
    const share = (lost: number) => this.diagram.terminal(this.shareOf(service, alive - lost));
    if (alive === 0) return share(0);
    const struck = 1 - missed;
    const chance = down + struck - down * struck;
    if (chance === 0) return share(0);
    const variable =
      this.shares === 'cuts' ? this.variables.some(service, down) : this.variables.lost(service, alive, missed, chance);
    const most = this.shares === 'cuts' ? Math.min(MOST_IN_CUT, alive) : alive;
    const starts = [0];
    const children = [share(0)];
    const { required } = this.model.services[service];
    for (let lost = Math.max(1, alive - required + 1); lost <= most; lost++) {
      starts.push(lost);
      children.push(share(lost));
      // Fewer bring nothing back.
      if (children[children.length - 1] === this.nothing) break;
    }
    return this.diagram.node(variable, starts, children);
  }

  /** 1 where nothing strikes the site itself: no domain around it, and no shock. */
  strike(service: number, site: number): number {
    let free = this.diagram.terminal(1);
    for (let d = this.model.services[service].placement[site]; d >= 0; d = this.model.domains[d].parent) {
      const variable = this.variables.domain(d);
      if (variable >= 0) free = this.diagram.choice(variable, free, this.nothing);
    }
    for (const shock of [...this.striking[service]].reverse()) {
      const variable = this.variables.shock(shock);
      free = this.diagram.choice(
        variable,
        free,
        this.misses(shock) === 0
          ? this.nothing
          : this.diagram.choice(this.variables.coin(shock, service, site), free, this.nothing),
      );
    }
    return free;
  }
}
