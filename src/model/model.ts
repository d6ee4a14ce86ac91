import type { Distribution } from '../random/distribution.ts';
import type { Hours } from '../units/hours.ts';
import type { Load, SiteTraffic, TrafficStep } from './load.ts';
import type { Maintenance } from './maintenance.ts';
import type { Sla } from './sla.ts';
import type { Reschedule } from './reschedule.ts';

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
  /** What its text uses of the language (`features.ts`), sorted. */
  readonly words: readonly string[];
  /** Parameters after `set`: SI numbers; a parameter that is a distribution keeps its text. */
  readonly parameters: Readonly<Record<string, number | string>>;
  /** The tree in preorder: a domain's parent always has a smaller index. */
  readonly domains: readonly Domain[];
  readonly components: readonly Component[];
  /** In the order in which they were written. */
  readonly links: readonly Link[];
  /** In the order in which they were written. */
  readonly teams: readonly Team[];
  readonly shocks: readonly Shock[];
  /**
   * In the order in which they were written; where a service has copies in several sites, these stand in its place,
   * in the order of the sites.
   */
  readonly services: readonly Service[];
  /** Index into `services`. */
  readonly entry: number;
  readonly targets: Targets;
  /** What an hour costs, converted: currency per second. */
  readonly losses: { readonly downtimePerSecond: number; readonly dataPerSecond: number };
  readonly sla: Sla;
  /** By the time of the day; empty: all of each load all day. */
  readonly traffic: readonly TrafficStep[];
  /** Whose requests a site answers while it is in rotation; empty: as many for each. */
  readonly trafficBySite: readonly SiteTraffic[];
  readonly simulation: SimulationDefaults;
  /** In the order in which they were written. */
  readonly experiments: readonly Experiment[];
  /** In the order in which they were met; left out: none. */
  readonly assumptions?: readonly Assumption[];
}

/** What the text does not say, and what is taken for it. */
export interface Assumption {
  /** Of what it is about, in the text: `components.stripe.failures.out`. */
  readonly path: string;
  readonly text: string;
}

/** One alternating clock: up for a draw of `up`, then down for a draw of `down`. */
export interface FailureMode {
  readonly name: string;
  readonly up: Distribution;
  readonly down: Distribution;
  /** `data: lost`: what it strikes comes back empty. */
  readonly losesData: boolean;
  /** Nobody notices it but a check, or whoever promotes the member; of members only. */
  readonly isLatent: boolean;
  /** What its repair waits for; `down` is then hands-on time. Left out: for nothing, `down` is all of it. */
  readonly work?: Work;
}

/** What a repair waits for. */
export interface Work {
  /** Index into `teams`; null: nobody has to be free. */
  readonly team: number | null;
  /** Of those who wait for a team the highest goes first. */
  readonly priority: number;
  readonly needsSpare: boolean;
  /** Indices into `services`: all instances of those without which nobody can repair it. */
  readonly needs: readonly number[];
}

/** Who repairs and who decides. */
export interface Team {
  readonly name: string;
  /** Infinity: as many as it takes. */
  readonly people: number;
  readonly acknowledge: Distribution;
  /** Whom else to ask: index into `teams`. No circles. */
  readonly escalate: { readonly after: Distribution; readonly to: number } | null;
  /** null: around the clock. */
  readonly hours: Hours | null;
}

export interface Domain {
  readonly name: string;
  readonly kind: string;
  /** Index into `domains`, −1 at the top. */
  readonly parent: number;
  readonly failures: readonly FailureMode[];
  /** Members that it takes beyond its own; Infinity: any. */
  readonly room: number;
  /** What it costs whatever stands in it. */
  readonly costPerSecond: number;
}

export interface Component {
  readonly name: string;
  readonly failures: readonly FailureMode[];
  /** Parts on the shelf, and how long an order takes. Left out: no repair takes one. */
  readonly spares?: { readonly stock: number; readonly leadTime: Distribution };
  /** From its domain's return to serving again. */
  readonly restart: Distribution;
  /** Share of its failure rate that it keeps as a passive member; null: as its service says. */
  readonly standbyFailures: number | null;
  readonly costPerSecond: number;
}

export interface Shock extends FailureMode {
  /** Indices into `services`, each member struck by itself, and into `domains`, struck whole (left out: none). */
  readonly hits: readonly number[];
  readonly domains?: readonly number[];
  readonly probability: number;
  /** Over at once, each victim repaired by itself: `up` is then between strikes, `down` each one's own repair. */
  readonly repairsEach: boolean;
}

export type Mode = 'active-active' | 'active-passive' | 'quorum' | 'sharded';

/** The network between two domains, by index; neither contains the other. It is cut while one of its failures is on. */
export interface Link {
  readonly between: readonly [number, number];
  readonly failures: readonly FailureMode[];
}

