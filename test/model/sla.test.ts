import { describe, expect, test } from 'vitest';
import { expandModel, parseModel } from '../../src/model/index.ts';
import { BASE, only, said } from './helpers.ts';

const FULL = `${BASE}sla: { error-rate: 1%, tolerates: 30 s, promise: 99.95%, window: quarter, fee: 50000 USD/month, credits: { 95%: 100%, 99.99%: 10%, 99%: 30% } }\n`;

describe('an SLA', () => {
  test('is read, the highest availability of its credits first, and printed as it is read', () => {
    const { sla } = parseModel(FULL);
    expect(sla).toMatchObject({
      errorRate: 0.01,
      toleratesSeconds: 30,
      excludes: [],
      windows: { window: 'quarter', promise: 0.9995, credits: [{ below: 0.9999, share: 0.1 }, { below: 0.99, share: 0.3 }, { below: 0.95, share: 1 }] },
    });
    expect(sla.windows!.feePerSecond * 30.4375 * 86_400).toBeCloseTo(50_000, 6);
    expect(parseModel(expandModel(FULL)).sla).toEqual(sla);
    expect(said(FULL)).toEqual([]);
  });

  test('promises a month what the target is, unless it says otherwise', () => {
    expect(parseModel(`${BASE}sla: { promise: 99.9% }`).sla.windows).toMatchObject({ window: 'month', promise: 0.999 });
    expect(parseModel(`${BASE}sla: { window: year }\ntargets: { availability: 99.5% }`).sla.windows).toMatchObject({ window: 'year', promise: 0.995 });
    expect(parseModel(`${BASE}sla: { tolerates: 1 min }\ntargets: { availability: 99.5% }`).sla.windows).toBeNull();
  });

  test.each([
    ['{ window: month }', 'sla.window', "a window needs a promise: say 'promise: 99.95%' here, or 'availability: 99.95%' under 'targets'"],
    ['{ promise: 99%, credits: { 99%: 10% } }', 'sla.credits', "'credits' are a part of the 'fee': say what users pay"],
    ['{ promise: 99%, fee: 1 USD/month, credits: {} }', 'sla.credits', "'credits' has a share of the fee for each availability"],
    ['{ promise: 99%, fee: 1 USD/month, credits: { often: 10% } }', 'sla.credits.often', "'often' is no availability: credits are owed below one, as in '99.99%: 10%'"],
    ['{ promise: 99%, window: moon }', 'sla.window', "needs one of 'day', 'week', 'month', 'quarter', 'year', got 'moon'"],
  ])('%s says what is missing', (text, path, message) => {
    const found = only(`${BASE}sla: ${text}\n`);
    expect(found).toMatchObject({ severity: 'error', path });
    expect(found.message).toContain(message);
  });

  test.each([
    ['{ promise: 100% }', 'a promise of 100% leaves no error budget'],
    ['{ promise: 99%, fee: 1 USD/month }', "without 'credits' nothing follows from the 'fee'"],
    ['{ promise: 99%, fee: 1 USD/month, credits: { 99%: 10%, 95%: 5% } }', 'a lower availability is owed less'],
    ['{ excludes: [maintenance] }', 'the model has no maintenance, so there is nothing to leave out'],
  ])('%s is suspicious', (text, message) => {
    const found = only(`${BASE}sla: ${text}\n`);
    expect(found.severity).toBe('warning');
    expect(found.message).toContain(message);
  });
});
