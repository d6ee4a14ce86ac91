/** What a program says of loads, shards and coordination. As in `Program`, "CSR" means offsets into a flat list. */
export interface CapacityFields {
  /**
   * sharded. Shards whose first copy lies on one member have all copies on the same ones, and are told by that member.
   * [member] how many of them there are; CSR: who holds them, in the order in which they lead; and whose of them each
   * member holds. Empty where nothing is sharded. [service] how many shards it has.
   */
  readonly shardCount: Int32Array;
  readonly shardHolderOffsets: Int32Array;
  readonly shardHolders: Int32Array;
  readonly heldOffsets: Int32Array;
  readonly held: Int32Array;
  readonly serviceShards: Int32Array;
  /**
   * [service] work in members' worth, 0: as much as its members can do; what one carries at most; the draw of how long
   * one stands more (−1: the rest is turned away), and of how long it is gone then.
   */
  readonly loadWorth: Float64Array;
  readonly loadAbove: Float64Array;
  readonly crashDraw: Int32Array;
  readonly crashBackDraw: Int32Array;
  /** [member] share of all requests whose people are nearest to that site; empty: as many for each. */
  readonly siteRequests: Float64Array;
  /** [step] seconds of the day from which on there is so much of each load; the cause of what an hour brings. */
  readonly trafficFrom: Float64Array;
  readonly trafficShare: Float64Array;
  readonly trafficCause: number;

  /**
   * CSR by service: what promoting a standby needs, directly or for the failover (~ before all but the last of those of
   * which one will do); by need, whose standbys need it.
   */
  readonly needOffsets: Int32Array;
  readonly needs: Int32Array;
  readonly waiterOffsets: Int32Array;
  readonly waiters: Int32Array;
  /** CSR by service: what its failover needs; and by need, whose failovers need it. */
  readonly coordinatorOffsets: Int32Array;
  readonly coordinators: Int32Array;
  readonly coordinatedOffsets: Int32Array;
  readonly coordinated: Int32Array;

  /** [service] share of requests that a standby answers while nobody serves as active. */
  readonly standbysAnswer: Float64Array;
  /**
   * [service] members that are started elsewhere: how long their domain has been down by then (a draw, −1: they are
   * not), how long it takes to start one, the share of the domains beside it that stops it (Infinity: none does); CSR:
   * where they may be. [domain] its kind, as a number; how many more members than its own it takes.
   */
  readonly moveAfterDraw: Int32Array;
  readonly moveStartDraw: Int32Array;
  readonly moveHaltsAt: Float64Array;
  readonly moveTargetOffsets: Int32Array;
  readonly moveTargets: Int32Array;
  readonly domainKind: Int32Array;
  readonly domainRoom: Float64Array;
}
