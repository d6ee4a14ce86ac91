import { describe, expect, it } from 'vitest';
import type { SensitivityFigures, SensitivityInput } from '../../src/analysis/report-explanation.ts';
import { explain } from '../../src/run/explain.ts';
import type { ExplainOptions } from '../../src/run/explain-options.ts';
import { expectExact, YEAR } from '../theory/harness.ts';

async function sensitivityOf(text: string, options: ExplainOptions = {}): Promise<SensitivityFigures> {
  return (await explain(`nines: 1\nname: theory\n${text}`, { years: 300, seed: 'tornado', workers: 0, ...options })).sensitivity!;
}

function find({ inputs }: SensitivityFigures, name: string): SensitivityInput {
  return inputs.find((input) => input.name === name)!;
}

const UNIT = `components: { unit: { failures: { crash: { mtbf: 20 days, mttr: 12 h } }, cost: 1 USD/h } }
services: { web: { component: unit } }
entry: web
losses: { downtime: 100 USD/h }`;
const down = (up: number, repair: number) => (repair / (up + repair)) * YEAR;

describe('one exponential unit', () => {
  const figures = sensitivityOf(UNIT, { years: 1_000 });
  const [up, repair] = [20 * 24, 12];

  it('is down for MTTR / (MTBF + MTTR), and so it is with either of them halved and doubled', async () => {
    const mttr = find(await figures, 'unit/crash mttr');
    expectExact(mttr.low.downtimePerYear, down(up, 6) - down(up, repair));
    expectExact(mttr.high.downtimePerYear, down(up, 24) - down(up, repair));
    const mtbf = find(await figures, 'unit/crash mtbf');
    expectExact(mtbf.low.downtimePerYear, down(240, repair) - down(up, repair));
    expectExact(mtbf.high.downtimePerYear, down(960, repair) - down(up, repair));
    expect([mttr.low.value, mttr.value, mttr.high.value, mttr.unit, mttr.kind]).toEqual([6 * 3600, 12 * 3600, 24 * 3600, 's', 'mttr']);
  });

  it('costs as much more as it is down for longer', async () => {
    const { high } = find(await figures, 'unit/crash mttr');
    expect(high.cost.mean / (high.downtimePerYear.mean / 36)).toBeCloseTo(1, 9);
    expect([high.downtimePerYear.verdict, high.cost.verdict]).toEqual(['worse', 'worse']);
  });

  it('by another factor', async () => {
    const { factor, inputs } = await sensitivityOf(UNIT, { years: 500, factor: 3 });
    expect(factor).toBe(3);
    expectExact(find({ inputs } as SensitivityFigures, 'unit/crash mttr').high.downtimePerYear, down(up, 36) - down(up, repair));
  });
});

