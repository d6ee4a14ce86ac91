import type { Distribution } from '../../random/distribution.ts';

/** What `standby` fills in where the model says nothing. */
export interface Preset {
  readonly promote: Distribution;
  readonly passiveCostShare: number;
  /** Share of its failure rate that a passive member keeps. */
  readonly standbyFailures: number;
}

const constant = (seconds: number): Distribution => ({ kind: 'constant', value: seconds });

/**
 * Failover by temperature, as published (`field-notes`): hot, running and synchronous, takes seconds; warm,
 * running behind an asynchronous replica, minutes; cold, switched off and restored, hours. A warm standby
 * runs at half the size, which gives the 1.5 times that are quoted for it. What runs fails as an active does, what is
 * switched off does not.
 */
export const PRESETS: Readonly<Record<'hot' | 'warm' | 'cold', Preset>> = {
  hot: { promote: constant(10), passiveCostShare: 1, standbyFailures: 1 },
  warm: { promote: constant(5 * 60), passiveCostShare: 0.5, standbyFailures: 1 },
  cold: { promote: constant(2 * 3600), passiveCostShare: 0, standbyFailures: 0 },
};

/** Without `standby` nothing is assumed: promotion takes no time, and a passive member costs what an active does. */
export const NO_PRESET: Preset = { promote: constant(0), passiveCostShare: 1, standbyFailures: 1 };
