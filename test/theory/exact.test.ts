import { describe, expect, test } from 'vitest';
import { exactly } from '../../src/analysis/exact/exact.ts';
import type { ExactFigures } from '../../src/analysis/report.ts';
import { parseModel } from '../../src/model/index.ts';
import { liveModel } from './harness.ts';
import { randomChain, randomIndependent } from './random-small-model.ts';

const MODELS = 100;
/** Histories of a year, and so long a warm-up, short against nothing in these models. */
const LIVES = { replications: 80, years: 1, warmUpSeconds: 150 * 86_400 };
const FEWEST_OUTAGES = 100;

interface Held {
  readonly seed: number;
  readonly holds: boolean;
  /** Distance of the estimate from the exact value, in its own standard errors; the same for incidents a year. */
  readonly z: number;
  readonly incidents: number;
}

/** The first models, by seed, that have an exact value by this method and fail often enough. */
function hold(make: (seed: number) => string, method: ExactFigures['method']): Held[] {
  const held: Held[] = [];
  for (let seed = 0; held.length < MODELS; seed++) {
    const model = parseModel(make(seed));
    const { availability: exact, incidents } = exactly(model);
    if (exact.method !== method || exact.value === null) continue;
    const { availability, recoveryTime, incidents: { perYear } } = liveModel(model, { ...LIVES, seed: `exact ${seed}` });
    if (recoveryTime.count < FEWEST_OUTAGES) continue;
    const [low, high] = availability.ci95;
    held.push({ seed, holds: low <= exact.value && exact.value <= high, z: (availability.mean - exact.value) / errorOf([low, high]), incidents: (perYear.mean - incidents!.perYear) / errorOf(perYear.ci95) });
  }
  return held;
}

const errorOf = ([low, high]: readonly [number, number]) => (high - low) / (2 * 1.96);

const sum = (held: readonly Held[], of: (each: Held) => number) => held.reduce((total, each) => total + of(each), 0);

describe('the simulated interval holds the exact value of random small models', () => {
  const independent = hold(randomIndependent, 'independence');
  const chains = hold(randomChain, 'markov chain');
  const all = [...independent, ...chains];

  for (const [title, held] of [['independent ones of any distributions', independent], ['Markov chains with failovers', chains]] as const) {
    test(`none of ${title} is further away than 4 standard errors`, () => {
      // One in 16,000 would be by chance.
      expect(held.filter(({ z }) => !(Math.abs(z) < 4))).toEqual([]);
    });

    test(`${title} go down as often as is calculated: none is further away than 4 standard errors, and no side is favoured`, () => {
      expect(held.filter(({ incidents }) => !(Math.abs(incidents) < 4))).toEqual([]);
      expect(Math.abs(sum(held, ({ incidents }) => incidents) / held.length)).toBeLessThan(3.3 * Math.sqrt(1 / held.length));
    });
  }

  test('95% of 200 do, within the binomial band of 99.9%', () => {
    // Of 200 that miss with a chance of 5%: 1 or fewer have a chance of 0.04%, 22 or more of 0.05%.
    const misses = all.filter(({ holds }) => !holds).length;
    expect(all).toHaveLength(200);
    expect(misses).toBeGreaterThanOrEqual(2);
    expect(misses).toBeLessThanOrEqual(21);
  });

  test('distances are those of a standard normal sample: no side is favoured, and intervals are neither narrow nor wide', () => {
    const mean = sum(all, ({ z }) => z) / all.length;
    const square = sum(all, ({ z }) => z * z) / all.length;
    // 3.3 standard errors of a mean of normal variables, and of their squares.
    expect(Math.abs(mean)).toBeLessThan(3.3 * Math.sqrt(1 / all.length));
    expect(Math.abs(square - 1)).toBeLessThan(3.3 * Math.sqrt(2 / all.length));
  });
});