describe('inputs', () => {
  it('are ranked by what they do to downtime', async () => {
    const { inputs } = await sensitivityOf(`components:
  fragile: { failures: { crash: { mtbf: 10 days, mttr: 12 h } } }
  sturdy: { failures: { crash: { mtbf: 100 days, mttr: 1 h } } }
services: { web: { component: fragile, needs: [db] }, db: { component: sturdy } }
entry: web`);
    expect(inputs.slice(0, 2).every(({ name }) => name.startsWith('fragile/crash'))).toBe(true);
    expect(inputs.slice(2).every(({ name }) => name.startsWith('sturdy/crash'))).toBe(true);
    const effects = inputs.map(({ low, high }) => Math.max(Math.abs(low.downtimePerYear.mean), Math.abs(high.downtimePerYear.mean)));
    expect(effects).toEqual([...effects].sort((a, b) => b - a));
  });

  it('that come to the same have the same figures: a parameter, and the only mtbf behind it', async () => {
    const found = await sensitivityOf(`parameters: { up: 10 days }
components: { unit: { failures: { crash: { mtbf: up, mttr: 1 h } } } }
services: { web: { component: unit } }
entry: web`);
    const [parameter, mtbf] = [find(found, 'up'), find(found, 'unit/crash mtbf')];
    expect({ ...parameter, name: '', kind: '' }).toEqual({ ...mtbf, name: '', kind: '' });
    expect(parameter.kind).toBe('parameter');
  });

  it('are whole where they were, shares at most 1, and as far as the model has no errors', async () => {
    const notices: string[] = [];
    const found = await sensitivityOf(`parameters: { replicas: 6, sure: 98%, always: 100%, none: 0, single: 1, repair: 'uniform(1 h, 3 h)', size: 500 GB, stubborn: 50 days }
components: { unit: { failures: { crash: { mtbf: 10 days, mttr: repair }, other: { mtbf: stubborn, mttr: 40 days - stubborn / 2 } } } }
services:
  web: { component: unit, replicas: replicas, required: 4, needs: [db] }
  db: { component: unit, replicas: single + 1 + none, mode: active-passive, failover: { success: sure * always }, data: { size: size }, replication: { mode: sync } }
entry: web`, { years: 20, onNotice: (message) => notices.push(message) });
    const ends = (name: string) => [find(found, name).low.value, find(found, name).value, find(found, name).high.value];
    expect(ends('replicas')).toEqual([4, 6, 12]);
    expect(ends('sure')).toEqual([0.49, 0.98, 1]);
    expect(ends('always')).toEqual([0.5, 1, 1]);
    expect(ends('single')).toEqual([1, 1, 2]);
    expect(ends('repair')).toEqual([3600, 7200, 14_400]);
    expect(find(found, 'repair').unit).toBe('s');
    expect(ends('size')).toEqual([250e9, 500e9, 1e12]);
    expect(found.inputs.some(({ name }) => name === 'none')).toBe(false);
    // 40 days less 50 days is no time.
    expect(ends('stubborn')[2]).toBe(ends('stubborn')[1]);
    expect(notices).toEqual(['stubborn stays as it is where it would be 8640000 s: the model would have errors.']);
    // Where it is as it was, nothing is any different, and that is no estimate.
    expect(find(found, 'single').low).toMatchObject({ downtimePerYear: { mean: 0, ci95: [0, 0], verdict: 'undecided' }, cost: { mean: 0 } });
  });

  it('that only cost are known exactly, and prices of losses change nothing but the cost', async () => {
    const found = await sensitivityOf(`parameters: { price: 2 USD/h, harm: 100 USD/h }
components: { unit: { cost: price, failures: { crash: { mtbf: 10 days, mttr: 1 h } } } }
services: { web: { component: unit, replicas: 2 } }
entry: web
losses: { downtime: harm }`);
    const year = 24 * 365.25;
    const { low, high } = find(found, 'price');
    expect(high.cost.mean).toBeCloseTo(2 * 2 * year, 6);
    expect(low.cost).toMatchObject({ ci95: [low.cost.mean, low.cost.mean], verdict: 'better' });
    expect(low.downtimePerYear).toMatchObject({ mean: 0, ci95: [0, 0] });
    expect(find(found, 'harm').high.downtimePerYear.mean).toBe(0);
    expect(find(found, 'harm').high.cost.mean).toBeGreaterThan(0);
    expect(find(found, 'harm').high.cost.verdict).toBe('worse');
  });

  it('are changed from what the model is set to', async () => {
    const found = await sensitivityOf(`parameters: { up: 10 days }
components: { unit: { failures: { crash: { mtbf: up, mttr: 1 h } } } }
services: { web: { component: unit } }
entry: web`, { years: 100, set: { up: '4 days' } });
    expect(find(found, 'up')).toMatchObject({ value: 4 * 86_400, high: { value: 8 * 86_400 }, low: { value: 2 * 86_400 } });
  });

  it('are none in a model in which nothing fails, and nothing of it is partial', async () => {
    const { inputs, asked, years } = await sensitivityOf('components: { unit: {} }\nservices: { web: { component: unit } }\nentry: web', { years: 100 });
    expect({ inputs, asked, years }).toEqual({ inputs: [], asked: 0, years: 100 });
  });

  it('are the hundred weightiest of a model with more, and a notice says how many are left out', async () => {
    const notices: string[] = [];
    const racks = Array.from({ length: 60 }, (_, i) => `r${i}: { kind: rack, failures: { power: { mtbf: ${i + 1} years, mttr: 1 h } } }`);
    const found = await sensitivityOf(`domains: { ${racks.join(', ')} }
components: { unit: {} }
services: { web: { component: unit, replicas: 60, across: rack, required: 60 } }
entry: web`, { years: 1, onNotice: (message) => notices.push(message) });
    expect(found).toMatchObject({ asked: 100, years: 1 });
    expect(found.inputs).toHaveLength(100);
    expect(notices).toEqual(['The model has 20 inputs more than the 100 weightiest that are varied.']);
    expect(found.inputs.some(({ name }) => name === 'r0/power mtbf')).toBe(true);
  });
});

describe('parameters that say what they are', () => {
  const [up, repair] = [20 * 24, 12];
  const said = (mttr: string, more = '') => `parameters: { repair: ${mttr}${more} }
${UNIT.replace('mttr: 12 h', 'mttr: repair')}`;

  it('are taken from end to end of where they say they may lie, and these are the exact ones there', async () => {
    const figures = await sensitivityOf(said('{ value: 12 h, from: 8 h, to: 36 h, is: assumption }'), { years: 1_000 });
    const input = find(figures, 'repair');
    expect([input.byRange, input.low.value, input.high.value]).toEqual([true, 8 * 3600, 36 * 3600]);
    expectExact(input.low.downtimePerYear, down(up, 8) - down(up, repair));
    expectExact(input.high.downtimePerYear, down(up, 36) - down(up, repair));
  });

  it('are halved or doubled at an end that they do not say', async () => {
    const { low, high, byRange } = find(await sensitivityOf(said('{ value: 12 h, to: 13 h, is: assumption }')), 'repair');
    expect([byRange, low.value, high.value]).toEqual([true, 6 * 3600, 13 * 3600]);
    expect(find(await sensitivityOf(said('{ value: 12 h, is: assumption }')), 'repair')).not.toHaveProperty('byRange');
  });

  it('are left out as decisions, with the times that they set and no others', async () => {
    const names = (figures: SensitivityFigures) => figures.inputs.map(({ name }) => name).sort();
    expect(names(await sensitivityOf(said('12 h')))).toEqual(['repair', 'unit/crash mtbf', 'unit/crash mttr']);
    expect(names(await sensitivityOf(said('{ value: 12 h, is: decision }')))).toEqual(['unit/crash mtbf']);
    expect(names(await sensitivityOf(said('{ value: half * 2, from: 1 h, to: 24 h, is: decision }', ', half: 6 h')))).toEqual(['half', 'unit/crash mtbf']);
  });

  it('lie within their ends also where they are set beyond one', async () => {
    const { low, high, value } = find(await sensitivityOf(said('{ value: 12 h, from: 8 h, to: 36 h }'), { set: { repair: '48 h' } }), 'repair');
    expect([low.value, value, high.value]).toEqual([8 * 3600, 48 * 3600, 48 * 3600]);
  });
});
