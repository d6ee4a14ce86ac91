import { beforeAll, describe, expect, test } from 'vitest';
import { judge, parseAssertion } from '../../src/assertion/assertion.ts';
import { askedBy } from '../../src/assertion/asked.ts';
import { compare, experiment, explain, optimize, parseModel, simulate } from '../../src/index.ts';
import type { ComparisonReport, ExperimentsReport, Report } from '../../src/analysis/report.ts';
import { renderExplanation, renderOptimization, renderOptimizationCsv } from '../../src/report/index.ts';
import { normalCdf, normalQuantile } from '../../src/random/special/normal.ts';
import { DAY, HOUR } from './harness.ts';

const LOSS_PER_HOUR = 3000;
const text = (replicas: number) => `nines: 1
parameters: { up: 30 days to 365 days, fix: 1 to 10 h }
components: { unit: { failures: { fault: { mtbf: up, mttr: fix } }, cost: 1 USD/h } }
services: { system: { component: unit, replicas: ${replicas} } }
targets: { availability: 99.9%, rto: 12 h }
losses: { downtime: ${LOSS_PER_HOUR} USD/h }
`;
const SEEDS = ['a', 'b', 'c', 'd', 'e', 'f'];
/** Of which each world has a hundredth: 20 years, with 20 to 240 failures. */
const YEARS = 2000;

const of = (low: number, high: number) => ({
  mean: (Math.log(low) + Math.log(high)) / 2,
  sd: (Math.log(high) - Math.log(low)) / 2 / normalQuantile(0.95),
});
const [up, fix] = [of(30 * DAY, 365 * DAY), of(HOUR, 10 * HOUR)];
/** ln of MTTR / MTBF: the odds of being down, which are lognormal, as both are. */
const odds = { mean: fix.mean - up.mean, sd: Math.hypot(up.sd, fix.sd) };
const logOdds = (availability: number) => Math.log((1 - availability) / availability);

/** A mean over seeds against what it has to be, in its own standard errors. */
function expectOverSeeds(values: readonly number[], exact: number): void {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1);
  // The 99.8% quantile of Student's t with 5 degrees of freedom.
  expect(Math.abs(mean - exact)).toBeLessThanOrEqual(5.2 * Math.sqrt(variance / values.length));
}

/** Over layers of the same probability. */
const LAYERS = Array.from({ length: 400 }, (_, i) => normalQuantile((i + 0.5) / 400));
const average = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

/** What is asserted of one unit, and for which of its mean times it holds. */
const HOLDS: Readonly<Record<string, (mtbf: number, mttr: number) => boolean>> = {
  'rto.p95 <= 6 h': (_, mttr) => Math.exp((-6 * HOUR) / mttr) <= 0.05,
  'rto.mean <= 6 h': (_, mttr) => mttr <= 6 * HOUR,
  'rto.p50 > 3 h': (_, mttr) => Math.exp((-3 * HOUR) / mttr) > 0.5,
  'incidents <= 3/year': (mtbf, mttr) => (365.25 * DAY) / (mtbf + mttr) <= 3,
  'nines >= 3': (mtbf, mttr) => mttr / (mtbf + mttr) <= 0.001,
  'services.system.downtime <= 10 h': (mtbf, mttr) => (8766 * mttr) / (mtbf + mttr) <= 10,
  'cost.total <= 40000 USD/year': (mtbf, mttr) => 8766 * (1 + (LOSS_PER_HOUR * mttr) / (mtbf + mttr)) <= 40000,
};
const shareOf = (holds: (mtbf: number, mttr: number) => boolean) =>
  average(LAYERS.map((a) => average(LAYERS.map((b) => (holds(Math.exp(up.mean + a * up.sd), Math.exp(fix.mean + b * fix.sd)) ? 1 : 0)))));

const lived: ComparisonReport[] = [];
beforeAll(async () => {
  for (const seed of SEEDS) lived.push(await compare([parseModel(text(1)), parseModel(text(2))], { years: YEARS, seed, workers: 0, chances: Object.keys(HOLDS) }));
}, 120_000);

