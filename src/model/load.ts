import type { Distribution } from '../random/distribution.ts';

/** How much work there is, and what becomes of what is too much. */
export interface Load {
  /** In members' worth, where the traffic is all of it. */
  readonly worth: number;
  /** What one member carries at most, of a member's worth. */
  readonly above: number;
  /** null: the rest is turned away. Else how long a member stands more than that until it crashes. */
  readonly crash: { readonly after: Distribution } | null;
}

/** The share of all requests whose people are nearest to a site. */
export interface SiteTraffic {
  /** Index into `domains`. */
  readonly domain: number;
  readonly share: number;
}

/** From a time of the day on, until the next one, so much of each load; the last one lasts over midnight. */
export interface TrafficStep {
  readonly fromSeconds: number;
  readonly share: number;
}

/** What each member carries in the busiest hour while all of them are there, in members' worth; null: no load. */
export function loadPerMember(
  { load, placement }: { readonly load: Load | null; readonly placement: readonly number[] },
  traffic: readonly TrafficStep[],
): number | null {
  if (load === null || placement.length === 0) return null;
  return (
    (load.worth * Math.max(0, ...(traffic.length === 0 ? [1] : traffic.map(({ share }) => share)))) / placement.length
  );
}
