import { describe, expect, it } from 'vitest';
import type { Report } from '../../src/analysis/report.ts';
import { parseAssertion } from '../../src/assertion/assertion.ts';
import { assertionFigures, judgeAll, outcomeCases } from '../../src/cli/outcome.ts';
import { experimentCases, renderCsv, renderJson, renderJunit, reportCases } from '../../src/report/index.ts';
import { experiments, report } from './fixture.ts';

interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: Element[];
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const unescape = (text: string): string => text.replace(/&(\w+);/g, (_, name: string) => ENTITIES[name]);

/** A reader of well-formed XML that knows nothing of the writer. @throws where it is not well-formed */
function readXml(text: string): Element {
  if (/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/.test(text)) throw new Error('a character that XML forbids');
  const [declaration] = /^<\?xml version="1\.0" encoding="UTF-8"\?>\n/.exec(text) ?? [];
  if (declaration === undefined) throw new Error('no declaration');
  const root: Element = { name: '', attributes: {}, children: [] };
  const open = [root];
  for (const [, between, close, name, written, alone] of text.slice(declaration.length).matchAll(/([^<]*)<(\/?)([\w-]+)((?: [\w.-]+="[^"<]*")*)(\/?)>/g)) {
    if (/&(?!amp;|lt;|gt;|quot;|apos;)/.test(between + written)) throw new Error('a bare ampersand');
    if (close === '/') {
      if (open.pop()?.name !== name) throw new Error(`</${name}> closes another`);
      continue;
    }
    const attributes = Object.fromEntries([...written.matchAll(/ ([\w.-]+)="([^"]*)"/g)].map(([, key, value]) => [key, unescape(value)]));
    const element: Element = { name, attributes, children: [] };
    open.at(-1)!.children.push(element);
    if (alone === '') open.push(element);
  }
  if (open.length !== 1 || root.children.length !== 1) throw new Error('not one whole element');
  return root.children[0];
}

const outcomes = judgeAll(
  ['availability >= 99.97%', 'availability >= 99.971%', 'rto.p95 <= 1 h'].map((text) => parseAssertion(text, 'USD', [])),
  report,
);
const cases = [...outcomeCases(outcomes), ...reportCases(report)];

describe('JUnit XML', () => {
  const suites = readXml(renderJunit(report, cases));
  const suite = suites.children[0];
  const found = suite.children.filter(({ name }) => name === 'testcase');
  const resultOf = (text: string) => found.find(({ attributes }) => attributes.name === text)?.children[0].name;

  it('has a test case for each assertion and each target, and counts them', () => {
    expect([suites.name, suite.name]).toEqual(['testsuites', 'testsuite']);
    expect(suite.attributes).toMatchObject({ name: report.model.name, tests: '7', failures: '2', errors: '1', skipped: '1' });
    expect(found.map(({ attributes }) => attributes.name)).toEqual([
      ...['availability >= 99.97%', 'availability >= 99.971%', 'rto.p95 <= 1 h'],
      ...['availability ≥ 99.95%', 'rto ≤ 15 min', 'rpo ≤ 1 min', 'budget ≤ 40,000 USD'],
    ]);
  });

  it('fails what fails, stops for an assertion that is undecided, and skips a target that is', () => {
    expect(resultOf('availability >= 99.97%')).toBe('system-out');
    expect(resultOf('availability >= 99.971%')).toBe('error');
    expect(resultOf('rto.p95 <= 1 h')).toBe('failure');
    expect(resultOf('rto ≤ 15 min')).toBe('failure');
    expect(resultOf('rpo ≤ 1 min')).toBe('skipped');
  });

  it('stays well-formed whatever a model is called', () => {
    const name = `<a href="x">&amp;'"]]>\u0000\u001b[31m\ufffe \ud800 é`;
    const text = renderJunit({ ...report, model: { ...report.model, name } }, [{ group: name, name, result: 'failure', message: name }]);
    expect(readXml(text).children[0].attributes.name).toMatch(/^<a href="x">&amp;'"\]\]>/);
  });

  it('has the verdicts of experiments', () => {
    const text = renderJunit(experiments, experiments.experiments.flatMap(experimentCases));
    expect(readXml(text).children[0].attributes).toMatchObject({ tests: '4', failures: '1' });
  });
});

describe('assertions in a report', () => {
  const open = [null, null] as const;
  const forGood: Report = { ...report, dataLoss: { ...report.dataLoss, mean: 'for good', ci95: ['for good', 'for good'], quantileCi95: { ...report.dataLoss.quantileCi95, p95: open }, p95: null } };
  const asserted = { ...report, assertions: assertionFigures(judgeAll(['rpo.mean <= 1 h', 'rpo.p95 <= 1 h'].map((text) => parseAssertion(text, 'USD', [])), forGood)) };

  it('are in JSON with their value, interval and outcome', () => {
    expect((JSON.parse(renderJson(asserted)) as Report).assertions).toEqual([
      { text: 'rpo.mean <= 1 h', outcome: 'fails', value: 'for good', ci95: ['for good', 'for good'] },
      { text: 'rpo.p95 <= 1 h', outcome: 'undecided', value: null, ci95: [null, null] },
    ]);
  });

  it('are in CSV', () => {
    expect(renderCsv(asserted)).toContain('\r\nassertion,rpo.mean <= 1 h,value,for good,for good,for good,\r\nassertion,rpo.mean <= 1 h,outcome,fails,,,\r\n');
    expect(renderCsv(report)).not.toContain('assertion,');
  });
});
