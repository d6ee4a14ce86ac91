import { describe, expect, test } from 'vitest';
import { compare, parseModel, simulate } from '../../src/index.ts';
import { judge, parseAssertion } from '../../src/assertion/assertion.ts';
import { askedBy } from '../../src/assertion/asked.ts';
import { renderComparison, renderComparisonCsv, renderCsv, renderTable } from '../../src/report/index.ts';
import { exactMission } from '../../src/analysis/exact/first-passage.ts';
import { DAY, expectExact } from './harness.ts';

const LAMBDA = 1 / (10 * DAY);
const MU = 1 / DAY;
const text = (replicas: number, required: number, mission: string) => `nines: 1
components: { unit: { failures: { fault: { mtbf: 10 days, mttr: 1 day } } } }
services: { system: { component: unit, replicas: ${replicas}, required: ${required} } }
simulation: { years: 20, mission: ${mission} }
`;
const run = (model: string, workers = 0) => simulate(parseModel(model), { years: 20, seed: 'mission', workers });

/** Units that fail and are repaired each by itself, as a chain that ends when fewer than required work. */
function chain(replicas: number, required: number) {
  const up = replicas - required + 1;
  const fails = (down: number) => (replicas - down) * LAMBDA;
  const repaired = (down: number) => down * MU;
  // From so many down to one more: h(i) = (1 + repaired(i) h(i − 1)) / fails(i).
  let meanTime = 0;
  for (let down = 0, step = 0; down < up; down++) {
    step = (1 + repaired(down) * step) / fails(down);
    meanTime += step;
  }
  /** By uniformization (Jensen 1953). */
  const reliability = (seconds: number): number => {
    const rate = replicas * (LAMBDA + MU);
    let state = Array.from({ length: up }, (_, i): number => (i === 0 ? 1 : 0));
    let weight = Math.exp(-rate * seconds);
    let sum = 0;
    for (let n = 0; n < 2000; n++) {
      sum += weight * state.reduce((all, p) => all + p, 0);
      weight *= (rate * seconds) / (n + 1);
      const before = state;
      state = before.map(
        (p, i) =>
          p * (1 - (fails(i) + repaired(i)) / rate) +
          (i > 0 ? (before[i - 1] * fails(i - 1)) / rate : 0) +
          (i + 1 < up ? (before[i + 1] * repaired(i + 1)) / rate : 0),
      );
    }
    return sum;
  };
  return { meanTime, reliability };
}

describe.each([
  ['a single unit', 1, 1],
  ['a duplex', 2, 1],
  ['a triplex', 3, 1],
  ['two of three', 3, 2],
])('%s from new', (_, replicas, required) => {
  const exact = chain(replicas, required);

  test('lasts the mission as often as its chain says, and as long on average', async () => {
    const { mission } = await run(text(replicas, required, '30 days'));
    expectExact(mission!.reliability, exact.reliability(30 * DAY));
    const { mean, ci95 } = mission!.meanSecondsToFirstIncident;
    expectExact({ mean: mean!, ci95: [ci95[0], ci95[1]!] }, exact.meanTime);
    // And without sampling, by a solver of its own.
    expect(mission!.exact!.reliability / exact.reliability(30 * DAY)).toBeCloseTo(1, 10);
    expect(mission!.exact!.meanSecondsToFirstIncident! / exact.meanTime).toBeCloseTo(1, 10);
    // The whole curve, its first moment and its last among it.
    const { seconds, reliability } = mission!.curve;
    expect([seconds[0], reliability[0], seconds.length]).toEqual([0, 1, 101]);
    expect(reliability.at(-1)).toBe(mission!.reliability.mean);
    for (const step of [10, 50, 90]) {
      const p = exact.reliability(seconds[step]);
      expect(Math.abs(reliability[step] - p), `at step ${step}`).toBeLessThan(3.5 * Math.sqrt((p * (1 - p)) / mission!.runs));
    }
  });
});

test('a mission of one unit has R(T) = e^(−λT), and the two formulas of a duplex are those of the chain', () => {
  expect(chain(1, 1).reliability(5 * DAY)).toBeCloseTo(Math.exp(-0.5), 9);
  expect(chain(2, 1).meanTime).toBeCloseTo((3 * LAMBDA + MU) / (2 * LAMBDA ** 2), 3);
});

