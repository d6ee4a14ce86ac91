import type { DrawTable } from '../random/draw-table.ts';
import type { PlannedFields } from './program-planned.ts';
import type { CapacityFields } from './program-capacity.ts';
import type { NetworkFields, ViewFields } from './program-network.ts';

/** Raised whenever a field changes its meaning: a stale worker then fails loudly instead of simulating nonsense. */
export const PROGRAM_VERSION = 16;

/**
 * Fields of a fleet's record in `fleets`: clocks of one kind in a row, that is a failure mode of owners in a row. Its
 * first clock, how many there are, the purpose of the streams that say how each begins; what they own, the first of
 * these owners; their times up and down; 1 if what they strike comes back without its data; index into `Names.causes`;
 * the row of the stream from which the first one's times are drawn, up and down in turn (−1: exponential, failures come
 * from a source); what its repair waits for, a work (−1: for nothing); 1 if nobody notices what it strikes.
 */
export const FLEET = {
  clock: 0,
  clocks: 1,
  start: 2,
  ownerKind: 3,
  owner: 4,
  upDraw: 5,
  downDraw: 6,
  losesData: 7,
  cause: 8,
  stream: 9,
  work: 10,
  latent: 11,
  stride: 12,
} as const;

/**
 * Fields of a source's record in `sources`: the first of its clocks, how many there are, among how many places a ring
 * chooses (2 to this power; those beyond the clocks are empty), the draw of a repair (−1: none), and the rows of the
 * streams of its rings and of its repairs.
 */
export const SOURCE = { clock: 0, clocks: 1, bits: 2, repairDraw: 3, rings: 4, repairs: 5, stride: 6 } as const;
/**
 * Fields of a work's record in `works`: tasks of one kind in a row, that is the repairs of a fleet's clocks, or the
 * decision of a service. The first of those clocks, or the service; its first task, and how many there are; the first
 * of its tasks' requests, a row of rungs (who is asked in turn) for each; the stock from which it takes a part (−1:
 * none).
 */
export const WORK = { owner: 0, task: 1, tasks: 2, request: 3, rungs: 4, stock: 5, stride: 6 } as const;
/** What a clock stops and starts again (`FLEET.ownerKind`). */
export const OWNER = {
  ...{ member: 0, domain: 1, shock: 2, falsePositive: 3, corruption: 4, commonCause: 5 },
  /** Owns a row after the shocks', as an experiment's faults do. */
  ...{ deploy: 6, link: 7 },
} as const;
/** A table with a row for each kind of owner, as it is looked up: [OWNER]. */
export function byOwner<T>(rows: Readonly<Record<keyof typeof OWNER, T>>): readonly T[] {
  return listed(OWNER, rows);
}
/** `serviceMode`. None: it has no members, and only needs others. */
export const MODE = { none: 0, activeActive: 1, activePassive: 2, quorum: 3, sharded: 4 } as const;
/** A table with a row for each mode, as it is looked up: [MODE]. */
export function byMode<T>(rows: Readonly<Record<keyof typeof MODE, T>>): readonly T[] {
  return listed(MODE, rows);
}
/** `replicationMode`. */
export const REPLICATION = { none: 0, sync: 1, semiSync: 2, async: 3 } as const;
/**
 * Fields of a backup policy's record in `policies`. Seconds between backups of each kind (Infinity: none of that kind;
 * log 0: all the time), seconds that a backup is kept, bytes of a full, bytes that change in a second, bytes per second
 * (Infinity: no time at all), the chance that one restores, seconds between drills (Infinity: none), and each how
 * many-th incremental falls together with a differential (Infinity: none does).
 */
export const POLICY = {
  full: 0,
  differential: 1,
  incremental: 2,
  log: 3,
  retention: 4,
  size: 5,
  change: 6,
  backupRate: 7,
  restoreRate: 8,
  replayRate: 9,
  restorable: 10,
  drill: 11,
  coinciding: 12,
  stride: 13,
} as const;

/** A table by name as a list by place, so that the compiler sees whether a row is missing. */
export function listed<K extends string, T>(
  places: Readonly<Record<K, number>>,
  rows: Readonly<Record<K, T>>,
): readonly T[] {
  const list: T[] = [];
  for (const key in places) list[places[key]] = rows[key];
  return list;
}

/** Opcodes of `answerCode`: a number ≥ 0 multiplies by that service's own share. */
export const ANSWER = { push: -1, want: -2, choose: -3, or: -4, chosen: -5 } as const;

