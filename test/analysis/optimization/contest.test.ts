import { describe, expect, it } from 'vitest';
import { Contest } from '../../../src/analysis/optimization/contest.ts';
import { createSeries, type Series } from '../../../src/analysis/optimization/series.ts';
import { createStreams, uniform53 } from '../../../src/random/stream.ts';
import { seedStream } from '../../random/seed-stream.ts';
import { normalQuantile } from '../../../src/random/special/normal.ts';

const FIRST = 20;
const ALPHA = 0.05;

interface System {
  readonly mean: number;
  /** Of its one constraint: feasible where not above 0. */
  readonly excess: number;
}

function normals(seed: string): () => number {
  const states = createStreams(1);
  seedStream(states, 0, seed, 0, 'contest');
  return () => normalQuantile(uniform53(states, 0));
}

/** Plays a contest to its end. @param shared share of the variance that all systems have in common */
function play(systems: readonly System[], seed: string, { shared = 0.5, zone = 1, tolerance = 1, most = 100_000 } = {}): { contest: Contest; spent: number } {
  const draw = normals(seed);
  const contest = new Contest({ candidates: systems.length, constraints: 1, error: ALPHA, first: FIRST, bounds: null });
  const series = systems.map(() => [createSeries(), createSeries()] as const);
  const common: number[] = [];
  const noise = (at: number) => {
    while (common.length <= at) common.push(draw());
    return Math.sqrt(shared) * common[at] + Math.sqrt(1 - shared) * draw();
  };
  let spent = 0;
  const extend = (i: number, to: number) => {
    const [objective, excess] = series[i];
    for (; objective.length < to; spent++) {
      objective.push(systems[i].mean + 2 * noise(objective.length));
      excess.push(systems[i].excess + 2 * draw());
    }
  };
  contest.setIndifference(zone);
  systems.forEach((_, i) => {
    extend(i, FIRST);
    contest.join(i, { objective: series[i][0], excesses: [series[i][1]], objectiveEvent: [0, 0], excessEvents: [[0, 0]], tolerances: [tolerance], standing: () => null });
  });
  for (;;) {
    contest.look();
    const needed = contest.needed().filter((i) => series[i][0].length < most);
    if (needed.length === 0) return { contest, spent };
    const shortest = Math.min(...needed.map((i) => series[i][0].length));
    for (const i of needed) extend(i, Math.max(series[i][0].length, shortest + 4));
  }
}

function share(runs: number, isRight: (seed: string) => boolean): number {
  let right = 0;
  for (let run = 0; run < runs; run++) if (isRight(`contest ${run}`)) right++;
  return right / runs;
}

const RUNS = 400;
/** 3.5 standard errors of a binomial share below the promise. */
const FLOOR = 1 - ALPHA - 3.5 * Math.sqrt((ALPHA * (1 - ALPHA)) / RUNS);

describe('a contest', () => {
  it('keeps its promise at the least favourable configuration: all others just the zone worse, the best just the tolerance within', () => {
    const systems = [{ mean: 1, excess: -1 }, { mean: 0, excess: -1 }, { mean: 1, excess: -1 }, { mean: 1, excess: -1 }, { mean: 1, excess: -1 }];
    expect(share(RUNS, (seed) => isSelected(play(systems, seed).contest, 1))).toBeGreaterThan(FLOOR);
  });

  it('keeps it where better ones are not feasible, by just the tolerance', () => {
    const systems = [{ mean: -9, excess: 1 }, { mean: -1, excess: 1 }, { mean: 0, excess: -1 }, { mean: 1, excess: -1 }];
    expect(share(RUNS, (seed) => isSelected(play(systems, seed).contest, 2))).toBeGreaterThan(FLOOR);
  });

  it('keeps it whether systems live through the same history or not', () => {
    const systems = [{ mean: 0, excess: -2 }, { mean: 1, excess: -2 }, { mean: 1, excess: -2 }];
    for (const shared of [0, 0.9]) expect(share(RUNS, (seed) => isSelected(play(systems, seed, { shared }).contest, 0))).toBeGreaterThan(FLOOR);
  });

  it('finds that none is feasible with at least the same chance', () => {
    const systems = [{ mean: 0, excess: 1 }, { mean: 1, excess: 1 }, { mean: 2, excess: 3 }];
    expect(share(RUNS, (seed) => play(systems, seed).contest.alive().length === 0)).toBeGreaterThan(FLOOR);
  });

  it('spends less where more is shared: the pairing makes the differences small', () => {
    const systems = [{ mean: 0, excess: -9 }, { mean: 0.4, excess: -9 }, { mean: 0.4, excess: -9 }];
    const spent = (shared: number) => Array.from({ length: 40 }, (_, i) => play(systems, `spent ${i}`, { shared, zone: 0.4 }).spent).reduce((a, b) => a + b, 0);
    expect(spent(0.95)).toBeLessThan(0.6 * spent(0));
  });

  it('leaves undecided what its observations do not tell', () => {
    const { contest } = play([{ mean: 0, excess: -1 }, { mean: 0.01, excess: -1 }], 'tie', { zone: 0.001, most: 40 });
    expect(contest.alive()).toEqual([0, 1]);
  });

  it('lets the first of equals win where nothing is random', () => {
    const contest = new Contest({ candidates: 3, constraints: 0, error: ALPHA, first: 2, bounds: null });
    contest.setIndifference(1);
    const same = (): Series => createSeries([5, 5]);
    for (const i of [0, 1, 2]) contest.join(i, { objective: same(), excesses: [], objectiveEvent: [0, 0], excessEvents: [], tolerances: [], standing: () => null });
    contest.look();
    expect(contest.alive()).toEqual([0]);
    expect([1, 2].map((i) => contest.beatenBy(i))).toEqual([0, 0]);
  });

  it('puts nobody out for one that is better but not feasible', () => {
    const contest = new Contest({ candidates: 2, constraints: 1, error: ALPHA, first: 2, bounds: null });
    contest.setIndifference(1);
    const join = (i: number, mean: number, excess: number) =>
      contest.join(i, { objective: createSeries([mean, mean]), excesses: [createSeries([excess, excess])], objectiveEvent: [0, 0], excessEvents: [[0, 0]], tolerances: [0.1], standing: () => null });
    join(0, 1, 1);
    join(1, 100, -1);
    contest.look();
    expect(contest.alive()).toEqual([1]);
    expect(contest.feasibility(0)).toEqual(['missed']);
    expect(contest.beatenBy(0)).toBeNull();
  });

  it('puts out by a bound what cannot be better, and only by one that is feasible', () => {
    const contest = new Contest({ candidates: 2, constraints: 1, error: ALPHA, first: 3, bounds: [0, 50] });
    contest.setIndifference(1);
    const excess = createSeries([-1, 1, 0.9]);
    contest.join(0, { objective: createSeries([10, 11, 12]), excesses: [excess], objectiveEvent: [0, 0], excessEvents: [[0, 0]], tolerances: [0.5], standing: () => null });
    contest.look();
    expect(contest.excels(0, 1e9)).toBe(false);
    for (let i = 0; i < 5000; i++) excess.push(-1);
    contest.look();
    expect(contest.isFeasible(0)).toBe(true);
    expect(contest.excels(0, 1e6)).toBe(true);
    expect(contest.excels(0, 11)).toBe(false);
  });
});

function isSelected(contest: Contest, best: number): boolean {
  const alive = contest.alive();
  return alive.length === 1 && alive[0] === best && contest.isFeasible(best);
}
