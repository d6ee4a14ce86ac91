import { describe, expect, it } from 'vitest';
import type { Explanation, GapStep, SensitivityInput } from '../../src/analysis/report-explanation.ts';
import type { Difference } from '../../src/analysis/report.ts';
import { renderExplanation, renderExplanationCsv, renderExplanationMarkdown } from '../../src/report/index.ts';
import { report } from './fixture.ts';

const YEAR = 365.25 * 86_400;
const step = (name: GapStep['step'], downtime: number, before: number | null, absent = false, error = 10): GapStep => ({
  step: name,
  availability: { mean: 1 - downtime / YEAR, ci95: [1 - (downtime + 20) / YEAR, 1 - (downtime - 20) / YEAR] },
  downtimePerYear: { mean: downtime, ci95: [downtime - 20, downtime + 20] },
  added: before === null ? null : { mean: downtime - before, ci95: absent ? [0, 0] : [downtime - before - error, downtime - before + error] },
  absent,
});
const difference = (mean: number, verdict: Difference['verdict'], error = Math.abs(mean) / 2): Difference => ({ mean, ci95: [mean - error, mean + error], varianceRemoved: 0.9, verdict });
const input = (name: string, value: number, unit: string, low: [number, number], high: [number, number]): SensitivityInput => ({
  ...{ name, kind: 'parameter', value, unit },
  low: { value: low[0], downtimePerYear: difference(low[1], low[1] < 0 ? 'better' : 'worse'), cost: difference(low[1] * 3, 'undecided') },
  high: { value: high[0], downtimePerYear: difference(high[1], high[1] > 0 ? 'worse' : 'undecided'), cost: difference(high[1] * 3, 'undecided') },
});

const explanation: Explanation = {
  ...{ nines: 1, kind: 'explanation', report },
  singlePoints: [{ cause: 'eu-west-1', kind: 'member', proved: 'it is alone', unavailability: 4e-5, downtimePerYear: 1262 }],
  cutSets: [{ causes: ['eu-west-1'], unavailability: 4e-5 }, { causes: ['db[0]', 'db[1]'], unavailability: 1e-9 }],
  importance: [
    { element: 'eu-west-1', kind: 'domain', unavailability: 4e-5, birnbaum: 1, criticality: 0.99, riskAchievementWorth: 23_000, riskReductionWorth: 680 },
    { element: 'only', kind: 'member', unavailability: 4e-5, birnbaum: 1, criticality: 1, riskAchievementWorth: 23_000, riskReductionWorth: null },
  ],
  gap: {
    steps: [
      step('arithmetic', 60, null), step('sharedDomains', 1400, 60), step('detection', 1500, 1400), step('failoverTime', 1450, 1500),
      step('failoverFailure', 1452, 1450), step('capacity', 1452, 1452, true), step('shocks', 9151, 1452), step('data', 9151, 9151, true),
    ],
  },
  sensitivity: {
    ...{ factor: 2, years: 1200, asked: 3 },
    inputs: [input('web_replicas', 6, '', [4, 4000], [12, -30]), input('a_very_long_name_of_a_parameter_that_somebody_gave', 30, 's', [15, -300], [60, 600]), input('db failover.detect', 30, 's', [15, 0], [60, 0])],
  },
};
const hostile = '\u001b[31mred\u001b[0m|@team <b>x</b>\n,"';

