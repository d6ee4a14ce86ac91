import { describe, expect, it } from 'vitest';
import type { CandidateFigures, OptimizationReport } from '../../src/analysis/report-optimization.ts';
import { renderOptimization, renderOptimizationCsv, renderOptimizationMarkdown } from '../../src/report/index.ts';
import { candidateLabels } from '../../src/report/optimization/labels.ts';

function candidate(n: number, more: Partial<CandidateFigures> = {}): CandidateFigures {
  const down = 0.01 / n;
  return {
    ...{ model: 0, parameters: { n, detect: 30 }, name: `n = ${n}`, state: 'beaten', beatenBy: 1, ruledOutBy: null },
    ...{ years: 640, replications: 64, incidents: 900 },
    availability: { mean: 1 - down, ci95: [1 - down * 1.1, 1 - down * 0.9] },
    downtimePerYear: { mean: down * 31_557_600, ci95: [down * 28_000_000, down * 35_000_000] },
    cost: { infrastructure: 1000 * n, total: { mean: 1000 * n + 50, ci95: [1000 * n + 40, 1000 * n + 60] } },
    objective: { mean: 1000 * n + 50, ci95: [1000 * n + 40, 1000 * n + 60] },
    constraints: [{ verdict: 'met', value: 1 - down, ci95: [1 - down * 1.1, 1 - down * 0.9] }, { verdict: 'met', value: 0.97, ci95: [0.96, 0.98] }],
    ...more,
  };
}

const UNSIMULATED = { years: 0, replications: 0, incidents: 0, availability: null, downtimePerYear: null, objective: null } as const;
const REPORT: OptimizationReport = {
  nines: 1,
  kind: 'optimization',
  models: [{ name: 'Shop', sha256: 'ab', parameters: { n: 2, detect: 30 }, vary: ['n', 'detect'], values: { n: [1, 2, 3], detect: [30] }, units: { n: '', detect: 's' } }],
  currency: 'USD',
  run: { years: 1280, replications: 128, seed: '1', events: 1, seconds: 1.5, workers: 1, partial: false, version: '1' },
  asked: {
    goal: 'minimize',
    figure: 'cost.total',
    kind: 'moneyPerYear',
    constraints: [
      { text: 'availability >= 99.4%', figure: 'availability', kind: 'share', operator: '>=', goal: 0.994, statistic: 'mean' },
      { text: 'rto.p95 <= 15 min', figure: 'rto.p95', kind: 'time', operator: '<=', goal: 900, statistic: 'shareWithin' },
    ],
    years: 16_000,
    indifference: { share: 0.01, amount: null },
    tolerance: 0.05,
  },
  procedure: { name: 'KN', confidence: 0.95, indifference: 20.5, yearsPerObservation: 20, firstObservations: 32, errorPerDecision: 0.01, eta: 0.2, hSquared: 12, approximations: ['Observations are taken to be normal.'] },
  outcome: 'found',
  best: 1,
  leading: null,
  candidates: [
    candidate(1, { state: 'infeasible', beatenBy: null, constraints: [{ verdict: 'missed', value: 0.99, ci95: [0.989, 0.991] }, { verdict: 'undecided', value: 0.8, ci95: [0.7, 0.9] }] }),
    candidate(2, { state: 'best', beatenBy: null }),
    candidate(3, { ...UNSIMULATED, cost: { infrastructure: 3000, total: null }, ruledOutBy: 'infrastructure', constraints: [{ verdict: 'undecided', value: null, ci95: null }, { verdict: 'undecided', value: null, ci95: null }] }),
  ],
  frontier: [{ candidate: 0, isCertain: true }, { candidate: 1, isCertain: false }],
  spent: { years: 1280, equalYears: 1920, saved: 1 / 3, ruledOut: 1 },
};

describe('the table of a search', () => {
  const text = renderOptimization(REPORT);

  it('says what is best, with what certainty, and what it took', () => {
    expect(text.replace(/\s+/g, ' ')).toContain('n = 2, detect = 30 s has the least cost.total of those with availability >= 99.4% and rto.p95 <= 15 min: 2,050 USD.');
    expect(text.replace(/\s+/g, ' ')).toContain('With 95% certainty where the best is better by 21 USD and no goal is nearer than 5% of what it allows');
    expect(text.replace(/\s+/g, ' ')).toContain('1,280 years, 33% less than the 1,920 that the same years for each would have taken.');
  });

  it('has a line for each candidate; of one that was not simulated, what it costs at least', () => {
    expect(text).toMatch(/1 {2,}30 s {2,}infeasible {2,}99% {2,}1,050 USD/);
    expect(text).toMatch(/3 {2,}30 s {2,}beaten {2,}– {2,}≥ 3,000 USD {2,}0/);
    expect(text).toContain('1 miss availability >= 99.4%.');
  });

  it('marks what on the frontier is certain', () => {
    const frontier = text.slice(text.indexOf('Frontier'));
    expect(frontier).toMatch(/1 {2,}30 s .* yes\n/);
    expect(frontier).toMatch(/2 {2,}30 s .* not sure\n/);
    expect(frontier).toContain('1 candidate that was not simulated is not on it.');
  });

  it('has no line that is wider than the screen', () => {
    for (const columns of [72, 80, 100]) for (const line of renderOptimization(REPORT, { columns }).split('\n')) expect(line.length).toBeLessThanOrEqual(columns);
  });

  it('shows a few of thousands, the best and what is open first', () => {
    const many = { ...REPORT, candidates: Array.from({ length: 3000 }, (_, i) => candidate(i + 1, i === 2500 ? { state: 'undecided', beatenBy: null } : {})) };
    const lines = renderOptimization({ ...many, outcome: 'undecided', best: null, leading: 2500, frontier: [] }).split('\n');
    expect(lines.length).toBeLessThan(60);
    expect(lines[lines.findIndex((line) => line.startsWith('Candidates')) + 2]).toContain('undecided');
    expect(lines.join(' ')).toContain('and 2,976 others');
  });
});

