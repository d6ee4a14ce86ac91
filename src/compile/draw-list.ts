import { packDraws, type DrawTable } from '../random/draw-table.ts';
import type { Distribution } from '../random/distribution.ts';

/** Collects the distributions of a program; equal ones share an index. */
export interface DrawList {
  /** Index of the distribution in the table. */
  add(distribution: Distribution): number;
  pack(): DrawTable;
}

export function createDrawList(): DrawList {
  const distributions: Distribution[] = [];
  const indices = new Map<string, number>();
  return {
    add(distribution) {
      const key = JSON.stringify(distribution);
      let index = indices.get(key);
      if (index === undefined) {
        index = distributions.push(distribution) - 1;
        indices.set(key, index);
      }
      return index;
    },
    pack: () => packDraws(distributions),
  };
}
