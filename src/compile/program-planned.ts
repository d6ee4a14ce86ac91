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
}
