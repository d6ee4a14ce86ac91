import type { Distribution } from '../random/distribution.ts';
import type { Hours } from '../units/hours.ts';

/** Planned work. */
export interface Maintenance {
  /** Between rounds of all members; where it renews, the age at which a member is worked on. */
  readonly everySeconds: number;
  /** Of each member. */
  readonly takes: Distribution;
  /** So many members may be out, for any reason and the one that is worked on among them: 1 to all. */
  readonly mostOut: number;
  /** null: at any time. */
  readonly window: Hours | null;
  /** The member's failure modes that are not exponential are new. */
  readonly renews: boolean;
}
