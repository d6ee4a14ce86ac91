import { describe, expect, it } from 'vitest';
import type { Report } from '../../src/analysis/report.ts';
import { renderRunHtml } from '../../src/html/index.ts';
import { renderCsv, renderMarkdown, renderTable } from '../../src/report/index.ts';
import { report } from './fixture.ts';

const r = report.recoveryTime;
const unended: Report = {
  ...report,
  recoveryTime: { ...r, censored: 230, mean: null, ci95: null, p99: null, max: null, stages: null, stagesCi95: null, quantileCi95: { ...r.quantileCi95, p99: [null, null] } },
};
const SENTENCE = '230 of 23,000 incidents had not ended 100 years past the simulated ones, or after as many events more as the history had: they count as down until the simulated years end and as beyond every goal';

describe('incidents that never end are said, and given no length', () => {
  it('in the table', () => {
    const text = renderTable(unended);
    expect(text.replace(/\s+/g, ' ')).toContain(SENTENCE);
    expect(text.split('\n').find((line) => line.includes('to recover'))).toMatch(/to recover +no end .*no end +no end$/);
    expect(renderTable(report)).not.toContain('no end');
  });

  it('in Markdown and in HTML', () => {
    expect(renderMarkdown(unended)).toContain(SENTENCE);
    expect(renderRunHtml(unended)).toContain(SENTENCE);
  });

  it('in CSV', () => {
    expect(renderCsv(unended)).toMatch(/^recoveryTime,,censored,230,/m);
  });
});
