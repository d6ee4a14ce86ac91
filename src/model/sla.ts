/** What is promised. */
export interface Sla {
  /** A service is down while it answers less than 1 − errorRate of its requests. */
  readonly errorRate: number;
  /** An incident that is over sooner is none of the SLA's. */
  readonly toleratesSeconds: number;
  /** Planned work that is no downtime of the SLA. */
  readonly excludes: readonly ('maintenance' | 'deploy')[];
  /** null: nothing is promised by the window. */
  readonly windows: SlaWindows | null;
}

export interface SlaWindows {
  readonly window: keyof typeof DAYS_OF_WINDOW;
  /** Availability that each window is promised. */
  readonly promise: number;
  readonly feePerSecond: number;
  /** Share of a window's fee that is owed where its availability is below; the highest `below` first. */
  readonly credits: readonly { readonly below: number; readonly share: number }[];
}

/** Days of each calendar window. */
export const DAYS_OF_WINDOW = { day: 1, week: 7, month: 30.4375, quarter: 91.3125, year: 365.25 } as const;
