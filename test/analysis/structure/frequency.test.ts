import { describe, expect, test } from 'vitest';
import { exactly } from '../../../src/analysis/exact/exact.ts';
import { parseModel } from '../../../src/model/index.ts';

const HOURS = 8766;
const incidentsOf = (text: string) => exactly(parseModel(`nines: 1\nname: frequency\n${text}\nentry: s`)).incidents!;
const UNIT = (times: string) => `components: { c: { failures: { crash: { ${times} } } } }`;

describe('incidents a year and their mean length, of independent clocks', () => {
  test('of one unit: its failures, with their repairs', () => {
    const { perYear, meanSeconds } = incidentsOf(`${UNIT('mtbf: 90 h, mttr: 10 h')}\nservices: { s: { component: c } }`);
    expect(perYear).toBeCloseTo(HOURS / 100, 10);
    expect(meanSeconds).toBeCloseTo(36_000, 8);
  });

  test('of units in series: one may fail while the other is down, and that is no incident more', () => {
    const { perYear } = incidentsOf(`${UNIT('mtbf: 90 h, mttr: 10 h')}\nservices: { s: { component: c, needs: [t] }, t: { component: c } }`);
    expect(perYear).toBeCloseTo(2 * (HOURS / 100) * 0.9, 10);
  });

  test('of parallel units: as long as the shorter of two repairs, whatever their distribution', () => {
    for (const mttr of ['10 h', "'constant(10 h)'", "'lognormal(5 h, 20 h)'"]) {
      const text = `${UNIT(`mtbf: 90 h, mttr: ${mttr}`)}\nservices: { s: { component: c, replicas: 2 } }`;
      const { perYear, meanSeconds } = incidentsOf(text);
      const down = 1 - exactly(parseModel(`nines: 1\nname: frequency\n${text}\nentry: s`)).availability.value!;
      expect(perYear * meanSeconds!).toBeCloseTo(down * HOURS * 3600, 4);
      if (mttr === '10 h') expect(perYear).toBeCloseTo(2 * (HOURS / 100) * 0.1, 10);
    }
  });

  test('of k out of n: n φ times the chance that as many others are down as may be', () => {
    const { perYear } = incidentsOf(`${UNIT('mtbf: 90 h, mttr: 10 h')}\nservices: { s: { component: c, replicas: 5, required: 3 } }`);
    expect(perYear).toBeCloseTo(5 * (HOURS / 100) * 6 * 0.1 ** 2 * 0.9 ** 2, 10);
  });

  test('with a domain around them: its failures count while something in it works', () => {
    const { perYear } = incidentsOf(`domains: { z: { kind: zone, failures: { out: { mtbf: 990 h, mttr: 10 h } } } }
${UNIT('mtbf: 90 h, mttr: 10 h')}\nservices: { s: { component: c, replicas: 2, in: z } }`);
    expect(perYear).toBeCloseTo((HOURS / 1000) * 0.99 + 0.99 * 2 * (HOURS / 100) * 0.1, 10);
  });

  test('with a shock that may miss: of two units both have to be struck, or the other one be down', () => {
    const { perYear } = incidentsOf(`shocks: { bad: { mtbf: 990 h, mttr: 10 h, hits: [s], probability: 50% } }
${UNIT('mtbf: 90 h, mttr: 10 h')}\nservices: { s: { component: c, replicas: 2 } }`);
    const shock = (HOURS / 1000) * (0.55 ** 2 - 0.1 ** 2);
    const own = (HOURS / 100) * 0.9 * 2 * (0.99 * 0.1 + 0.01 * 0.5 * 0.55) / 0.9;
    expect(perYear).toBeCloseTo(shock + own, 8);
  });

  test('what is repaired in no time takes nothing down, and what never fails has no mean length', () => {
    expect(incidentsOf(`${UNIT('mtbf: 90 h, mttr: 0 s')}\nservices: { s: { component: c } }`)).toEqual({ perYear: 0, meanSeconds: null });
  });
});