/**
 * A compiled model: flat arrays only, so that it crosses to a worker in one structured clone.
 * Owner of every field: `compile`; the engine reads and never writes. "CSR" means offsets into a flat list:
 * the entries of row i are list[offsets[i]] … list[offsets[i + 1] − 1].
 */
export interface Program extends CapacityFields, NetworkFields, ViewFields, PlannedFields {
  readonly version: number;
  readonly counts: {
    readonly domains: number;
    readonly members: number;
    readonly services: number;
    /**
     * All clocks; the first `exponentialClocks` of them have exponential up times and ring by `sources`; those from
     * `ownClocks` on are an experiment's, and never ring by themselves.
     */
    readonly clocks: number;
    readonly exponentialClocks: number;
    readonly ownClocks: number;
    readonly shocks: number;
    readonly deploys: number;
    readonly causes: number;
    /** Targets by kind of disruption. */
    readonly kindTargets: number;
    /** Days in a window in which the SLA's downtime is kept; 0: it is not. */
    readonly windowDays: number;
    /** 1: somebody asks about the first time. */
    readonly missions: number;
    readonly policies: number;
    readonly streams: number;
    readonly sources: number;
    readonly teams: number;
    readonly works: number;
    /** Tasks, the first of them clocks' repairs, the others services' decisions. */
    readonly repairs: number;
    readonly tasks: number;
    /** One for each task and team that may be asked. */
    readonly requests: number;
    /** Queues: of each team one for each priority. */
    readonly lines: number;
    readonly stocks: number;
    /** Orders that may be on their way at once. */
    readonly orders: number;
    /** Services with maintenance; 1: some work is planned. */
    readonly maintained: number;
    readonly planned: number;
  };
  /**
   * Streams of random numbers. [purpose] the key that a replication seeds its streams with (`KEY_STRIDE` words), and
   * the row of its first stream, CSR without a list. What two models share by name has the same history in both.
   */
  readonly streamKeys: Int32Array;
  readonly streamOffsets: Int32Array;
  /** Every distribution in the model, in seconds; fields below named `…Draw` index into it. */
  readonly draws: DrawTable;

  /**
   * Records of `FLEET.stride` numbers, [fleet]; [fleet] its clocks' long-run share of time down, MTTR / (MTBF + MTTR):
   * the chance that each of them starts down. [clock] its fleet.
   */
  readonly fleets: Int32Array;
  readonly fleetUnavailability: Float64Array;
  readonly clockFleet: Int32Array;
  /**
   * Records of `SOURCE.stride` numbers, [source]: exponential clocks of one fleet in a row that ring together. [source]
   * mean seconds between its rings; share of its rings that count, times 2³².
   */
  readonly sources: Int32Array;
  readonly sourceGap: Float64Array;
  readonly sourceShare: Float64Array;
  /** Rings are drawn for so many seconds ahead, and room is made for so many of them; no figure depends on it. */
  readonly tapeSeconds: number;
  readonly tapeLength: number;

  /** CSR by service: the fleets of its members' own clocks, those of experiments not among them. */
  readonly serviceFleetOffsets: Int32Array;
  readonly serviceFleets: Int32Array;

  /** CSR: members in each domain and in all domains below it. */
  readonly domainMemberOffsets: Int32Array;
  readonly domainMembers: Int32Array;

  /** [domain] the one around it, −1 at the top. */
  readonly domainParent: Int32Array;

  /**
   * CSR: members, and domains as ~, that each shock may strike, and the chance of each. Beyond the model's shocks come
   * all members of each deploy, and those of an experiment: whole services that fail or (`OWNER.corruption`) lose their
   * data at once.
   */
  readonly shockMemberOffsets: Int32Array;
  readonly shockMembers: Int32Array;
  readonly shockProbability: Float64Array;
  /** [shock] whence is drawn whom it strikes; a row. */
  readonly shockStream: Int32Array;
  /** [shock] the draw of each victim's own repair; −1: it ends for all that it struck at once. */
  readonly victimDraw: Int32Array;

  /** Members are numbered by service, replicas (or sites) of one service in a row. */
  readonly memberService: Int32Array;
  /** Innermost domain; −1: outside all. */
  readonly memberDomain: Int32Array;

  /**
   * [member] for a site: the service whose copy there it stands for, and with which it is up and down; −1 for replicas.
   */
  readonly memberCopy: Int32Array;
  /** CSR by service: the sites that stand for it, where it is a copy. */
  readonly siteOffsets: Int32Array;
  readonly sites: Int32Array;
  /** [service] the innermost site in which it stands, with others or alone; −1 outside of sites. */
  readonly serviceSite: Int32Array;

