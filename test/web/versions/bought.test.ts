import { describe, expect, test } from 'vitest';
import { compare, parseModel } from '../../../src/index.ts';
import { bought } from '../../../web/versions/bought.ts';
import { SECONDS_PER_YEAR } from '../../../src/units/table.ts';

/** One unit that is down for a tenth, or as much as the mttr says, and costs. */
const unit = (mttr: string, cost = '1 USD/h', losses = '') =>
  parseModel(`nines: 1\ncomponents: { u: { failures: { crash: { mtbf: 99 h, mttr: ${mttr} } }, cost: ${cost} } }\nservices: { web: { component: u } }\n${losses}`);
const of = async (a: ReturnType<typeof unit>, b: ReturnType<typeof unit>, years = 200) => compare([a, b], { years, workers: 0, seed: 'bought' });

describe('what a change buys', () => {
  test('is nines, downtime and cost a year, as the difference of the exact ones is', async () => {
    const report = await of(unit('1 h'), unit('6 min', '2 USD/h'));
    const parts = bought(report, true);
    expect(parts.map(({ tone }) => tone)).toEqual(['good', 'good', 'bad']);
    // 1/100 against 0.1/99.1: a nine, near enough; 3.29 days a year; 8,766 USD.
    expect(parts[0].text).toMatch(/^\+(0\.9|1) nines?$/);
    const exact = (0.1 / 99.1 - 0.01) * SECONDS_PER_YEAR;
    const [{ downtimePerYear }] = report.differences;
    expect(downtimePerYear.ci95[0]).toBeLessThan(exact);
    expect(downtimePerYear.ci95[1]).toBeGreaterThan(exact);
    expect(parts[1].text).toMatch(/^−3\.\d+ days down a year$/);
    expect(parts[1].range).toMatch(/^−3.* to −3.* days$/);
    expect(parts[2]).toEqual({ text: '+8,766 USD a year', range: '', tone: 'bad' });
  });

  test('the other way round costs as many nines, and never claims more than there are', async () => {
    const [nines] = bought(await of(unit('6 min'), unit('1 h')), true);
    expect([nines.text.replace(/^−(0\.9|1) nines?$/, 'a nine less'), nines.tone]).toEqual(['a nine less', 'bad']);
    // A hundredth of a nine is none.
    expect(bought(await of(unit('60 min'), unit('59 min')), true)[0].text).toMatch(/down a year$/);
  });

  test('that nobody can tell yet is called no difference, with its interval, and later none at all', async () => {
    const rare = (mttr: string) => parseModel(`nines: 1\ncomponents: { u: { failures: { crash: { mtbf: 30 years, mttr: '${mttr}' } } } }\nservices: { web: { component: u } }\n`);
    const report = await of(rare('lognormal(1 h, 9 h)'), rare('lognormal(61 min, 8 h)'), 40);
    const [down] = bought(report, false);
    expect(down).toMatchObject({ text: 'no difference in downtime seen yet', tone: 'muted' });
    expect(down.range).toMatch(/ to /);
    expect(bought(report, true)[0].text).toBe('no difference in downtime seen');
  });

  test('that changes nothing is no difference in downtime, and the same cost where nothing is lost', async () => {
    const [down, cost] = bought(await of(unit('1 h'), unit('1 h')), true);
    expect([down.text, cost]).toEqual(['no difference in downtime seen', { text: 'the same cost', range: '', tone: 'muted' }]);
  });
});
