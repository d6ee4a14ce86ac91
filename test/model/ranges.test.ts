import { describe, expect, test } from 'vitest';
import { checkModel, parseModel } from '../../src/model/index.ts';
import { drawWorlds, heldAtMedians, settingsIn } from '../../src/model/worlds.ts';

const text = (parameters: string) => `nines: 1
parameters: { ${parameters} }
components: { unit: { failures: { fault: { mtbf: up, mttr: 1 h } } } }
services: { system: { component: unit } }
`;
const YEAR = 365.25 * 86_400;
const saidOf = (parameters: string) => checkModel(text(parameters)).diagnostics.map(({ path, message }) => `${path}: ${message}`);

describe('a parameter that is a range', () => {
  test('stands at its median: between quantities the geometric mean, between shares that of the odds', () => {
    const { parameters, doubts } = parseModel(text('up: 1 year to 4 years, a: 90% to 99.9%, b: 50% to 200%').replace('mttr: 1 h', 'mttr: 1 h * a * b'));
    expect(parameters).toEqual({ up: expect.closeTo(2 * YEAR, 4), a: expect.closeTo(1 / (1 + Math.sqrt((0.1 / 0.9) * (0.001 / 0.999))), 12), b: expect.closeTo(1, 12) });
    expect(Object.values(doubts).map(({ isShare }) => isShare)).toEqual([false, true, false]);
  });

  test('may have its unit behind the second end alone, may stand in a map, and is an assumption that lies about there', () => {
    const { doubts, parameterMeanings } = parseModel(text('up: { value: 1 to 4 years }'));
    expect(doubts.up).toEqual({ low: YEAR, high: 4 * YEAR, isShare: false });
    expect(parameterMeanings.up).toEqual({ is: 'assumption', from: YEAR, to: 4 * YEAR });
  });

  test('is pinned by what it is set to, and may be set to a range', () => {
    expect(parseModel(text('up: 1 year to 4 years'), { set: { up: '3 years' } })).toMatchObject({ parameters: { up: 3 * YEAR }, doubts: {} });
    expect(parseModel(text('up: 1 year'), { set: { up: '1 year to 4 years' } }).doubts).toHaveProperty('up');
  });

  test.each([
    ['up: 4 years to 1 year', /does not go upwards: the smaller end comes first/], ['up: 0 s to 1 year', /begins at 0 or below/],
    ['up: 1 year to 5 USD', /begins with a time and ends with an amount of money/], ["up: 'exponential(1 h) to 2 h'", /between two quantities, not between distributions/],
  ])('%s is an error at its place', (parameters, message) => {
    expect(saidOf(parameters)).toEqual([expect.stringMatching(new RegExp(`^parameters.up: .*${message.source}`))]);
  });
});

describe('worlds', () => {
  const model = parseModel(text('up: 1 year to 4 years, other: 1 h to 2 h').replace('mttr: 1 h', 'mttr: other'));

  test('meet every layer of an input once, and have the same draws of it whatever else is not known', () => {
    const [both, one] = [model, parseModel(text('up: 2 years to 3 years'))].map((each) => drawWorlds([each], 'seed'));
    const at = (draws: readonly (readonly number[])[]) => draws.map(([z]) => z);
    expect(at(both.draws)).toEqual(at(one.draws));
    expect(new Set(at(both.draws)).size).toBe(200);
    const below = at(both.draws).filter((z) => z < 0).length;
    expect(below).toBe(100);
    expect(at(drawWorlds([model], 'another').draws)).not.toEqual(at(both.draws));
  });

  test('have nine of ten draws within the range', () => {
    const worlds = drawWorlds([model], 'seed');
    const within = worlds.draws.filter((_, world) => settingsIn(model, worlds, world).up >= YEAR && settingsIn(model, worlds, world).up <= 4 * YEAR);
    expect(within).toHaveLength(180);
  });

  test('are told where everything is held at its median', () => {
    expect(heldAtMedians(model, ['up'])).toMatch(/^Nobody knows other: held at the median here/);
    expect(heldAtMedians(parseModel(text('up: 1 year')))).toBeNull();
  });
});
