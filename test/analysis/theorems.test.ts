import { describe, expect, test } from 'vitest';
import { exactFigures } from '../../src/analysis/exact/exact.ts';
import { independentAvailability } from '../../src/analysis/exact/independence.ts';
import { markovAvailability } from '../../src/analysis/exact/markov.ts';
import { knownOutages } from '../../src/analysis/known-outages.ts';
import { missedEvent } from '../../src/analysis/outages.ts';
import { canLoseData } from '../../src/analysis/possible.ts';
import { cutSets, cutSetsByOrder, entryUnavailability, importance, singlePoints } from '../../src/analysis/structure/index.ts';
import { refusals, THEOREMS } from '../../src/analysis/theorems.ts';
import { compile } from '../../src/compile/compile.ts';
import { parseModel } from '../../src/index.ts';
import { featuresOf } from '../../src/model/features.ts';
import type { Kind } from '../../src/model/language/kinds.ts';
import { allShapes } from '../../src/model/language/lookup.ts';
import { renderCheck } from '../../src/report/index.ts';
import { renderTable } from '../../src/report/run/table.ts';
import { compareOn } from '../../src/run/compare-on.ts';
import { SECONDS_PER_YEAR } from '../../src/units/table.ts';
import { simulateOn } from '../../src/run/simulate-on.ts';
import { SHOP } from '../models.ts';

const PAIR = parseModel(`
nines: 1
name: Pair
components: { server: { failures: { crash: { mtbf: 20 days, mttr: 1 day } } } }
services: { web: { component: server, replicas: 2 } }
simulation: { years: 400, seed: 1, warm-up: 1 year }
`);
/** As if the language had a word that nobody has thought about. */
const ODD = { ...PAIR, words: [...PAIR.words, 'failure mode.made-up'] };
const WHY = "it uses 'made-up' of a failure mode, for which this was not proved";

function words(shape: string, name: string, kind: Kind): string[] {
  if (kind.type === 'choice') return Object.keys(kind.words).map((value) => `${shape}.${name}=${value}`);
  if (kind.type === 'either') return [...new Set([`${shape}.${name}`, ...words(shape, name, kind.scalar)])];
  return [`${shape}.${name}`];
}

describe('features of a model', () => {
  test('are known for every word of the language', () => {
    const all = allShapes().flatMap(({ name, keys }) => Object.entries(keys).flatMap(([key, { kind }]) => words(name, key, kind)));
    expect(all.length).toBeGreaterThan(100);
    const unknown = [...featuresOf({ words: all })].filter((feature) => feature.includes('.'));
    expect(unknown).toEqual([]);
  });

  test('are those of the words that its text uses, choices by their value', () => {
    expect([...featuresOf(PAIR)].sort()).toEqual(['description', 'failures', 'warm-up']);
    expect(PAIR.words).toContain('failure mode.mttr');
    const quorum = parseModel('nines: 1\ncomponents: { a: {} }\nservices: { q: { component: a, replicas: 3, mode: quorum } }');
    expect(quorum.words).toContain('service.mode=quorum');
  });
});

describe('a made-up word of the language', () => {
  test('is refused by everything that rests on a theorem, by name', () => {
    expect(refusals(PAIR)).toEqual([]);
    expect(refusals(ODD)).toEqual(Object.keys(THEOREMS).map((theorem) => ({ theorem, reason: WHY })));
  });

  test('leaves no exact value', () => {
    expect(exactFigures(PAIR).value).toBeCloseTo(1 - (1 / 21) ** 2, 12);
    expect(exactFigures(ODD)).toEqual({ value: null, method: null, reason: `${WHY}; no Markov chain either: ${WHY}.` });
    expect(independentAvailability(ODD)).toEqual({ reason: WHY });
    expect(markovAvailability(ODD)).toEqual({ reason: WHY });
  });

  test('leaves neither cut sets nor importance', () => {
    expect([cutSets(PAIR).length, cutSetsByOrder(PAIR).length, importance(PAIR).length]).toEqual([1, 3, 1]);
    expect([singlePoints(ODD), cutSets(ODD), cutSetsByOrder(ODD), importance(ODD)]).toEqual([[], [], [], []]);
    expect(entryUnavailability(ODD)).toBeNull();
  });

  test('bounds no outage that was not seen, and rules out no loss of data', () => {
    const years = 1_000_000;
    expect(missedEvent(knownOutages(PAIR), years).outage).toBeLessThan(3 * 86_400);
    expect(missedEvent(knownOutages(ODD), years).outage).toBe(SECONDS_PER_YEAR);
    expect([canLoseData(PAIR), canLoseData(ODD)]).toEqual([false, true]);
  });

  test('lets no history begin in the steady state', () => {
    expect(compile(PAIR).program.startsSteady).toBe(true);
    expect(compile(ODD).program.startsSteady).toBe(false);
  });

  test('lets no comparison take chance out of its differences', async () => {
    const [one, other] = [SHOP, SHOP.replace(/replicas: \d+/, 'replicas: 9')].map((text) => parseModel(text));
    const odd = { ...one, words: [...one.words, 'service.made-up'] };
    const controls = async (first: typeof one) => (await compareOn(null, [first, other], { years: 2_000, workers: 0 })).differences[0].downtimePerYear.controls;
    expect(await controls(one)).toBeGreaterThan(0);
    expect(await controls(odd)).toBeUndefined();
  });

  test('is named in the report and in the check', async () => {
    const report = await simulateOn(null, ODD, { workers: 0 });
    expect(report.refused).toEqual(refusals(ODD));
    expect(renderTable(report, { columns: 200 })).toContain(WHY);
    const check = { name: 'Pair', arithmetic: 1, arithmeticUnavailability: 0, exact: exactFigures(ODD), singlePoints: [], cutSets: [], cutSetsByOrder: [], importance: [], refused: refusals(ODD) };
    const text = renderCheck(check, { columns: 200 });
    expect(text).toContain('Not calculated');
    expect(text).not.toContain('no single failure takes the entry down');
  });
});