  /** First member of each service; length services + 1. */
  readonly serviceMembers: Int32Array;
  readonly serviceMode: Uint8Array;
  /** 1: who serves is a matter of how many work: no health check, no roles, no data, no sites. */
  readonly serviceOnlyCounts: Uint8Array;
  /** 1: one member serves, the active one, and others follow it. */
  readonly onlyActiveServes: Uint8Array;
  /** [service] from the return of a member's domain to its serving; −1: no time at all. */
  readonly restartDraw: Int32Array;
  /** [service] the streams of its restarts, its own operations and what concerns its data; rows. */
  readonly restartStream: Int32Array;
  readonly operationStream: Int32Array;
  readonly dataStream: Int32Array;
  readonly serviceRequired: Int32Array;
  /** 1: below `required` it serves healthy/required instead of nothing. */
  readonly serviceDegrades: Uint8Array;
  readonly serviceRetries: Uint8Array;
  /** 1: a health check delays removal from rotation and return to it. */
  readonly serviceChecked: Uint8Array;
  /** Health check, seconds: interval; fixed part of removal and of return, beside U(0, interval). */
  readonly checkInterval: Float64Array;
  readonly checkRemoveDelay: Float64Array;
  readonly checkReturnDelay: Float64Array;
  readonly checkSlowStartDraw: Int32Array;

  /** active-passive. −1 for detectDraw: the health check's delay, or at once without one. */
  readonly detectDraw: Int32Array;
  readonly decideDraw: Int32Array;
  readonly promoteDraw: Int32Array;
  /** −1: clients move over `redirectTtl` seconds in `redirectSteps` equal steps. */
  readonly redirectDraw: Int32Array;
  readonly redirectTtl: Float64Array;
  readonly redirectSteps: Int32Array;
  readonly promoteSuccess: Float64Array;
  readonly retryDraw: Int32Array;
  readonly rebuildDraw: Int32Array;
  /** 0 never, 1 by promotion and redirection, 2 by `failbackTakesDraw`. */
  readonly failback: Uint8Array;
  readonly failbackAfterDraw: Int32Array;
  readonly failbackTakesDraw: Int32Array;
  readonly failbackCause: Int32Array;
  /** [service] so long without its coordinators an active steps down; −1: never. */
  readonly demoteDraw: Int32Array;
  /** Long-run chance that the second member is active and not the first; see `compile/roles.ts`. */
  readonly secondActive: Float64Array;
  /** A history with a warm-up may begin in the steady state of its clocks. */
  readonly startsSteady: boolean;
  /** [service] share of its failure rate that a passive member keeps; whence it is drawn, a row, −1: nothing is. */
  readonly standbyFailures: Float64Array;
  readonly standbyStream: Int32Array;
  /** quorum: from losing the leader to the next one. */
  readonly electDraw: Int32Array;

  readonly replicationMode: Uint8Array;
  readonly lagDraw: Int32Array;
  readonly maxLag: Float64Array;
  readonly replicationStrict: Uint8Array;
  /** 1: its members hold data that a failure can destroy. */
  readonly serviceHoldsData: Uint8Array;
  /** [service] of so many copies must survive to keep what was acknowledged: one, or a quorum's majority. */
  readonly copiesRequired: Int32Array;
  /**
   * [service] the site whose copy is gone when this service has lost all of its own, because what its data are copied
   * to, or restored to, is another site; −1: it looks after them itself.
   */
  readonly dataSite: Int32Array;
  /** active-passive. 1: nothing is replicated, so that a standby is restored from a backup before it takes over. */
  readonly standbysEmpty: Uint8Array;

  /** CSR: the backup policies from which each service restores, all of them, side by side. */
  readonly restoreOffsets: Int32Array;
  readonly restorePolicies: Int32Array;
  /** [policy] 1: of the same data as the one before it in such a list: one of them will do. */
  readonly policyJoins: Uint8Array;
  /** Records of `POLICY.stride` numbers, [policy]. */
  readonly policies: Float64Array;
  /** [policy] whence its phase, and what restores, is drawn; a row. */
  readonly policyStream: Int32Array;
  /** [policy] before reading begins. */
  readonly provisionDraw: Int32Array;
  /** CSR: the domains in which copies of each policy's backups are kept; none: always within reach. */
  readonly policyCopyOffsets: Int32Array;
  readonly policyCopies: Int32Array;

