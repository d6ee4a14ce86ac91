/** Planned work that incidents began with (`causePlanned`). */
export const PLANNED = { none: 0, maintenance: 1, deploy: 2 } as const;

/** What a program says of what is planned: checks and drills, and the changes that go out. */
export interface PlannedFields {
  /**
   * [service] checks for latent faults: seconds between them, 0: none; chance that one finds a fault; 1: members one
   * after the other. Whence that, and what becomes of drills and drift, is drawn; a row.
   */
  readonly inspectEvery: Float64Array;
  readonly inspectCoverage: Float64Array;
  readonly inspectStaggered: Uint8Array;
  readonly inspectStream: Int32Array;
  /** [service] how often the path of its failover breaks, per second; seconds between drills of it, 0: none. */
  readonly driftPerSecond: Float64Array;
  readonly drillEvery: Float64Array;

  /**
   * [deploy] its clock; seconds to the next one (a draw, and where it is always the same that, else 0); the chance
   * that one is bad; seconds from being noticed to its end (a draw, which may be hands-on time); the service whose
   * check notices it; the streams of recoveries, of canaries and of being noticed, three rows.
   */
  readonly deployClock: Int32Array;
  readonly deployEveryDraw: Int32Array;
  readonly deployGap: Float64Array;
  readonly deployFailureRate: Float64Array;
  readonly deployRecoveryDraw: Int32Array;
  readonly deployService: Int32Array;
  readonly deployStream: Int32Array;
  /** [deploy] members that have it first, 0: all at once; seconds until all have it; chance that it is found before. */
  readonly canaryMembers: Int32Array;
  readonly canaryBake: Float64Array;
  readonly canaryCatches: Float64Array;

  /** [cause] `PLANNED`. */
  readonly causePlanned: Uint8Array;
  /**
   * [service] maintenance: seconds between rounds, 0: none; how long each member is out; so many may be out; 1: it
   * makes new what wears out, and so does the repair of that; the row of its window in `teamHours`, −1: at any time;
   * whence that is drawn, a row, −1: nothing is; its cause.
   */
  readonly maintainEvery: Float64Array;
  readonly maintainTakesDraw: Int32Array;
  readonly maintainMostOut: Int32Array;
  readonly maintainRenews: Uint8Array;
  readonly repairRenews: Uint8Array;
  readonly maintainHours: Int32Array;
  readonly maintainStream: Int32Array;
  readonly maintainCause: Int32Array;
}
