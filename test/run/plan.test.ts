import { describe, expect, it } from 'vitest';
import { makePlan, MOST_YEARS, type PlanOptions } from '../../src/run/plan.ts';

const model = {
  simulation: { years: 10_000, seed: '1', missionSeconds: null, warmUpSeconds: 3600 },
  targets: { availability: 0.999, rtoSeconds: 60, rpoSeconds: null, byKind: [], budgetPerYear: null },
};
const plan = (options: PlanOptions, eventsPerYear = 300) => makePlan(model, options, eventsPerYear);

describe('a plan', () => {
  it('takes what the options leave open from the model', () => {
    expect(plan({})).toMatchObject({ years: 10_000, seed: '1', warmUpSeconds: 3600, precision: null });
    expect(plan({}).goals).toMatchObject({ availability: 0.999, rtoSeconds: 60, rpoSeconds: null });
  });

  it('makes a replication at most ten years long, and leaves at least a hundred of them', () => {
    expect(plan({ years: 10_000 })).toMatchObject({ yearsPerReplication: 10, replications: 1000 });
    expect(plan({ years: 500 })).toMatchObject({ yearsPerReplication: 5, replications: 100 });
    expect(plan({ years: 50 })).toMatchObject({ yearsPerReplication: 1, replications: 50 });
    expect(plan({ years: 1 })).toMatchObject({ yearsPerReplication: 1, replications: 1, batches: 1 });
  });

  it.each([1, 7, 99, 100, 997, 1000, 12_345, 100_000, 1_000_003])('simulates exactly the %i years asked for', (years) => {
    const { yearsPerReplication, replications, replicationsPerBatch, batches } = plan({ years });
    expect(yearsPerReplication * replications).toBe(years);
    expect(batches * replicationsPerBatch).toBeGreaterThanOrEqual(replications);
    expect((batches - 1) * replicationsPerBatch).toBeLessThan(replications);
  });

  it('makes batches of about 200,000 events, but enough of them for every worker', () => {
    const large = plan({ years: 1_000_000 }, 300);
    expect(large.replicationsPerBatch * large.yearsPerReplication * 300).toBeGreaterThan(100_000);
    expect(large.replicationsPerBatch * large.yearsPerReplication * 300).toBeLessThanOrEqual(200_000);
    expect(plan({ years: 10_000 }, 1).batches).toBeGreaterThanOrEqual(16);
    expect(plan({ years: 10_000 }, 1e9).replicationsPerBatch).toBe(1);
  });

  it('does not change its batches with the last digits of the estimate', () => {
    const sizes = new Set([299.9, 300, 300.1].map((events) => plan({ years: 100_000 }, events).replicationsPerBatch));
    expect(sizes.size).toBe(1);
  });

  it('goes on as long as it takes for a precision, unless the years are given too', () => {
    expect(plan({ precision: 0.05 })).toMatchObject({ years: MOST_YEARS, yearsPerReplication: 10, precision: 0.05 });
    expect(plan({ precision: 0.05, years: 200 })).toMatchObject({ years: 200, precision: 0.05 });
  });

  it('treats the seed 7 and the seed "7" alike', () => {
    expect(plan({ seed: 7 })).toEqual(plan({ seed: '7' }));
  });
});