describe('one unit whose MTBF and MTTR nobody knows', () => {
  const reports: Report[] = [];
  beforeAll(() => void reports.push(...lived.map(({ models }) => models[0])));

  test.each([['p5', 0.95], ['p50', 0.5], ['p95', 0.05]] as const)('has %s of the availability as the lognormal odds have it', (key, at) => {
    expectOverSeeds(reports.map(({ availability }) => logOdds(availability.doubt![key])), odds.mean + odds.sd * normalQuantile(at));
  });

  test('meets its target in as many worlds, and hangs on its inputs, as follows from the odds', () => {
    const level = (logOdds(0.999) - odds.mean) / odds.sd;
    expectOverSeeds(reports.map(({ targets }) => targets[0].chance!), normalCdf(level));
    for (const [parameter, { sd }, other] of [['up', up, fix], ['fix', fix, up]] as const) {
      const input = ({ doubt }: Report) => doubt!.inputs.find((each) => each.parameter === parameter)!;
      // Of ln U, which differs from the log of the odds by ln A: by less than 1% of the spread.
      const share = average(reports.map((report) => input(report).share));
      expect(Math.abs(share - sd ** 2 / odds.sd ** 2)).toBeLessThan(0.03);
      const chances = LAYERS.map((z) => normalCdf((logOdds(0.999) - odds.mean - sd * z) / other.sd));
      const decides = average(chances.map((p) => Math.max(p, 1 - p))) - Math.max(average(chances), 1 - average(chances));
      expectOverSeeds(reports.map((report) => input(report).decides!), decides);
    }
  });

  test('keeps to its RTO, and to whatever is asserted, in as many worlds as follows from its mean times', () => {
    expectOverSeeds(reports.map(({ targets }) => targets[1].chance!), shareOf((_, mttr) => Math.exp((-12 * HOUR) / mttr) <= 0.05));
    for (const [i, holds] of Object.values(HOLDS).entries()) expectOverSeeds(reports.map(({ doubt }) => doubt!.claims![i].chance!), shareOf(holds));
  });

  test('keeps to a mean in as many worlds though many of them see one incident, or none', async () => {
    const { doubt } = await simulate(parseModel(text(1)), { years: 300, seed: SEEDS[0], workers: 0, chances: ['rto.mean <= 6 h'] });
    // Over 300 seeds of 3 years a world, by the formula's own draws, it wanders by 0.013.
    expect(Math.abs(doubt!.claims![0].chance! - shareOf((_, mttr) => mttr <= 6 * HOUR))).toBeLessThan(4 * 0.013);
  });

  test('is at the median where one number has to stand for each', () => {
    const { parameters, doubts } = parseModel(text(1));
    expect(parameters).toEqual({ up: expect.closeTo(Math.exp(up.mean), 3), fix: expect.closeTo(Math.exp(fix.mean), 6) });
    expect(Object.keys(doubts)).toEqual(['up', 'fix']);
    expect(Object.keys(parseModel(text(1), { set: { up: '90 days' } }).doubts)).toEqual(['fix']);
  });

  test('is judged by the share of worlds', () => {
    const model = parseModel(text(1));
    const verdict = (sentence: string) => judge(parseAssertion(sentence, 'USD', [], askedBy(model)), reports[0]).verdict;
    expect(['availability >= 99.9% with 20%', 'availability >= 99.9% with 41%', 'availability >= 99.9% with 60%'].map(verdict)).toEqual(['holds', 'undecided', 'fails']);
    expect(['rto.p95 <= 6 h with 15%', 'recoveryTime.p95 <= 6 h with 25%', 'rto.p95 <= 6 h with 40%'].map(verdict)).toEqual(['holds', 'undecided', 'fails']);
    // Nobody asked for it when the worlds were lived through.
    expect(verdict('rto.p95 <= 1 h with 90%')).toBe('undecided');
    expect(() => verdict('rto.max <= 1 h with 90%')).toThrow(/grows with the years, of which a world has few: take a quantile/);
    expect(() => parseAssertion('availability >= 99.9% with 90%', 'USD', [])).toThrow(/knows all its inputs/);
  });

  test('comes to the same bits on any number of workers', async () => {
    const [one, two] = await Promise.all([0, 2].map((workers) => simulate(parseModel(text(1)), { years: 200, seed: SEEDS[0], workers })));
    expect([two.availability, two.doubt, two.targets]).toEqual([one.availability, one.doubt, one.targets]);
  });
});

