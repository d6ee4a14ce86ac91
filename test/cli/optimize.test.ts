import { describe, expect, it } from 'vitest';
import { optimizeProgressLine } from '../../src/cli/optimize-progress.ts';
import { readIndifference, readObjective, readSubjectTo, readTolerance } from '../../src/cli/optimize-wishes.ts';
import { type ParsedModel, parseModel } from '../../src/model/index.ts';
import { optimize } from '../../src/run/optimize.ts';
import { COIN, SHOP } from '../models.ts';

const MODEL: ParsedModel = parseModel(SHOP);

describe('--subject-to', () => {
  it.each([
    ['availability >= 99.95%', { figure: 'availability', atLeast: 0.9995 }],
    ['rto.p95 <= 15 min', { figure: 'rto.p95', atMost: 900 }],
    ['recoveryTime.p95 < 15 min', { figure: 'rto.p95', atMost: 900 }],
    ['cost <= 100 USD/day', { figure: 'cost.total', atMost: 36_525 }],
    ['nines >= 3.5', { figure: 'nines', atLeast: 3.5 }],
    ['services.db.availability >= 99%', { figure: 'services.db.availability', atLeast: 0.99 }],
  ])('reads %s as an assertion', (text, wish) => {
    expect(readSubjectTo(text, MODEL)).toEqual({ ...wish, text });
  });

  it.each([
    ['rto.max <= 1 h', 'grows with the years simulated'],
    ['availabilty >= 99%', "--subject-to 'availabilty >= 99%': unknown figure 'availabilty': did you mean 'availability'?"],
    ['availability = 99%', 'an estimate is never exactly equal'],
    ['rto.p95 <= 15', 'this figure is a time'],
    ['services.dbb.availability >= 99%', "did you mean 'db'?"],
  ])('refuses %s', (text, message) => {
    expect(() => readSubjectTo(text, MODEL)).toThrow(message);
  });
});

describe('--minimize and --maximize', () => {
  it('read a figure by any of its names', () => {
    expect(readObjective('--minimize', 'cost', MODEL).figure).toBe('cost.total');
    expect(readObjective('--maximize', 'services.web.availability', MODEL)).toEqual({ figure: 'services.web.availability', kind: 'share' });
  });

  it('refuse what is none, and a largest value', () => {
    expect(() => readObjective('--minimize', 'coost', MODEL)).toThrow("did you mean 'cost'?");
    expect(() => readObjective('--minimize', 'downtime.max', MODEL)).toThrow('grows with the years');
  });
});

describe('--indifference and --tolerance', () => {
  it('are shares, the first also an amount of the objective', () => {
    expect(readIndifference('2%', 'moneyPerYear', MODEL)).toBe(0.02);
    expect(readIndifference('500 USD', 'moneyPerYear', MODEL)).toEqual({ amount: 500 });
    expect(readIndifference('10 min', 'timePerYear', MODEL)).toEqual({ amount: 600 });
    expect(readTolerance('5%')).toBe(0.05);
  });

  it.each([['0', 'moneyPerYear'], ['-1%', 'moneyPerYear'], ['200%', 'moneyPerYear'], ['5 min', 'share'], ['0 USD', 'moneyPerYear']] as const)('refuse %s of a %s', (text, kind) => {
    expect(() => readIndifference(text, kind, MODEL)).toThrow('--indifference');
  });

  it('refuse 0 and all of the goal', () => {
    for (const text of ['0%', '100%', '1 h']) expect(() => readTolerance(text)).toThrow('--tolerance');
  });
});

describe('the progress line', () => {
  it('says how many are open, what was simulated and who leads', async () => {
    const report = await optimize(COIN, { workers: 0, years: 320 });
    const open = { ...report, outcome: 'undecided', leading: 0, candidates: report.candidates.map((each) => ({ ...each, state: 'undecided' as const })) } as const;
    expect(optimizeProgressLine(open)).toMatch(/^1 of 1 open {2}320 years {2}\d+ s {2}Coin leads$/);
  });
});
