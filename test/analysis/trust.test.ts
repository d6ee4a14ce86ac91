import { expect, test } from 'vitest';
import { compile } from '../../src/compile/compile.ts';
import { eventsPerYear } from '../../src/compile/estimate.ts';
import { FLEET } from '../../src/compile/program.ts';
import { simulate } from '../../src/index.ts';
import { parseModel } from '../../src/model/index.ts';
import { drawMean } from '../../src/random/draw-table.ts';
import { headline } from '../../src/report/run/headline.ts';
import { makePlan } from '../../src/run/plan.ts';
import { momentsCount, momentsMean, momentsVariance } from '../../src/statistics/moments.ts';
import { SECONDS_PER_YEAR } from '../../src/units/table.ts';
import { simulateBatch } from '../run/at-once.ts';

const fire = (mtbf: string) => `nines: 1
domains: { r: { kind: region, failures: { burns: { mtbf: ${mtbf}, mttr: 30 days } } } }
components: { one: { failures: { crash: { mtbf: 1 year, mttr: 5 h } } } }
services: { db: { component: one, in: r } }
entry: db`;

test('a fire that is to be expected twice in these years and was not seen is named, with how often it is expected', async () => {
  // The first of these seeds in which a chance of e^-2 comes true.
  for (let seed = 1; ; seed++) {
    const report = await simulate(parseModel(fire('500 years')), { years: 1000, seed: String(seed) });
    const burnt = report.incidents.byCause.some(({ cause }) => cause === 'r/burns');
    const { unseen, lowerBound } = report.availability.trust;
    expect(unseen.map(({ cause }) => cause)).toEqual(burnt ? [] : ['r/burns']);
    if (burnt) continue;
    // It strikes once in its time up and its time down.
    expect(unseen[0]).toMatchObject({ seen: 0 });
    expect(unseen[0].expected).toBeCloseTo((1000 * 365.25) / (500 * 365.25 + 30), 6);
    expect(lowerBound).toBe(true);
    expect(headline(report).sentences).toContain('Not seen in 1,000 years, and so not in these figures: r/burns (2 times expected).');
    break;
  }
});

test('a run in which everything has struck says nothing of that', async () => {
  const { trust } = (await simulate(parseModel(fire('5 years')), { years: 2000 })).availability;
  expect(trust.unseen).toEqual([]);
  expect(trust.largestShare).toBeLessThan(0.05);
  expect(trust.lowerBound).toBe(false);
});

test('one incident that makes much of the downtime makes an order of magnitude of it', async () => {
  const report = await simulate(parseModel(fire('50 years')), { years: 60, seed: '2' });
  const { largestShare, lowerBound } = report.availability.trust;
  expect(largestShare).toBeCloseTo(report.recoveryTime.max! / (report.availability.downtimePerYear.mean * 60), 9);
  expect(largestShare).toBeGreaterThan(0.05);
  expect(lowerBound).toBe(true);
  expect(headline(report).sentences.at(-1)).toMatch(/^The downtime's standard error|^The longest incident makes \d+% of all downtime/);
});

test('every cause strikes as often as the mean of its times up and down says, within four standard errors', () => {
  const model = parseModel(`nines: 1
domains: { z: { kind: zone, failures: { outage: { mtbf: 60 days, mttr: 'lognormal(1 h, 10 h)' } } } }
components: { one: { failures: { crash: { mtbf: 'weibull(3, 40 days)', mttr: 1 day }, disk: { mtbf: 30 days, mttr: 2 days } } } }
shocks: { deploy: { hits: [web], mtbf: 20 days, mttr: 2 h, probability: 30% } }
services: { web: { component: one, replicas: 3, in: z, required: 2 } }
entry: web`);
  const { program, names } = compile(model);
  const { causeFailures } = simulateBatch(program, makePlan(model, { years: 400 }, eventsPerYear(model)), 0);
  expect(names.causes.length).toBe(4);
  names.causes.forEach((cause, row) => {
    let perYear = 0;
    for (let at = 0; at < program.fleets.length; at += FLEET.stride) {
      if (program.fleets[at + FLEET.cause] !== row) continue;
      const cycle = drawMean(program.draws, program.fleets[at + FLEET.upDraw]) + drawMean(program.draws, program.fleets[at + FLEET.downDraw]);
      perYear += (program.fleets[at + FLEET.clocks] * SECONDS_PER_YEAR) / cycle;
    }
    const error = Math.sqrt(momentsVariance(causeFailures, row) / momentsCount(causeFailures, row));
    expect(Math.abs(momentsMean(causeFailures, row) - perYear), cause).toBeLessThan(4 * error);
  });
});