describe('one unit against two, in the same worlds', () => {
  const doubts = () => lived.map(({ differences }) => differences[0].doubt!);
  /** Money a year that the second unit costs more: what runs it, less the downtime that it spares. */
  const costs = (zUp: number, zFix: number) => {
    const ratio = Math.exp(odds.mean - up.sd * zUp + fix.sd * zFix);
    const down = ratio / (1 + ratio);
    return 8766 * (1 - LOSS_PER_HOUR * (down - down ** 2));
  };

  test('is down for less time in every world, and costs less in as many as its formula has it', () => {
    expect(doubts().map(({ better }) => better)).toEqual(SEEDS.map(() => 1));
    const exact = average(LAYERS.map((a) => average(LAYERS.map((b) => (costs(a, b) < 0 ? 1 : 0)))));
    expectOverSeeds(doubts().map(({ cheaper }) => cheaper), exact);
  });

  test('has what knowing an input is worth from the mean over all others', () => {
    for (const [parameter, cost] of [['up', costs], ['fix', (a: number, b: number) => costs(b, a)]] as const) {
      const gains = LAYERS.map((known) => -average(LAYERS.map((other) => cost(known, other))));
      const exact = average(gains.map((gain) => Math.max(0, gain))) - Math.max(0, average(gains));
      const found = doubts().map(({ inputs }) => inputs.find((each) => each.parameter === parameter)!.worth);
      // Of what the second unit saves on average.
      expect(Math.abs(average(found) - exact) / average(gains)).toBeLessThan(0.02);
    }
  });
});

describe('an experiment in worlds', () => {
  // Whoever is struck is repaired after an exponential time, the mean of which nobody knows.
  const struck = text(1).replace('rto: 12 h }', "rto: 12 h }\nexperiments: { stop: { fail: 'system[0]', for: 'exponential(fix)' } }");
  const found: ExperimentsReport[] = [];
  beforeAll(async () => {
    for (const seed of SEEDS) found.push(await experiment(parseModel(struck), { seed, runs: 4000, workers: 0 }));
  }, 120_000);

  test('recovers as the mean time to repair is drawn, and meets its RTO in as many worlds as have it short enough, beside a run as well', async () => {
    for (const [key, at] of [['p5', 0.05], ['p50', 0.5], ['p95', 0.95]] as const)
      expectOverSeeds(found.map(({ experiments }) => Math.log(experiments[0].doubt!.recoveryTime![key])), fix.mean + fix.sd * normalQuantile(at));
    expectOverSeeds(found.map(({ experiments }) => experiments[0].targets[0].chance!), shareOf((_, mttr) => Math.exp((-12 * HOUR) / mttr) <= 0.05));
    const beside = await simulate(parseModel(struck), { years: 10, seed: SEEDS[0], workers: 0, experiments: true });
    const { experiments } = await experiment(parseModel(struck), { seed: SEEDS[0], workers: 2 });
    expect(beside.experiments).toEqual(experiments);
    for (const { experiments } of found) expect(experiments[0].doubt).toMatchObject({ worlds: 200, runs: 20, inputs: [{ parameter: 'fix' }, { parameter: 'up' }] });
  });
});

describe('what other studies say of the worlds', () => {
  const source = text(2).replace('parameters: {', 'parameters: { units: 1,').replace('replicas: 2', 'replicas: units').replace('99.9%', '99.999%').replace('losses:', 'simulation: { years: 400, seed: worlds }\nlosses:');
  const chanceOf = async (units: number) => (await simulate(parseModel(source, { set: { units } }), { workers: 0 })).targets[0].chance;

  test('a search says of the best and of the frontier what a run of each says', async () => {
    const found = await optimize(source, { vary: { units: [1, 2] }, subjectTo: [{ figure: 'availability', atLeast: 0.99999 }], workers: 0 });
    expect(found.outcome).toBe('found');
    const { doubt } = found.candidates[found.best!];
    expect(doubt).toMatchObject({ worlds: 200, chance: await chanceOf(found.best! + 1) });
    expect(doubt!.constraints).toEqual([doubt!.chance]);
    expect(renderOptimization(found)).toMatch(/it\s+keeps\s+to\s+that\s+in\s+80%\s+of\s+worlds/);
    expect(renderOptimizationCsv(found).split('\r\n')[0]).toMatch(/,chance,run\.years$/);
  });

  test("an explanation says what a run does, and its tornado goes to the ranges' ends", async () => {
    const explained = await explain(source, { workers: 0 });
    expect(explained.report.doubt).toEqual((await simulate(parseModel(source), { workers: 0 })).doubt);
    const input = explained.sensitivity!.inputs.find(({ name }) => name === 'up')!;
    expect([input.byRange, input.low.value, input.high.value]).toEqual([true, 30 * DAY, 365 * DAY]);
    expect(renderExplanation(explained)).toContain('What nobody knows');
  });
});
