import { anyDown, chancesUp, tooFew } from './arithmetic.ts';

/** n replicas spread round robin over z zones of one region; `required` of them have to be up. */
export interface SharedDomains {
  readonly replicas: number;
  readonly zones: number;
  readonly required: number;
  /** Unavailabilities: of a replica by itself, of a zone by itself, of the region. */
  readonly own: number;
  readonly zone: number;
  readonly region: number;
}

/** One line of the sum: with so many zones down and the region up. */
interface Condition {
  readonly zonesDown: number;
  /** That just so many zones are down. */
  readonly chance: number;
  /** That too few replicas are up then. */
  readonly tooFewThen: number;
  /** Both: what the line adds to the unavailability. */
  readonly adds: number;
}

export interface Exact {
  /** Unavailability. */
  readonly unavailability: number;
  readonly conditions: readonly Condition[];
}

/**
 * What the bare arithmetic says: the region that all share stands in series, once, and each replica has a zone to
 * itself.
 */
export function claimed({ replicas, zones, required, own, zone, region }: SharedDomains): number {
  // The only zone is shared by all as the region is.
  if (zones === 1) return anyDown([region, zone, tooFew(own, required, replicas)]);
  return anyDown([region, tooFew(anyDown([own, zone]), required, replicas)]);
}

/** The exact figure, by asking first whether the region is up, then how many zones are, then how many replicas. */
export function exact({ replicas, zones, required, own, zone, region }: SharedDomains): Exact {
  // chances[zones down][replicas up], of the zones looked at so far.
  let chances: number[][] = [[1]];
  for (const size of zoneSizes(replicas, zones)) {
    const up = chancesUp(own, size);
    const next = Array.from({ length: chances.length + 1 }, () => new Array<number>(chances[0].length + size).fill(0));
    chances.forEach((row, down) =>
      row.forEach((chance, count) => {
        next[down + 1][count] += chance * zone;
        up.forEach((each, more) => (next[down][count + more] += chance * (1 - zone) * each));
      }),
    );
    chances = next;
  }
  const sum = (list: readonly number[]) => list.reduce((total, each) => total + each, 0);
  const conditions = chances.map((row, zonesDown): Condition => {
    const chance = (1 - region) * sum(row);
    const adds = (1 - region) * sum(row.slice(0, required));
    return { zonesDown, chance, tooFewThen: chance > 0 ? adds / chance : 0, adds };
  });
  return { unavailability: region + sum(conditions.map(({ adds }) => adds)), conditions };
}

/** Round robin: 5 over 3 are 2, 2, 1. */
export function zoneSizes(replicas: number, zones: number): readonly number[] {
  return Array.from({ length: zones }, (_, i) => Math.floor(replicas / zones) + (i < replicas % zones ? 1 : 0));
}