describe('other outcomes', () => {
  const said = (more: Partial<OptimizationReport>) => renderOptimization({ ...REPORT, ...more }).replace(/\s+/g, ' ');

  it('that none is feasible, and which comes nearest', () => {
    expect(said({ outcome: 'infeasible', best: null })).toContain('None of the 3 candidates meets availability >= 99.4% and rto.p95 <= 15 min. Taken alone, availability >= 99.4% is met by 1, rto.p95 <= 15 min is met by 1. The nearest to availability >= 99.4% is n = 2, detect = 30 s: 99.5%.');
  });

  it('that it is undecided, between which, and who leads', () => {
    const candidates = [candidate(1, { state: 'undecided', beatenBy: null }), candidate(2, { state: 'undecided', beatenBy: null, constraints: [{ verdict: 'undecided', value: 0.99, ci95: [0.9, 1] }, { verdict: 'met', value: 1, ci95: [1, 1] }] })];
    const open = { outcome: 'undecided', best: null, leading: 0, candidates, frontier: [] } as const;
    expect(said(open)).toContain('16,000 years of each do not tell: 2 candidates may still be the best: n = 1, detect = 30 s; n = 2, detect = 30 s. n = 1, detect = 30 s leads with 1,050 USD. Open is availability >= 99.4%.');
    expect(said({ ...open, run: { ...REPORT.run, partial: true } })).toContain('It was ended before that was decided: 2 candidates may');
  });
});

describe('other formats', () => {
  it('are Markdown, with why each is not the best', () => {
    const text = renderOptimizationMarkdown(REPORT);
    expect(text).toContain('| 1 | 30 s | **infeasible** |');
    expect(text).toContain('availability \\>= 99.4%: 99% |');
    expect(text).toContain('costs more to run than n = 2, detect = 30 s in all |');
  });

  it('are CSV, a line a candidate, what is not known empty', () => {
    const [header, ...lines] = renderOptimizationCsv(REPORT).trimEnd().split('\r\n').map((line) => line.split(','));
    expect(header.slice(0, 6)).toEqual(['model', 'n', 'detect', 'state', 'frontier', 'cost.infrastructure']);
    expect(lines.map((line) => line.slice(0, 6))).toEqual([
      ['Shop', '1', '30', 'infeasible', 'certain', '1000'],
      ['Shop', '2', '30', 'best', 'yes', '2000'],
      ['Shop', '3', '30', 'beaten', 'no', '3000'],
    ]);
    expect(lines[2][header.indexOf('availability.mean')]).toBe('');
    expect(lines[0][header.indexOf('constraint.1.verdict')]).toBe('missed');
  });

  it('let no hostile name through', () => {
    const hostile = '\u001b[31m<script>|`x`\n# y';
    const report = { ...REPORT, models: [{ ...REPORT.models[0], name: hostile }, { ...REPORT.models[0], name: hostile, vary: [] }], candidates: [...REPORT.candidates, candidate(1, { model: 1, parameters: {}, name: hostile })] };
    for (const text of [renderOptimization(report), renderOptimizationCsv(report), renderOptimizationMarkdown(report)]) expect(text).not.toContain('\u001b');
    expect(renderOptimizationMarkdown(report)).not.toMatch(/[^\\]<script|\n# y/);
  });
});

describe('labels', () => {
  it('tell models apart that share a name, and name what a model varies', () => {
    const models = [{ ...REPORT.models[0], vary: ['n'] }, { ...REPORT.models[0], vary: [] }];
    const candidates = [candidate(1, { parameters: { n: 1 } }), candidate(2, { parameters: { n: 2 } }), candidate(3, { model: 1, parameters: {} })];
    expect(candidateLabels({ ...REPORT, models, candidates })).toEqual(['1. Shop: n = 1', '1. Shop: n = 2', '2. Shop']);
  });
});
