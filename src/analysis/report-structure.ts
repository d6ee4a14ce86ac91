/** What of the system's structure a report says; conventions as in `report.ts`. */

export interface SinglePoint {
  /**
   * The domain, member (`db[0]`), link (`east--west`) or shock whose failure alone takes the entry down; in large
   * models `db[any]`. Of a person their team, of a part the component that it is for.
   */
  readonly cause: string;
  readonly kind: 'domain' | 'member' | 'shock' | 'link' | 'person' | 'part';
  /** Long-run share of time in which it is down; null: not known without a simulation. */
  readonly unavailability: number | null;
  /** Seconds. */
  readonly downtimePerYear: number | null;
  /** What makes it one, as a clause. */
  readonly proved: string;
}

/** Something that fails itself; a person and a part are that without which what fails stays down. */
export function isElement({ kind }: SinglePoint): boolean {
  return kind !== 'person' && kind !== 'part';
}

/** Things that take the entry down together once all failovers are done, and of which none can be left out. */
export interface CutSet {
  readonly causes: readonly string[];
  /** Chance that all of them are down at a time; null: they wait for each other, or for the same people. */
  readonly unavailability: number | null;
}

/** How much one element (domain, member, shock) matters, by the structure; U is the entry's unavailability by it. */
export interface ImportanceFigures {
  readonly element: string;
  readonly kind: 'domain' | 'member' | 'shock';
  /** Its own, q. */
  readonly unavailability: number;
  /** ∂U/∂q: how likely the rest is in a state in which it decides (Birnbaum 1969). */
  readonly birnbaum: number;
  /** Birnbaum × q / U: the share of unavailability in which it is critical (Lambert 1975). */
  readonly criticality: number;
  /** U with it down for certain / U (risk achievement worth; Vesely et al. 1983). */
  readonly riskAchievementWorth: number;
  /** U / U with it never down (risk reduction worth); null: without it there is no unavailability left. */
  readonly riskReductionWorth: number | null;
}
