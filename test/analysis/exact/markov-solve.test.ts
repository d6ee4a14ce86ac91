import { describe, expect, test } from 'vitest';
import { recurrentClass } from '../../../src/analysis/exact/markov-class.ts';
import { iterate } from '../../../src/analysis/exact/markov-iterate.ts';
import { describeSystem } from '../../../src/analysis/exact/markov-model.ts';
import { scopeOf } from '../../../src/analysis/exact/markov-scope.ts';
import { downShare } from '../../../src/analysis/exact/markov-balance.ts';
import { eliminate } from '../../../src/analysis/exact/markov-eliminate.ts';
import { type LongRun, restrict, solveChain } from '../../../src/analysis/exact/markov-solve.ts';
import { type Chain, generateChain } from '../../../src/analysis/exact/markov-states.ts';
import { parseModel } from '../../../src/model/index.ts';
import { randomChain } from '../../theory/random-small-model.ts';

const plenty = () => ({ work: 1e12 });

function chain(states: number, down: readonly number[], moves: readonly (readonly [from: number, to: number, perSecond: number])[]): Chain {
  const sorted = [...moves].sort((a, b) => a[0] - b[0]);
  return {
    states,
    from: Int32Array.from(sorted, ([from]) => from),
    to: Int32Array.from(sorted, ([, to]) => to),
    perSecond: Float64Array.from(sorted, ([, , rate]) => rate),
    isDown: Uint8Array.from({ length: states }, (_, i) => (down.includes(i) ? 1 : 0)),
    losesPerSecond: new Float64Array(states),
  };
}

const downOf = (of: Chain) => (solveChain(of, plenty()) as LongRun).down;

test('the smallest share keeps its digits: five coincidences of one in a million', () => {
  // A ladder down of 1e-6, up of 1: πᵢ ∝ 1e-6ⁱ.
  const moves = [0, 1, 2, 3, 4].flatMap((i) => [[i, i + 1, 1e-6], [i + 1, i, 1]] as const);
  const share = downOf(chain(6, [5], moves));
  const sum = [0, 1, 2, 3, 4, 5].reduce((total, i) => total + 1e-6 ** i, 0);
  expect(share / (1e-30 / sum)).toBeCloseTo(1, 12);
});

test('states that are never come back to have no share', () => {
  expect(downOf(chain(3, [0, 2], [[0, 1, 5], [1, 2, 1], [2, 1, 3]]))).toBeCloseTo(1 / 4, 14);
  expect(Array.from(recurrentClass(chain(3, [], [[0, 1, 5], [1, 2, 1], [2, 1, 3]]))!)).toEqual([1, 2]);
});

test('a chain that ends in one of two places by chance has no long run of its own', () => {
  expect(solveChain(chain(3, [2], [[0, 1, 1], [0, 2, 1]]), plenty())).toBe('its long run depends on how it begins');
});

test('a chain that never goes down needs no solving, and one that ends down is down', () => {
  expect(downOf(chain(2, [], [[0, 1, 1], [1, 0, 1]]))).toBe(0);
  expect(downOf(chain(2, [1], [[0, 1, 1]]))).toBe(1);
});

test('without the work that it takes there is no figure', () => {
  const moves = Array.from({ length: 500 }, (_, i) => [[i, i + 1, 1], [i + 1, i, 1]] as const).flat();
  expect(solveChain(chain(501, [500], moves), { work: 10 })).toBe('its 501 states have found no balance in the time there is');
});

describe('elimination and iteration agree', () => {
  test('on a ladder', () => {
    const moves = Array.from({ length: 60 }, (_, i) => [[i, i + 1, 0.3], [i + 1, i, 1]] as const).flat();
    const all = chain(61, [10], moves);
    const irreducible = restrict(all, recurrentClass(all)!);
    expect(downShare(irreducible, iterate(irreducible, plenty())!) / downShare(irreducible, eliminate(irreducible))).toBeCloseTo(1, 8);
  });

  test('on random models, where seconds stand beside days', () => {
    let solved = 0;
    for (let seed = 0; solved < 12; seed++) {
      const model = parseModel(randomChain(seed).replaceAll('exponential(3 h)', 'exponential(5 s)'));
      const all = generate(model);
      if (all === null || all.states < 20 || all.states > 300) continue;
      const irreducible = restrict(all, recurrentClass(all)!);
      const iterated = iterate(irreducible, plenty());
      expect(iterated, `seed ${seed}`).not.toBeNull();
      expect(downShare(irreducible, iterated!) / downShare(irreducible, eliminate(irreducible)), `seed ${seed}`).toBeCloseTo(1, 8);
      solved++;
    }
  });
});

function generate(model: ReturnType<typeof parseModel>): Chain | null {
  try {
    return generateChain(describeSystem(model, scopeOf(model)!), { work: 1e7 });
  } catch {
    // Not a chain at all: another one will do.
    return null;
  }
}

test('it goes down as often as it comes back: what flows into the states that are down', () => {
  // Two units, up for 1 / 2 and down for 1 / 3 on average, down when both are: 2 × 3/5 × 2/5 × 2.
  const moves = [[0, 1, 4], [1, 0, 3], [1, 2, 2], [2, 1, 6]] as const;
  const { down, failsPerSecond } = solveChain(chain(3, [2], moves), plenty()) as LongRun;
  expect(down).toBeCloseTo((2 / 5) ** 2, 12);
  expect(failsPerSecond).toBeCloseTo(2 * (3 / 5) * (2 / 5) * 2, 12);
});