test('two missions differ by what their chains do, and only those of one length are compared', async () => {
  const models = [text(2, 1, '30 days'), text(3, 1, '30 days'), text(3, 1, '20 days')].map((each) => parseModel(each));
  const compared = await compare(models, { years: 20, seed: 'mission', workers: 0 });
  const [more, other] = compared.differences;
  expectExact(more.reliability!, chain(3, 1).reliability(30 * DAY) - chain(2, 1).reliability(30 * DAY));
  expect(more.reliability!.verdict).toBe('better');
  expect(other).not.toHaveProperty('reliability');
  expect(renderComparison(compared).replace(/\s+/g, ' ')).toMatch(/Reliability over the mission: \+[\d.]+ points[^:]*\(95%:[^)]*\): better\.[^]*No difference in reliability: their missions are of other lengths\./);
  expect(renderComparisonCsv(compared)).toMatch(/^difference\.0-1,reliability,mean,0\.\d/m);
});

describe('a report of a mission', () => {
  const two = `nines: 1
components:
  a: { failures: { fault: { mtbf: 30 days, mttr: 1 h } } }
  b: { failures: { fault: { mtbf: 10 days, mttr: 1 h } } }
services: { front: { component: a, needs: [back] }, back: { component: b } }
simulation: { years: 5, mission: 8 days }
`;

  test('has what begins the first incident: of two in a row each by its share of the rate', async () => {
    const { mission } = await run(two);
    expect(mission!.firstCauses.map(({ cause }) => cause)).toEqual(['back/fault', 'front/fault']);
    const [{ share, ci95 }] = mission!.firstCauses;
    expectExact({ mean: share, ci95: [ci95[0], ci95[1]] }, 3 / 4);
  });

  test('is the same to the last bit on workers', async () => {
    const [here, there] = [await run(two), await run(two, 2)];
    expect(there.mission).toEqual(here.mission);
  });

  test('is told in every format and can be asserted', async () => {
    const model = parseModel(two);
    const report = await simulate(model, { years: 5, seed: 'mission', workers: 0 });
    expect(renderTable(report)).toMatch(/Mission {2}8 days from new, 10,000 times/);
    expect(renderCsv(report)).toMatch(/^mission,,reliability,0\./m);
    const verdict = (assertion: string) => judge(parseAssertion(assertion, 'USD', [], askedBy(model)), report).verdict;
    expect([verdict('mission.reliability >= 30%'), verdict('mission.reliability >= 99%')]).toEqual(['holds', 'fails']);
    expect(() => parseAssertion('mission.reliability >= 1%', 'USD', [])).toThrow(/asks for no mission/);
  });

  test('has its exact value where a chain gives it, also where a failover takes time and can fail, and none beside other times', async () => {
    const pair = text(2, 1, '100 days').replace(', required: 1', ", mode: active-passive, failover: { detect: 'exponential(1 h)', promote: 'exponential(2 h)', success: 80%, retry: 'exponential(5 h)' }");
    const { mission } = await run(pair);
    // The first loss of the active is the first incident, whoever takes over.
    expect(mission!.exact!.meanSecondsToFirstIncident! * LAMBDA).toBeCloseTo(1, 10);
    expect(mission!.exact!.reliability).toBeCloseTo(Math.exp(-10), 10);
    const other = await run(text(2, 1, '30 days').replace('mttr: 1 day', 'mttr: constant(1 day)'));
    expect(other.mission!.exact).toBeUndefined();
    expect(renderTable(await run(text(2, 1, '30 days')))).toMatch(/exactly {2,}\d+\.\d+%; [\d.]+ days to the first on average/);
  });

  test('a long mission of a stiff chain keeps its digits', () => {
    // Six nines of a pair that is repaired in minutes: λ (λ / μ) T.
    const model = parseModel(text(2, 1, '10 years').replace('mtbf: 10 days, mttr: 1 day', 'mtbf: 100 years, mttr: 10 min'));
    const [lambda, mu, seconds] = [1 / (100 * 365.25 * DAY), 1 / 600, 3652.5 * DAY];
    const { reliability, meanSecondsToFirstIncident: mean } = exactMission(model, seconds)!;
    expect(mean! / ((3 * lambda + mu) / (2 * lambda ** 2))).toBeCloseTo(1, 10);
    expect((1 - reliability) / (seconds / mean!)).toBeCloseTo(1, 5);
  });

  test('knows no mean time where some runs saw no incident, and says what it is above', async () => {
    const rare = text(3, 1, '1 day').replace('mtbf: 10 days, mttr: 1 day', 'mtbf: 1 year, mttr: 1 min');
    const { mission } = await run(rare);
    expect(mission!.meanSecondsToFirstIncident).toMatchObject({ mean: null, ci95: [expect.any(Number), null] });
    expect(mission!.reliability.ci95[1]).toBe(1);
  });
});
