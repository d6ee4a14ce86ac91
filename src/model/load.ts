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
