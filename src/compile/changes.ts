/** Of a program: the changes that go out to its services, and the canaries that have them first. */
export interface Changes {
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