describe('an explanation at a terminal', () => {
  it.each([72, 80, 100])('is no wider than %i columns', (columns) => {
    for (const line of renderExplanation(explanation, { columns }).split('\n')) expect([...line].length, line).toBeLessThanOrEqual(columns);
  });

  const text = renderExplanation(explanation);

  it('has the gap step by step, with what is absent named below', () => {
    expect(text).toMatch(/^ {2}bare arithmetic +1 min +5\.7 +1 min +▏$/m);
    expect(text).toMatch(/^ {2}shared domains +\+22\.3 min +± 0\.2 min +4\.3 +23\.3 min +█/m);
    expect(text).toMatch(/^ {2}failover time +−50 s/m);
    expect(text).toMatch(/^ {2}failover failure +\(\+2 s\)/m);
    expect(text).toMatch(/^ {2}capacity +–$/m);
    expect(text).toContain('Nothing in this model: capacity, data.');
    expect(text).toContain('chance alone');
  });

  it('has bars on both sides of the centre, the longest over all of its side', () => {
    expect(text).toMatch(/^ {2}web_replicas +6 .* █│░{8}$/m);
    expect(text).toMatch(/░│█$/m);
    expect(text).toContain('web_replicas goes no further than 4.');
  });

  it('says how many inputs changed nothing, and in how many years', () => {
    expect(text).toContain('1 input changed nothing that these years show.');
    expect(text).toContain('Each in 1,200 years');
  });

  it('is partial where inputs are missing, and says so', () => {
    const early = { ...explanation, sensitivity: { ...explanation.sensitivity!, asked: 27 } };
    expect(renderExplanation(early)).toContain('Partial');
    expect(renderExplanation(early)).toContain('The run was ended with 3 of 27 inputs');
    expect(text).not.toContain('Partial');
    const none = { ...explanation, sensitivity: { ...explanation.sensitivity!, inputs: [], asked: 0, years: 0 } };
    expect(renderExplanation(none)).toContain('ended before an input had its years');
  });

  it('leaves out the inputs where they were not asked for', () => {
    const without = renderExplanation({ ...explanation, sensitivity: null });
    expect(without).not.toContain('What moves');
    expect(without).not.toContain('Partial');
    expect(renderExplanation({ ...explanation, sensitivity: { factor: 2, years: 100, asked: 0, inputs: [] } })).toContain('no input that could be varied');
  });

  it('draws a model that is never down', () => {
    const calm = { ...explanation, gap: { steps: explanation.gap.steps.map((each) => ({ ...each, availability: { mean: 1, ci95: [1, 1] as const }, downtimePerYear: { mean: 0, ci95: [0, 0] as const } })) } };
    expect(renderExplanation(calm)).not.toMatch(/NaN|Infinity|undefined/);
  });

  it('lets no name through that is a command to the terminal', () => {
    const named = { ...explanation, sensitivity: { ...explanation.sensitivity!, inputs: [{ ...explanation.sensitivity!.inputs[0], name: hostile }] }, importance: [{ ...explanation.importance[0], element: hostile }] };
    expect(renderExplanation(named)).not.toContain('\u001b');
    expect(renderExplanationMarkdown(named)).not.toMatch(/\u001b|<b>|[^\\]\|@team/);
    expect(renderExplanationCsv(named)).not.toContain('\u001b');
  });
});

describe('an explanation in other formats', () => {
  it('as Markdown has the intervals that a terminal has no room for', () => {
    const markdown = renderExplanationMarkdown(explanation);
    expect(markdown).toContain('### The gap');
    expect(markdown).toMatch(/\| shared domains \| \+22\.3 min \| \+22\.16 min to \+22\.5 min \|/);
    expect(markdown).toMatch(/\| web\\_replicas \| 6 \| \+1\.1 h \| 4: \+33 min to \+1\.67 h \|/);
    expect(markdown.endsWith('\n')).toBe(true);
    expect(markdown).not.toContain('█│');
  });

  it('as CSV has every figure in a row of its own', () => {
    const lines = renderExplanationCsv(explanation).split('\r\n');
    expect(lines).toContain('gap,detection,added,100,90,110,s');
    expect(lines).toContain('gap,capacity,absent,true,,,');
    expect(lines).toContain('sensitivity,web_replicas,low.downtimePerYear,4000,2000,6000,s');
    expect(lines).toContain('sensitivity,web_replicas,low.cost.verdict,undecided,,,');
    expect(lines).toContain('importance,only,riskReductionWorth,,,,');
    expect(lines).toContain('cutSet,db[0] + db[1],unavailability,1e-9,,,share');
    expect(lines).toContain('sensitivity,,asked,3,,,');
  });
});
