/** What each year, incident or run is held against; null: no such target. */
export interface Goals {
  readonly availability: number | null;
  readonly rtoSeconds: number | null;
  readonly rpoSeconds: number | null;
  readonly byKind: readonly { readonly target: 'rto' | 'rpo'; readonly goalSeconds: number }[];
}

/** An incident that has ended, or is followed no further. */
export interface Incident {
  /** Its whole length, also past the horizon; Infinity: it had not ended (it is censored). */
  readonly recoverySeconds: number;
  /** Writes lost in it; Infinity: all that there was, for good. */
  readonly lossSeconds: number;
  readonly cause: number;
  /** Targets by kind that its length and its loss are held against; −1: none. */
  readonly rtoRow: number;
  readonly rpoRow: number;
  /** Seconds of it in each stage, [PHASE]. */
  readonly stages: Float64Array;
}

/** A time in which a service was down, the entry or any other. */
export interface Outage {
  readonly service: number;
  /** Infinity: it had not ended. */
  readonly seconds: number;
  readonly lossSeconds: number;
}
