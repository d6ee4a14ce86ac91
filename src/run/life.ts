import { createTally, observe } from '../analysis/tally.ts';
import { compile } from '../compile/compile.ts';
import { createEngine } from '../engine/engine.ts';
import { traceYear, yearsDowntime } from '../engine/trace.ts';
import type { Model } from '../model/model.ts';
import { SECONDS_PER_YEAR } from '../units/table.ts';
import { recordLife } from './life-record.ts';
import { createPause } from './pause.ts';

/** What changed in one life, in the order in which it happened. */
export interface LifeEvent {
  /** Seconds since the year began. */
  readonly time: number;
  readonly kind: 'member' | 'domain' | 'shock' | 'service' | 'stage';
  /** Index of the member (services' replicas in a row), domain, shock or service. */
  readonly index: number;
  /**
   * member, domain, shock: `up` or `down` (a domain by its own failures, a shock is down while it is on); service: its
   * answer in [0, 1] as `value` and `up`, `degraded` or `down` by the model's SLA; stage: the name of the stage of an
   * active-passive service or quorum (`serving`, `detecting`, `deciding`, `waiting`, `between attempts`, `promoting`,
   * `restoring`, `redirecting`, `electing`, `stopped`; of any service that restores from backups), with `value` the member that is active or leads, −1 none.
   */
  readonly state: string;
  readonly value: number;
  /** For people: `db[0] fails (disk)`, `eu-west-1a returns`, `web answers 83%`, `db: promoting db[1]`. */
  readonly text: string;
}

/** A time in which the entry was down, as far as it lies in the year. */
export interface LifeIncident {
  /** Seconds since the year began; 0 where it was down when the year began. */
  readonly start: number;
  /** The year's length where it is down when the year ends. */
  readonly end: number;
  /** As in a report: `eu-west-1a/outage`. */
  readonly cause: string;
}

/** Who is where: names come from `names`, −1 is nowhere. */
interface LifeStructure {
  readonly memberService: readonly number[];
  /** [member] innermost domain, −1 outside all. */
  readonly memberDomain: readonly number[];
  readonly domainParent: readonly number[];
  readonly domainKind: readonly string[];
  readonly entry: number;
  /** A service is down while it answers less than this. */
  readonly downBelow: number;
}

/** One simulated year, event by event. */
export interface Life {
  readonly seed: string;
  /** Which history: with the seed and the model it is the same again. */
  readonly replication: number;
  /** Seconds. */
  readonly length: number;
  /** Seconds that the entry was down in it. */
  readonly downtime: number;
  /** State at the beginning, [member], [domain], [service] (answer), [service] (stage name), [service] (active member). */
  readonly start: {
    readonly membersUp: readonly boolean[];
    readonly domainsUp: readonly boolean[];
    readonly answers: readonly number[];
    readonly stages: readonly string[];
    /** −1: none, or a service whose members all serve alike. */
    readonly active: readonly number[];
  };
  readonly events: readonly LifeEvent[];
  /** All of them, in order. */
  readonly incidents: readonly LifeIncident[];
  /** More happened than is kept. */
  readonly truncated: boolean;
  readonly names: {
    readonly members: readonly string[];
    readonly domains: readonly string[];
    readonly services: readonly string[];
    readonly shocks: readonly string[];
  };
  readonly structure: LifeStructure;
}

interface LifeOptions {
  /** Default: the model's. */
  readonly seed?: string | undefined;
  readonly replication: number;
  /** Default 20,000. */
  readonly mostEvents?: number | undefined;
}

interface WorstLifeOptions {
  readonly seed?: string | undefined;
  /** Years to choose from: replications 0 to count − 1. Default 1,000. */
  readonly count?: number | undefined;
  readonly mostEvents?: number | undefined;
  readonly signal?: AbortSignal | undefined;
}

type SimulateLife = (model: Model, options: LifeOptions) => Life;

const MOST_EVENTS = 20_000;

/**
 * The year of the given replication, watched: what a run of one-year histories with this seed lives through there, to
 * the last bit, and the first year of what a run of longer ones does.
 */
export const simulateLife: SimulateLife = (
  model,
  { seed = model.simulation.seed, replication, mostEvents = MOST_EVENTS },
) => {
  const { program, names } = compile(model);
  const engine = createEngine(program, observe(createTally(program.counts), program.counts, 1, model.targets));
  const record = recordLife(model, program, names, mostEvents);
  const downtime = traceYear(engine, seed, replication, model.simulation.warmUpSeconds, record.tracer);
  return { seed, replication, length: SECONDS_PER_YEAR, downtime, ...record.life() };
};

/**
 * The year with the most downtime among so many, the first of them where several have as much. The calling thread gets
 * a turn now and then, as a fleet of ten thousand takes a while.
 */
export async function worstLife(
  model: Model,
  { seed = model.simulation.seed, count = 1000, mostEvents, signal }: WorstLifeOptions = {},
): Promise<Life> {
  const { program } = compile(model);
  const engine = createEngine(program, observe(createTally(program.counts), program.counts, 1, model.targets));
  const pause = createPause();
  let worst = 0;
  let most = -1;
  for (let replication = 0; replication < count; replication++) {
    const downtime = yearsDowntime(engine, seed, replication, model.simulation.warmUpSeconds);
    if (downtime > most) [worst, most] = [replication, downtime];
    await pause();
    signal?.throwIfAborted();
  }
  return simulateLife(model, { seed, replication: worst, mostEvents });
}
