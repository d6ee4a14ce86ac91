import type { Fleet } from '../compile/clocks.ts';
import type { Model, Work } from '../model/model.ts';
import type { Distribution } from '../random/distribution.ts';
import { mean, variance } from '../random/moments.ts';
import { longestClosed, openShare } from '../units/index.ts';

/** What a team has to do in all, while it is there: jobs a second for each of its people, and their length. */
interface Load {
  readonly perSecond: number;
  /** Seconds, and seconds squared, of a job. */
  readonly length: number;
  readonly square: number;
}

/** Beyond this nobody says how long a queue is: what waits may wait for ever. */
const BUSIEST = 0.9;

/**
 * How long repairs take with all that they wait for, as far as it is known before anything is simulated: seconds on
 * average, of one that a random moment falls into. Infinity: nobody knows.
 */
export class Waits {
  readonly #model: Model;
  /** [team], made when asked for. */
  readonly #queues = new Map<number, number>();
  readonly #fleets: readonly Fleet[];

  constructor(model: Model, fleets: readonly Fleet[]) {
    this.#model = model;
    this.#fleets = fleets;
  }

  /**
   * @param hands seconds of hands-on work
   * @param part its component, whose parts a repair takes
   */
  repair(hands: number, work: Work | undefined, part: number | undefined): number {
    if (work === undefined) return hands;
    const spares = work.needsSpare && part !== undefined ? this.#model.components[part].spares : undefined;
    // One is ordered for each that is taken: nobody waits longer than for the order of his own.
    const lead = spares === undefined ? 0 : metAtRandom(spares.leadTime);
    return lead + (work.team === null ? hands : hands / this.#openShare(work.team) + this.answer(work.team));
  }

  /** Until somebody of the team, or of those whom it may ask, has the work in hand. */
  answer(team: number): number {
    const ladder = this.#ladder(team);
    const closed = Math.max(...ladder.map((each) => longestClosed(this.#model.teams[each].hours)));
    return mean(this.#model.teams[team].acknowledge) + closed + this.#queue(team);
  }

  /**
   * The mean wait of M/G/1 (Pollaczek 1930; Khinchine 1932) for each of the people, and of the lowest priority: over
   * 1 − ρ once more (Cobham 1954), as if all that ever asks them came first.
   */
  #queue(team: number): number {
    const before = this.#queues.get(team);
    if (before !== undefined) return before;
    const { perSecond, length, square } = this.#load(team);
    const busy = perSecond * length;
    const wait = busy > BUSIEST ? Infinity : (perSecond * square) / (2 * (1 - busy) * (1 - busy));
    this.#queues.set(team, wait);
    return wait;
  }

  #load(team: number): Load {
    const { people, hours, acknowledge } = this.#model.teams[team];
    let [jobs, seconds, squares] = [0, 0, 0];
    // Whoever is asked is held from then on.
    const add = (perSecond: number, down: Distribution) => {
      const length = mean(acknowledge) + mean(down);
      jobs += perSecond;
      seconds += perSecond * length;
      squares += perSecond * (variance(acknowledge) + variance(down) + length * length);
    };
    for (const { kind, clocks } of this.#fleets)
      if (kind.down !== null && this.#asks(kind.work, team)) add(clocks / (mean(kind.up) + mean(kind.down)), kind.down);
    for (const { repairsEach, up, down, hits, work } of this.#model.shocks)
      if (repairsEach && this.#asks(work, team)) add(victimsOf(this.#model, hits) / mean(up), down);
    if (jobs === 0) return { perSecond: 0, length: 0, square: 0 };
    return { perSecond: jobs / (people * openShare(hours)), length: seconds / jobs, square: squares / jobs };
  }

  #asks(work: Work | undefined, team: number): boolean {
    return work !== undefined && work.team !== null && this.#ladder(work.team).includes(team);
  }

  /** Whoever takes it works at his own hours. */
  #openShare(team: number): number {
    return Math.min(...this.#ladder(team).map((each) => openShare(this.#model.teams[each].hours)));
  }

  #ladder(first: number): number[] {
    const ladder: number[] = [];
    const { teams } = this.#model;
    for (let team: number | null = first; team !== null; team = teams[team].escalate?.to ?? null) ladder.push(team);
    return ladder;
  }
}

/** Members that a shock may strike. */
export function victimsOf({ services }: Model, hits: readonly number[]): number {
  return hits.reduce((sum, hit) => sum + services[hit].placement.length, 0);
}

/**
 * Mean length of the one among many that a random moment falls into (inspection paradox; Feller 1971, vol. II, ch.
 * I.4).
 */
export function metAtRandom(down: Distribution): number {
  const length = mean(down);
  return length > 0 ? length + variance(down) / length : 0;
}
