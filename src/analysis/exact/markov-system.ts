import type { Answer } from './markov-answers.ts';

/**
 * What the entry depends on, with every time as a rate per second; Infinity: it takes no time. Indices are those of
 * this description: services, members, domains that do not matter are not in it.
 */
export interface System {
  readonly services: readonly ChainService[];
  readonly members: readonly ChainMember[];
  /** A domain's parent has a smaller index. */
  readonly domains: readonly ChainDomain[];
  readonly shocks: readonly ChainShock[];
  readonly entry: Answer;
  /** A service is down while its answer is below this. */
  readonly downBelow: number;
  /** Services that work on sites, inner ones first. */
  readonly onSites: readonly number[];
  /** The service whose losses of all its data are counted: the entry where it has members of its own, else −1. */
  readonly counted: number;
}

export interface ChainMode {
  readonly failsPerSecond: number;
  readonly repairsPerSecond: number;
  /** What it strikes comes back without its data, and somebody has to care. */
  readonly losesData: boolean;
}

export interface ChainDomain {
  /** −1: none that matters. */
  readonly parent: number;
  readonly modes: readonly ChainMode[];
  /** Members in it and below it, in their order. */
  readonly members: readonly number[];
}

export interface ChainShock extends ChainMode {
  readonly probability: number;
  /** Members that it may strike, in the order in which it does. */
  readonly members: readonly number[];
}

export interface ChainMember {
  readonly service: number;
  /** Innermost domain that matters; −1: outside all. */
  readonly domain: number;
  readonly modes: readonly ChainMode[];
  /** From its domain's return to serving. */
  readonly restartsPerSecond: number;
  /** Shocks that may strike it. */
  readonly shocks: readonly number[];
  /** For a site: the service whose copy there it stands for; −1 for replicas. */
  readonly copy: number;
}

export interface ChainService {
  readonly mode: 'none' | 'active-active' | 'active-passive' | 'quorum';
  /** First and one past the last of its members. */
  readonly first: number;
  readonly end: number;
  readonly required: number;
  readonly degrades: boolean;
  /** From a member's return to its rotation. */
  readonly returnsPerSecond: number;
  readonly electsPerSecond: number;
  /** Share of its own failure rates that a passive member keeps. */
  readonly standbyFailures: number;
  /** Present for active-passive. */
  readonly failover: ChainFailover | null;
  readonly isOnSites: boolean;
  /** What it answers with all that it needs and wants; for copies that sites stand for. */
  readonly answer: Answer;
  /** What each of the services answers that a promotion waits for: its direct needs, where somebody stands by. */
  readonly needs: readonly Answer[];
}

export interface ChainFailover {
  readonly detectsPerSecond: number;
  readonly decidesPerSecond: number;
  readonly promotesPerSecond: number;
  readonly redirectsPerSecond: number;
  readonly retriesPerSecond: number;
  readonly rebuildsPerSecond: number;
  readonly success: number;
  /** null: never. `takesPerSecond` null: a promotion and a redirection as in any failover. */
  readonly failback: { readonly afterPerSecond: number; readonly takesPerSecond: number | null } | null;
  /** Failovers that nobody needed; 0: none. */
  readonly needlessPerSecond: number;
  readonly replication: 'none' | 'sync' | 'semi-sync' | 'async';
  readonly isStrict: boolean;
  /** Some failure destroys copies. */
  readonly canLoseData: boolean;
}
