import { h } from 'preact';
import { renderToString as render } from 'preact-render-to-string';
import { describe, expect, test } from 'vitest';
import { arithmeticAvailability, arithmeticUnavailability } from '../../src/analysis/arithmetic.ts';
import { exactFigures } from '../../src/analysis/exact/exact.ts';
import { independentAvailability } from '../../src/analysis/exact/independence.ts';
import { markovAvailability } from '../../src/analysis/exact/markov.ts';
import { knownOutages } from '../../src/analysis/known-outages.ts';
import { missedEvent } from '../../src/analysis/outages.ts';
import { canLoseData } from '../../src/analysis/possible.ts';
import type { Explanation } from '../../src/analysis/report-explanation.ts';
import { slowestRepair } from '../../src/analysis/slowest-repair.ts';
import { cutSets, cutSetsByOrder, entryUnavailability, importance, singlePoints } from '../../src/analysis/structure/index.ts';
import { refusals, THEOREMS } from '../../src/analysis/theorems.ts';
import { compile } from '../../src/compile/compile.ts';
import { parseModel } from '../../src/index.ts';
import { featuresOf } from '../../src/model/features.ts';
import { renderExplanationHtml, renderRunHtml } from '../../src/html/index.ts';
import { renderCheck, renderCsv, renderExplanation, renderExplanationMarkdown, renderJson, renderMarkdown } from '../../src/report/index.ts';
import { claim } from '../../src/report/run/answer.ts';
import { renderTable } from '../../src/report/run/table.ts';
import { planGap } from '../../src/run/explain-gap.ts';
import { createInProcessRunner } from '../../src/run/in-process.ts';
import { createCourse } from '../../src/run/study.ts';
import { compareOn } from '../../src/run/compare-on.ts';
import { SECONDS_PER_YEAR } from '../../src/units/table.ts';
import { simulateOn } from '../../src/run/simulate-on.ts';
import { Headline } from '../../web/results/headline.tsx';
import { ALL_WORDS } from '../model/words.ts';
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

/** The model explained, but for what does not rest on the arithmetic. */
async function explained(model: typeof PAIR): Promise<Explanation> {
  const { live } = planGap(model, { years: 100, seed: '1' });
  const { report, gap } = (await live(createCourse(createInProcessRunner(), {}), Infinity, () => undefined))!;
  return { nines: 1, kind: 'explanation', report, gap, singlePoints: [], cutSets: [], importance: [], sensitivity: null };
}

describe('features of a model', () => {
  test('are known for every word of the language', () => {
    expect(ALL_WORDS.length).toBeGreaterThan(100);
    const unknown = [...featuresOf({ words: ALL_WORDS })].filter((feature) => feature.includes('.'));
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
    const controls = async (first: typeof one) => (await compareOn(createInProcessRunner, [first, other], { years: 2_000, workers: 0 })).differences[0].downtimePerYear.controls;
    expect(await controls(one)).toBeGreaterThan(0);
    expect(await controls(odd)).toBeUndefined();
  });

  test('has no bare arithmetic, and no gap that would begin with it', async () => {
    expect([arithmeticAvailability(PAIR), arithmeticUnavailability(PAIR)!]).toEqual([1 - (1 / 21) ** 2, expect.closeTo((1 / 21) ** 2, 12)]);
    expect([arithmeticAvailability(ODD), arithmeticUnavailability(ODD)]).toEqual([null, null]);
    const [known, odd] = [await explained(PAIR), await explained(ODD)];
    expect([known.gap.steps.length > 0, odd.gap.steps]).toEqual([true, []]);
    const why = `there is no bare arithmetic, as ${WHY}`;
    for (const text of [renderExplanation(odd, { columns: 200 }), renderExplanationMarkdown(odd), renderExplanationHtml(odd)]) {
      expect(text.replaceAll('&#39;', "'")).toContain(why);
    }
    expect(renderExplanation(known, { columns: 200 })).not.toContain('no bare arithmetic');
  });

  test('is claimed nothing of by the arithmetic in any format, nor on the page', async () => {
    const report = await simulateOn(createInProcessRunner, ODD, { years: 100, workers: 0 });
    expect(report.availability).toMatchObject({ arithmetic: null, arithmeticUnavailability: null });
    expect(JSON.parse(renderJson(report)).availability).toMatchObject({ arithmetic: null, arithmeticUnavailability: null });
    for (const text of [renderTable(report, { columns: 200 }), renderMarkdown(report), renderRunHtml(report)]) {
      const plain = text.replaceAll('&#39;', "'");
      expect(plain).toContain(`No bare arithmetic: ${WHY}`);
      expect(plain).not.toMatch(/Bare arithmetic claims|NaN/);
    }
    const lines = renderCsv(report).split(/\r?\n/);
    expect(lines.filter((line) => /arithmetic/.test(line))).toEqual([
      'availability,,arithmetic,,,,share',
      'availability,,arithmeticUnavailability,,,,share',
      `refused,bare arithmetic,reason,"${WHY}",,,`,
    ]);
    expect(claim(report)).toBeNull();
    const page = render(h(Headline, { report, stale: false, running: false, broken: false })).replaceAll('&#39;', "'");
    expect(page).toContain(`nothing: ${WHY}`);
    expect(page).not.toMatch(/NaN|null/);
  });

  test('may be repaired as slowly as a year is long', () => {
    expect(slowestRepair(PAIR).mean).toBe(86_400);
    expect(slowestRepair(ODD)).toEqual({ mean: SECONDS_PER_YEAR, p95: SECONDS_PER_YEAR });
  });

  test('is named in the report and in the check', async () => {
    const report = await simulateOn(createInProcessRunner, ODD, { workers: 0 });
    expect(report.refused).toEqual(refusals(ODD));
    expect(renderTable(report, { columns: 200 })).toContain(WHY);
    const check = { name: 'Pair', arithmetic: null, arithmeticUnavailability: null, exact: exactFigures(ODD), singlePoints: [], cutSets: [], cutSetsByOrder: [], importance: [], refused: refusals(ODD) };
    const text = renderCheck(check, { columns: 200 });
    expect(text).toContain('Not calculated');
    expect(text).toContain(`not calculated: ${WHY}`);
    expect(text).not.toContain('no single failure takes the entry down');
  });
});