export interface Service {
  /** Unique; a copy in a site is `web@us-east-1`, in a site within a site `web@us-east-1@us-east-1a`. */
  readonly name: string;
  /** As in the text: all copies of one service share it. */
  readonly written: string;
  /** Index into `components`; −1 for a service that is only what it needs, and for one that works on sites. */
  readonly component: number;
  /**
   * For each member the index of its domain, or −1 outside all domains. Members are replicas of the component, or
   * sites; a service with neither has none.
   */
  readonly placement: readonly number[];
  /**
   * Present where the members are sites: for each member the index into `services` of the copy of `of` that stands
   * there. A site is up while that copy is not down; its copy is in no `needs` of this service.
   */
  readonly sites: readonly number[] | null;
  readonly mode: Mode;
  /** k of n; 1 for active-passive, the majority for quorum unless given; sharded: of the copies of each shard. */
  readonly required: number;
  readonly belowRequired: 'down' | 'degraded';
  /** A failed request is sent to another member. */
  readonly retry: boolean;
  readonly healthCheck: HealthCheck | null;
  /** Present exactly for active-passive. */
  readonly failover: Failover | null;
  /** Present where members, or sites, replicate data. */
  readonly replication: Replication | null;
  /** Present where there is only so much that its members carry. */
  readonly load: Load | null;
  /** Present exactly for sharded. */
  readonly shards: Shards | null;
  /** While a link is cut between its members one side goes on, or all; then what the smaller one wrote may be kept. */
  readonly onPartition: 'consistent' | 'available';
  readonly mergesConflicts: boolean;
  /** quorum, and sharded with leaders: from the loss of the leader to the next one. */
  readonly elect: Distribution;
  /** Share of requests that a standby answers while nobody serves as active. */
  readonly standbysAnswer: number;
  /** Share of the running cost that a passive member has. For a service that works on sites: see `siteCostShare`. */
  readonly passiveCostShare: number;
  /**
   * Share of their own failure rates that passive replicas keep (the dormancy factor); 1 where none stands by, and for
   * what stands in sites.
   */
  readonly standbyFailures: number;
  /**
   * Share of its running cost that this copy has as its site stands by, by `running-cost` of the service that works on
   * the sites; 1 in the first site, in sites that all serve, and outside of sites. Nested sites multiply.
   */
  readonly siteCostShare: number;
  /** Whether this copy is in a first site of every service that works on sites around it; true outside of sites. */
  readonly inFirstSite: boolean;
  /** What it costs beside its members, whatever their number. */
  readonly costPerSecond: number;
  /** Present where somebody looks for latent faults. */
  readonly check: Check | null;
  /** Present where changes go out to it; of copies in several sites they are the same ones. */
  readonly deploy: Deploy | null;
  /** Present where planned work takes each of its replicas out in turn. */
  readonly maintenance: Maintenance | null;
  /** Present where members are started elsewhere while their domain is down. */
  readonly reschedule: Reschedule | null;
  /** Present where its members hold data. */
  readonly data: DataSet | null;
  /** Present where that is backed up. */
  readonly backup: Backup | null;
  /** Further policies of backups; a restore uses what gives back the most, and of equals what is fastest. */
  readonly moreBackups: readonly Backup[];
  /** Indices into `services`. */
  readonly needs: readonly number[];
  /** Of each of these one will do: what the best of them answers. Indices into `services`. */
  readonly anyOf: readonly (readonly number[])[];
  /** Services whose members in a member's own domain of that kind are all that serve it. */
  readonly within: readonly { readonly service: number; readonly kind: string }[];
  /** Indices into `services`: without which it fails over to nobody. */
  readonly coordinators: readonly number[];
  readonly wants: readonly { readonly service: number; readonly without: number }[];
}

/** Pieces of data of which each member holds copies of some. */
export interface Shards {
  readonly count: number;
  /** Of each shard, on so many different members. */
  readonly copies: number;
  /** One of its copies leads, and without it a shard is not answered. */
  readonly lead: boolean;
}

/** Changes that go out to all members, at times that have nothing to do with what fails. */
export interface Deploy {
  /** From one to the next. */
  readonly every: Distribution;
  /** Chance that one is bad. */
  readonly changeFailureRate: number;
  /** From being noticed to being rolled back. */
  readonly recovery: Distribution;
  /** null: all members have it at once. */
  readonly canary: Canary | null;
  /** What the rollback waits for; `recovery` is then hands-on time. Left out: for nothing. */
  readonly work?: Work;
}

export interface Canary {
  readonly members: number;
  readonly bakeSeconds: number;
  /** Chance that a bad change is found within that time. */
  readonly catches: number;
}

