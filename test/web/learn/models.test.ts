import { describe, expect, test } from 'vitest';
import { arithmeticAvailability } from '../../../src/analysis/structure/index.ts';
import { parseModel, simulate } from '../../../src/index.ts';
import { checkModel } from '../../../src/model/index.ts';
import { tooFew, unavailabilityOf } from '../../../web/learn/arithmetic.ts';
import { claimed, exact } from '../../../web/learn/shared-domains.ts';
import { kOfNModel, onePartModel, sharedDomainsModel } from '../../../web/learn/models.ts';

const HOUR = 3600;
const shared = { mtbf: 99 * HOUR, mttr: HOUR, replicas: 3, required: 2, zones: 2, zone: 0.005, region: 0.001 };

describe('the playground’s models', () => {
  test.each([
    ['one part', onePartModel(999 * HOUR, HOUR), unavailabilityOf(999, 1)],
    ['one part, odd times', onePartModel(1234.5678, 0.125), unavailabilityOf(1234.5678, 0.125)],
    ['2 of 3', kOfNModel(99 * HOUR, HOUR, 2, 3), tooFew(0.01, 2, 3)],
    ['all of 12', kOfNModel(99 * HOUR, HOUR, 12, 12), tooFew(0.01, 12, 12)],
    ['replicas over zones', sharedDomainsModel(shared), claimed({ ...shared, own: 0.01 })],
  ])('%s has no error, no warning, and the arithmetic that was shown', (_, text, unavailability) => {
    const { diagnostics, model } = checkModel(text, { file: 'model' });
    expect(diagnostics).toEqual([]);
    expect(1 - arithmeticAvailability(model!)!).toBeCloseTo(unavailability, 12);
  });

  test('simulates to the exact figure, which the arithmetic misses', async () => {
    const { unavailability } = exact({ ...shared, own: 0.01 });
    const report = await simulate(parseModel(sharedDomainsModel(shared), { file: 'shared' }), { years: 4000, seed: 'learn', workers: 1 });
    const { mean, ci95 } = report.availability;
    // Twice the half-width: at a fixed seed, four standard errors.
    const slack = ci95[1] - ci95[0];
    expect(Math.abs(1 - mean - unavailability)).toBeLessThan(slack);
    expect(Math.abs(1 - mean - claimed({ ...shared, own: 0.01 }))).toBeGreaterThan(slack);
  });
});
