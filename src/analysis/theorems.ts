import { STEADY_START } from '../compile/steady-start.ts';
import type { Feature } from '../model/features.ts';
import { refusal } from '../model/features.ts';
import type { Model } from '../model/model.ts';

/**
 * Every feature that has been thought about where it is not named. What it does there is in the file of the analysis.
 */
const CLOCKS = [
  'failures',
  'data: lost',
  'placement',
  'restart',
  'shocks',
  'warm-up',
  'experiments',
] as const satisfies readonly Feature[];
const MODES = [
  'active-active',
  'health-check',
  'active-passive',
  'failback',
  'false-positive',
  'quorum',
] as const satisfies readonly Feature[];
const REST = ['replication', 'backup', 'needs', 'wants', 'sites'] as const satisfies readonly Feature[];
const ALL = [...CLOCKS, ...MODES, ...REST] as const;
/** Failures that come less often, and are as others are: what bounds these bounds them. */
const FEWER = ['standby-failures'] as const satisfies readonly Feature[];
/** Faults that are found late, and failovers that fail once more: what a recovery takes besides bounds them. */
const FOUND = ['latent', 'drift', 'repair: each'] as const satisfies readonly Feature[];
/** Shards whose members fail and come back as any other's do: no outage lasts longer than repairs and elections. */
const SHARDED = ['sharded'] as const satisfies readonly Feature[];
/** Failures at times of their own, which take down all members at once, destroy nothing, and are rolled back. */
const CHANGES = ['deploys'] as const satisfies readonly Feature[];
/** Failovers that wait, and actives that step down: nothing is destroyed or lost by that, and no clock stands still. */
const COORDINATED = ['coordinators', 'failsafe'] as const satisfies readonly Feature[];
/** Sides that do not reach each other: nothing is destroyed, and what is lost is what replicates. */
const PARTED = ['links'] as const satisfies readonly Feature[];
/** Members that others' outages hold down: nothing is destroyed or lost by that. */
const NEAR = ['within'] as const satisfies readonly Feature[];
/** More to restore from: nothing is destroyed or taken down by a second policy. */
const SAVED = ['several backups'] as const satisfies readonly Feature[];
/** Work that is turned away until a repair is done or the hour is over, or whose it is: failures are as without. */
const LOADED = ['load', 'by-site'] as const satisfies readonly Feature[];
/** Work that takes members out for times that are known, and makes failures rarer at most. */
const PLANNED = ['maintenance', 'renews'] as const satisfies readonly Feature[];
/** Services of which one will do: which answers count follows from what is up, as with a need. */
const CHOICES = ['any-of'] as const satisfies readonly Feature[];
/** Members that are started elsewhere are down for no longer than their domain is; what standbys answer is not down. */
const MOVED = ['reschedule', 'standbys-answer'] as const satisfies readonly Feature[];
/** Shocks whose repairs and destruction are those of any; the structure does not know yet what they take with them. */
const WIDE = ['shocks that hit domains'] as const satisfies readonly Feature[];
/** What the structure knows: it counts members, whichever they are, and not how much each of them carries. */
const COUNTED = [...ALL, ...FEWER, ...FOUND, ...CHANGES, ...CHOICES] as const;
const BOUNDED = [...COUNTED, ...SAVED, ...WIDE, ...SHARDED, ...LOADED, ...PLANNED, ...MOVED] as const;
/** Repairs that take longer, and destroy and lose nothing more. */
const WAITS = ['teams', 'repair-needs', 'spares'] as const satisfies readonly Feature[];

/**
 * What rests on a theorem, and the features of the language that it was proved for; any other is refused by name. That
 * a feature is listed does not mean that there is a value for every model with it: `exact/independence-*.ts` and the
 * Markov chain look at each and say themselves what stands against them.
 */
export const THEOREMS = {
  /**
   * Replicas that fail independently of each other, and nothing that takes time: no repair waits for anybody, no change
   * is bad, a standby fails as often as an active, and nobody is taken out, or started elsewhere.
   */
  'bare arithmetic': [
    ...[...ALL, ...FEWER, ...WAITS, ...SHARDED, ...CHANGES, ...COORDINATED, ...PLANNED, ...CHOICES],
    ...PARTED,
    ...MOVED,
    ...WIDE,
    ...SAVED,
    'available',
  ],
  /** Renewal theory for independent clocks. */
  'exact value by independence': ALL,
  /** A chain whose states are lived through in rules of their own. */
  'exact value by a Markov chain': [...ALL, ...FEWER],
  /**
   * Coherent structure: what is down once all failovers are done and what is hidden is found. What a repair waits for
   * changes how long that lasts, and not what it is.
   */
  'structure function': [...COUNTED, ...SAVED, ...WAITS, 'coordinators'],
  /**
   * By the structure function, and where there is none by trial: what is down when one thing or two have broken and all
   * that follows has happened.
   */
  'cut sets': [...BOUNDED, ...NEAR, ...WAITS, ...COORDINATED, ...PARTED, 'available', 'cascades'],
  /** Elements that are down independently of each other, each for the share of time that its own clocks say. */
  'chances of cut sets, and importance': [...ALL, ...CHANGES, ...CHOICES, ...SAVED, 'coordinators'],
  /** The longest outage that a run may have missed follows from clocks, delays, waits and the structure. */
  'a bound on the outage that was not seen': [...BOUNDED, ...COORDINATED, ...WAITS, ...PARTED],
  /** No repair takes longer than the slowest of the model's clocks: how much one more event can change a figure. */
  'slowest repair': [
    ...ALL,
    ...FEWER,
    ...SHARDED,
    ...LOADED,
    ...CHANGES,
    ...COORDINATED,
    ...CHOICES,
    ...MOVED,
    ...PARTED,
    ...WIDE,
    ...SAVED,
  ],
  /** Nothing loses a write but what replicates, is restored or destroys. */
  'no loss of data': [...BOUNDED, ...NEAR, ...WAITS, ...COORDINATED, ...PARTED],
  /** Copies that no failure destroys, and backups that surely restore. */
  'no loss of data for good': [...BOUNDED, ...NEAR, ...WAITS, ...COORDINATED, ...PARTED],
  /** A history that begins in the steady state. */
  'steady start': STEADY_START,
  /** Controls with the mean zero: Wald's equation, renewal theory, compensators. */
  'chance taken out of differences': ALL,
} as const satisfies Record<string, readonly Feature[]>;

export type Theorem = keyof typeof THEOREMS;

/** Why it does not hold for the model, as a clause; null: it does. */
export function refusedBy(model: Pick<Model, 'words'>, theorem: Theorem): string | null {
  return refusal(model, THEOREMS[theorem]);
}

export interface Refusal {
  readonly theorem: string;
  readonly reason: string;
}

/** All that is refused for the model, each by name; mostly nothing. */
export function refusals(model: Pick<Model, 'words'>): Refusal[] {
  return (Object.keys(THEOREMS) as Theorem[]).flatMap((theorem) => {
    const reason = refusedBy(model, theorem);
    return reason === null ? [] : [{ theorem, reason }];
  });
}
