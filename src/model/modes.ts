import type { Mode } from './model.ts';

/** What a redundancy mode is to whoever only reads a model. What it does is the engine's (`engine/modes`). */
interface Traits {
  /** Its requests are spread over its members: a dead one costs a share of them until it is noticed. */
  readonly spreads: boolean;
  /** One member serves, and the others stand by to be promoted. */
  readonly standsBy: boolean;
  /**
   * Its members agree by majority: that is how many it takes unless the model says otherwise, its data live in as many,
   * and it notices failures and keeps copies by itself.
   */
  readonly agrees: boolean;
  /** Each member holds copies of some shards: what is required counts copies of each, and who asks knows who works. */
  readonly holdsShards: boolean;
  /** What the member is called that the others follow; null: they are all alike. */
  readonly leader: 'active' | 'leader' | null;
}

/**
 * A mode without its answers here does not compile. Nobody compares a mode with a name (`test/house/modes.ts`): whoever
 * wants to know something of it asks for a trait, or has a table of all modes.
 */
export const MODES = {
  'active-active': { spreads: true, standsBy: false, agrees: false, holdsShards: false, leader: null },
  'active-passive': { spreads: false, standsBy: true, agrees: false, holdsShards: false, leader: 'active' },
  quorum: { spreads: false, standsBy: false, agrees: true, holdsShards: false, leader: 'leader' },
  sharded: { spreads: false, standsBy: false, agrees: false, holdsShards: true, leader: null },
} as const satisfies Readonly<Record<Mode, Traits>>;
