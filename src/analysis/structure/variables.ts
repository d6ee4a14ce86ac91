import type { Model } from '../../model/model.ts';
import type { Bare } from './bare.ts';
import type { Diagram } from './diagram.ts';
import { together } from './elements.ts';
import { domainsDown, levelsOf } from './order.ts';

/** What a variable of a structure's diagram stands for. */
export type Meaning =
  /** 0: up, 1: down. */
  | { readonly kind: 'domain' | 'shock'; readonly index: number; readonly down: number }
  /** 1: the shock has struck this site, where it may miss. */
  | { readonly kind: 'coin'; readonly index: number; readonly down: number }
  /**
   * How many are lost of those members of a service that stand in no failed domain, when so many do and the shocks
   * that are on have missed each of them with chance `missed`; `down`: the chance that one of them is lost.
   */
  | {
      readonly kind: 'lost';
      readonly index: number;
      readonly alive: number;
      readonly missed: number;
      readonly down: number;
    }
  /** The same, up to 3, whoever the others are: for cut sets. */
  | { readonly kind: 'some'; readonly index: number; readonly down: number };

/** The variables of a model's structure; each is made when it is first asked for. */
export interface Variables {
  /** [variable] */
  readonly meanings: readonly Meaning[];
  /** −1: it never fails. */
  domain(index: number): number;
  shock(index: number): number;
  coin(shock: number, service: number, site: number): number;
  lost(service: number, alive: number, missed: number, down: number): number;
  some(service: number, down: number): number;
}

export function createVariables(model: Model, bare: Bare, diagram: Diagram): Variables {
  const levels = levelsOf(model, bare);
  const down = { domain: domainsDown(model), shock: model.shocks.map((shock) => together([shock])) };
  const meanings: Meaning[] = [];
  const known = new Map<string, number>();
  function find(key: string, level: number, meaning: () => Meaning): number {
    let variable = known.get(key);
    if (variable === undefined) {
      variable = diagram.addVariable(level);
      meanings.push(meaning());
      known.set(key, variable);
    }
    return variable;
  }
  const single = (kind: 'domain' | 'shock', index: number) =>
    down[kind][index] > 0
      ? find(`${kind} ${index}`, levels[kind][index], () => ({ kind, index, down: down[kind][index] }))
      : -1;
  return {
    meanings,
    domain: (index) => single('domain', index),
    shock: (index) => single('shock', index),
    coin: (shock, service, site) =>
      find(`coin ${shock} ${service} ${site}`, levels.shock[shock], () => ({
        kind: 'coin',
        index: shock,
        down: model.shocks[shock].probability,
      })),
    lost: (service, alive, missed, chance) =>
      find(`lost ${service} ${alive} ${missed}`, levels.service[service], () => ({
        kind: 'lost',
        index: service,
        alive,
        missed,
        down: chance,
      })),
    some: (service, chance) =>
      find(`some ${service}`, levels.service[service], () => ({ kind: 'some', index: service, down: chance })),
  };
}
