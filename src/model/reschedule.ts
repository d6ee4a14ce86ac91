import type { Distribution } from '../random/distribution.ts';

/** Members without data that are started elsewhere while their domain is down. */
export interface Reschedule {
  /** How long it has been down by then. */
  readonly after: Distribution;
  /** From then until one serves there, and again as it goes back. */
  readonly start: Distribution;
  /** While this share of the domains beside it is down, and not all, nobody of theirs is moved; null: never. */
  readonly haltsAt: number | null;
  /** Indices into `domains`: where they may be started, each where it is of the kind of the one that is down. */
  readonly among: readonly number[];
}