  /** CSR: the services whose answer depends on each service's own share, itself included. */
  readonly dependentOffsets: Int32Array;
  readonly dependents: Int32Array;
  /**
   * CSR: how each service's answer follows from own shares, as a postfix code. Start with 1; an opcode k ≥ 0
   * multiplies by the own share of service k; `push` saves the product and starts anew with 1; `want` takes the
   * product v, restores the saved one and multiplies it by f + (1 − f) v with the next of `answerFactors`; `choose`
   * saves the product and starts anew with 1 for the first of several services of which one will do, `or` for each
   * further one, and `chosen` multiplies the saved product by the best of theirs. Each begins with its own share.
   */
  readonly answerOffsets: Int32Array;
  readonly answerCode: Int32Array;
  /** [service] 1: its answer is a product of own shares and nothing else. */
  readonly answerIsProduct: Uint8Array;
  /** CSR by service. */
  readonly answerFactorOffsets: Int32Array;
  readonly answerFactors: Float64Array;
  /** Deepest nesting of wants, and of choices. */
  readonly answerDepth: number;

  /** Records of `WORK.stride` numbers, [work]. [task] its work; [request] its task. */
  readonly works: Int32Array;
  readonly taskWork: Int32Array;
  readonly requestTask: Int32Array;
  /** CSR by work: who is asked in turn, the queue there, the stream of the times until they acknowledge; a row. */
  readonly rungOffsets: Int32Array;
  readonly rungTeam: Int32Array;
  readonly rungLine: Int32Array;
  readonly rungStream: Int32Array;
  /** CSR by work: services without which it pauses; and by service, the works that do. */
  readonly toolOffsets: Int32Array;
  readonly tools: Int32Array;
  readonly toolWorkOffsets: Int32Array;
  readonly toolWorks: Int32Array;
  /** [service] the task of its decision; −1: it waits for nobody. */
  readonly serviceDecision: Int32Array;
  /** [team] people, Infinity: as many as it takes; from asking to acknowledging, to asking the next (−1: nobody). */
  readonly teamPeople: Float64Array;
  readonly teamAcknowledgeDraw: Int32Array;
  readonly teamEscalateDraw: Int32Array;
  /** First queue of each team, the highest priority first; length teams + 1. */
  readonly teamLines: Int32Array;
  /**
   * CSR by team, and after them by `maintainHours`: hours in seconds of a week, opens and closes in turn (`Hours`);
   * none: around the clock.
   */
  readonly teamHourOffsets: Int32Array;
  readonly teamHours: Float64Array;
  /** [stock] parts when none is on order; first order slot, length stocks + 1; lead time; the stream of that, a row. */
  readonly stockSize: Int32Array;
  readonly stockOrders: Int32Array;
  readonly stockLeadDraw: Int32Array;
  readonly stockStream: Int32Array;

  readonly entry: number;
  /** A service is down while its answer is below this: 1 − sla.error-rate, less one part in 10¹². */
  readonly downBelow: number;
  /** [cause] index into the model's `targets.byKind` that its incidents, and losses, are held against; −1: none. */
  readonly causeRto: Int32Array;
  readonly causeRpo: Int32Array;
  /** What is over sooner is no incident of the SLA; seconds that a window may be down (Infinity: no promise). */
  readonly slaTolerates: number;
  readonly slaAllowed: number;
  /** [credit] seconds of a window's downtime above which it is owed, ascending; money. */
  readonly slaCreditAbove: Float64Array;
  readonly slaCreditOwed: Float64Array;
  /** [cause] 1: its incidents are left out of the SLA's downtime. */
  readonly causeExcluded: Uint8Array;
}

/** Where the record of a clock's fleet begins in `fleets`: for whoever reads several of its fields. */
export function fleetRecord({ clockFleet }: Program, clock: number): number {
  return clockFleet[clock] * FLEET.stride;
}

/** @param field of `FLEET`, one that all clocks of a fleet share */
export function clockField(p: Program, clock: number, field: number): number {
  return p.fleets[fleetRecord(p, clock) + field];
}

/** Index of the member, domain, shock or service that the clock owns. */
export function clockOwner(p: Program, clock: number): number {
  return clockField(p, clock, FLEET.owner) + clock - clockField(p, clock, FLEET.clock);
}

/** Row of the stream from which the times of a clock that is not exponential are drawn. */
export function clockStream(p: Program, clock: number): number {
  return clockField(p, clock, FLEET.stream) + clock - clockField(p, clock, FLEET.clock);
}

/** What the indices of a program are called; stays with the report and never crosses to a worker. */
export interface Names {
  readonly services: readonly string[];
  readonly domains: readonly string[];
  /** `eu-west-1a/outage`, `db/crash`, `bad-deploy`, `db/false-positive`, `db/failback`. */
  readonly causes: readonly string[];
}

export interface Compiled {
  readonly program: Program;
  readonly names: Names;
}