/** Of faults that nobody notices. */
export interface Check {
  readonly everySeconds: number;
  /** Chance that one check finds a fault. */
  readonly coverage: number;
  /** Members one after the other, evenly spread. */
  readonly isStaggered: boolean;
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
  /** Who has to be free to decide: index into `teams`. Left out: nobody. */
  readonly decidedBy?: number;
  readonly promote: Distribution;
  readonly redirect:
    { readonly kind: 'delay'; readonly delay: Distribution } | { readonly kind: 'dns'; readonly ttlSeconds: number };
  readonly success: number;
  readonly retry: Distribution;
  readonly rebuild: Distribution;
  /** null: never. `takes` null: a promotion and a redirection as in any failover. */
  readonly failback: { readonly after: Distribution; readonly takes: Distribution | null } | null;
  /** How often its path breaks unnoticed, so that the next promotion fails; 0: never. */
  readonly driftPerSecond: number;
  /** Time between failovers that are tried; null: never. */
  readonly drillSeconds: number | null;
  /** So long without its coordinators an active steps down; null: never. */
  readonly demoteAfter: Distribution | null;
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
  /** Price of sending changes to one standby, currency per byte. */
  readonly transferCostPerByte: number;
}

/** The data that each member holds. */
export interface DataSet {
  readonly sizeBytes: number;
  readonly changeBytesPerSecond: number;
  /** Price of keeping one copy, currency per byte and second. */
  readonly costPerByteSecond: number;
}

/**
 * A backup policy. Intervals in seconds, null: no such backups; at least one of full, differential, incremental and log
 * is there, and full always is. Rates in bytes per second, Infinity: no time at all.
 */
export interface Backup {
  readonly fullSeconds: number;
  readonly differentialSeconds: number | null;
  readonly incrementalSeconds: number | null;
  readonly logSeconds: number | null;
  /** How long a backup is kept. */
  readonly retentionSeconds: number;
  readonly backupRate: number;
  readonly restoreRate: number;
  readonly replayRate: number;
  /** Before reading begins: a machine, a volume. */
  readonly provision: Distribution;
  /** Domains in which a copy of each backup is kept; empty: one copy outside all domains, always within reach. */
  readonly copies: readonly number[];
  /** Chance that one backup restores. */
  readonly restorable: number;
  /** Time between restores that are tried; null: never. */
  readonly drillSeconds: number | null;
  /** Price of keeping it, currency per byte and second, and of sending it to each copy after the first, per byte. */
  readonly costPerByteSecond: number;
  readonly transferCostPerByte: number;
}

/** A question: given that this happens now, what follows? */
export interface Experiment {
  readonly name: string;
  /** In the order in which they happen. */
  readonly steps: readonly Injection[];
}

/** One thing that happens in an experiment. */
export interface Injection {
  readonly target: Target;
  /** Since the experiment began. */
  readonly delaySeconds: number;
  /** How long it lasts; of no meaning for `corrupt`. */
  readonly down: Distribution;
  /** What it strikes comes back empty. */
  readonly losesData: boolean;
}

/**
 * What an experiment strikes; `text` is what its author wrote. Services and members by index, all copies of a service.
 */
export type Target =
  | { readonly kind: 'domain'; readonly text: string; readonly domain: number }
  /** All links between the same two domains. */
  | { readonly kind: 'link'; readonly text: string; readonly links: readonly number[] }
  /** One member, by its number within the service (one entry per copy of the service). */
  | { readonly kind: 'member'; readonly text: string; readonly services: readonly number[]; readonly replica: number }
  /** All members. */
  | { readonly kind: 'service'; readonly text: string; readonly services: readonly number[] }
  /** Whoever is active, or leads, when it strikes: in the site that is active, where there are several. */
  | { readonly kind: 'active'; readonly text: string; readonly services: readonly number[] }
  /** The data of all members, at once and everywhere, as replication copies a DROP TABLE. */
  | { readonly kind: 'corrupt'; readonly text: string; readonly services: readonly number[] };

/** null: no such target. */
export interface Targets {
  readonly availability: number | null;
  /** One figure for all; null as well where there is one for each kind. */
  readonly rtoSeconds: number | null;
  readonly rpoSeconds: number | null;
  /** In the order in which they were written, `rto` first; empty where they are one figure each. */
  readonly byKind: readonly KindTarget[];
  /** Currency per year. */
  readonly budgetPerYear: number | null;
}

/** An objective for incidents that began with a failure of one kind. */
export interface KindTarget {
  readonly target: 'rto' | 'rpo';
  /** One of `DISRUPTIONS` (`disruptions.ts`), or a kind of domain. */
  readonly kind: string;
  readonly goalSeconds: number;
}

interface SimulationDefaults {
  readonly years: number;
  readonly seed: string;
  readonly warmUpSeconds: number;
  /** null: nobody asks about the first time. */
  readonly missionSeconds: number | null;
}
