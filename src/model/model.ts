import type { Distribution } from '../random/distribution.ts';

/**
 * A validated model: names resolved to indices, presets filled in, every quantity in SI base units
 * (seconds, bytes, the model's currency) and every share in [0, 1]. Nothing downstream checks it again.
 */
export interface Model {
  readonly name: string;
  readonly description: string;
  readonly currency: string;
  /** SHA-256 of the model's text, hexadecimal; identifies the model in a report. */
  readonly sha256: string;
  /** Parameters after `set`: SI numbers; a parameter that is a distribution keeps its text. */
  readonly parameters: Readonly<Record<string, number | string>>;
  /** The tree in preorder: a domain's parent always has a smaller index. */
  readonly domains: readonly Domain[];
  readonly components: readonly Component[];
  readonly shocks: readonly Shock[];
  /** In the order in which they were written. */
  readonly services: readonly Service[];
  /** Index into `services`. */
  readonly entry: number;
  readonly targets: Targets;
  /** What an hour costs, converted: currency per second. */
  readonly losses: { readonly downtimePerSecond: number; readonly dataPerSecond: number };
  /** A service is down while it answers less than 1 − errorRate of its requests. */
  readonly sla: { readonly errorRate: number };
  readonly simulation: SimulationDefaults;
}

/** One alternating clock: up for a draw of `up`, then down for a draw of `down`. */
export interface FailureMode {
  readonly name: string;
  readonly up: Distribution;
  readonly down: Distribution;
  /** `data: lost`: what it strikes comes back empty. */
  readonly losesData: boolean;
}

export interface Domain {
  readonly name: string;
  readonly kind: string;
  /** Index into `domains`, −1 at the top. */
  readonly parent: number;
  readonly failures: readonly FailureMode[];
}

export interface Component {
  readonly name: string;
  readonly failures: readonly FailureMode[];
  /** From its domain's return to serving again. */
  readonly restart: Distribution;
  readonly costPerSecond: number;
}

export interface Shock extends FailureMode {
  /** Indices into `services`. */
  readonly hits: readonly number[];
  readonly probability: number;
}

export type Mode = 'active-active' | 'active-passive' | 'quorum';

export interface Service {
  readonly name: string;
  /** Index into `components`; −1 for a service that is only what it needs. */
  readonly component: number;
  /** For each replica the index of its domain, or −1 outside all domains; empty without a component. */
  readonly placement: readonly number[];
  readonly mode: Mode;
  /** k of n; 1 for active-passive, the majority for quorum unless given. */
  readonly required: number;
  readonly belowRequired: 'down' | 'degraded';
  /** A failed request is sent to another member. */
  readonly retry: boolean;
  readonly healthCheck: HealthCheck | null;
  /** Present exactly for active-passive. */
  readonly failover: Failover | null;
  /** Present where members replicate data. */
  readonly replication: Replication | null;
  /** quorum: from the loss of the leader to the next one. */
  readonly elect: Distribution;
  /** Share of the running cost that a passive member has. */
  readonly passiveCostShare: number;
  /** Indices into `services`. */
  readonly needs: readonly number[];
  readonly wants: readonly { readonly service: number; readonly without: number }[];
}

export interface HealthCheck {
  readonly intervalSeconds: number;
  readonly timeoutSeconds: number;
  readonly unhealthyThreshold: number;
  readonly healthyThreshold: number;
  readonly slowStart: Distribution;
}

export interface Failover {
  /** null: the health check's delay, or at once without one. */
  readonly detect: Distribution | null;
  readonly decide: Distribution;
  readonly promote: Distribution;
  readonly redirect: { readonly kind: 'delay'; readonly delay: Distribution } | { readonly kind: 'dns'; readonly ttlSeconds: number };
  readonly success: number;
  readonly retry: Distribution;
  readonly rebuild: Distribution;
  /** null: never. `takes` null: a promotion and a redirection as in any failover. */
  readonly failback: { readonly after: Distribution; readonly takes: Distribution | null } | null;
  /** Time between failovers that nobody needed; null: none. */
  readonly falsePositive: Distribution | null;
}

export interface Replication {
  readonly mode: 'sync' | 'semi-sync' | 'async';
  readonly lag: Distribution;
  /** Seconds of writes that a standby may miss and still be promoted; Infinity: any. */
  readonly maxLagSeconds: number;
  /** sync only: without a reachable replica the active stops. */
  readonly strict: boolean;
}

/** null: no such target. */
export interface Targets {
  readonly availability: number | null;
  readonly rtoSeconds: number | null;
  readonly rpoSeconds: number | null;
  /** Currency per year. */
  readonly budgetPerYear: number | null;
}

export interface SimulationDefaults {
  readonly years: number;
  readonly seed: string;
  readonly warmUpSeconds: number;
}
