import { describe, expect, it } from 'vitest';
import { compile } from '../../src/compile/compile.ts';
import { parseModel } from '../../src/model/index.ts';
import { drive } from '../../src/run/drive.ts';
import type { Results } from '../../src/run/job.ts';
import { createInProcessRunner } from '../../src/run/in-process.ts';
import { makePlan } from '../../src/run/plan.ts';
import type { Runner } from '../../src/run/runner.ts';
import { createSerializeOnlyRunner } from './serialize-only.ts';
import { createBatchService } from '../../src/run/service.ts';
import { SHOP } from '../models.ts';

const model = parseModel(SHOP);
const { program } = compile(model);
const plan = makePlan(model, { years: 300 }, 1000);
const job = { programs: [program], plan };
const never = () => false;

/** Answers in any order but that of the asking. */
function shuffled(inner: Runner): Runner {
  return {
    ...inner,
    window: 5,
    run: async (batch) => {
      const tally = await inner.run(batch);
      await new Promise((resolve) => setTimeout(resolve, (batch * 7) % 5));
      return tally;
    },
  };
}

describe('every runner', () => {
  it('gives the same bits, also through a structured clone and out of order', async () => {
    const expected = await drive(createInProcessRunner(), job, { enough: never });
    for (const runner of [createSerializeOnlyRunner(), shuffled(createInProcessRunner())]) {
      expect((await drive(runner, job, { enough: never })).results).toEqual(expected.results);
    }
  });
});

describe('drive', () => {
  it('asks whether it is enough after each batch, in order, and drops what was computed beyond', async () => {
    const counts: number[] = [];
    const enough = ({ tallies }: Results): boolean => counts.push(tallies[0].counts[0]) === 3;
    const { merged, satisfied } = await drive(shuffled(createInProcessRunner()), job, { enough });
    expect({ merged, satisfied }).toEqual({ merged: 3, satisfied: true });
    expect(counts).toEqual([1, 2, 3].map((n) => n * plan.replicationsPerBatch));
  });

  it('passes on the error of a batch', async () => {
    const runner = { ...createInProcessRunner(), run: () => Promise.reject(new Error('broken')) };
    await expect(drive(runner, job, { enough: never })).rejects.toThrow('broken');
  });
});

describe('a worker', () => {
  it('refuses a program of another version loudly', () => {
    const service = createBatchService();
    expect(() => service.load({ programs: [{ ...program, version: program.version + 1 }], plan })).toThrow(/reads programs of version \d+ and was sent version/);
    expect(() => service.run(0)).toThrow('before it had a program');
  });
});
