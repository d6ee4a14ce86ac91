import { expect, test } from 'vitest';
import { renderMarkdown, renderTable } from '../../src/report/index.ts';
import { promising, report } from './fixture.ts';

test('a promise by the month is told with its broken months, credits and what is left of the budget', () => {
  const table = renderTable(promising);
  for (const line of [/Promise {2}99\.95% in each month/, /months broken +5\.1%/, /years with a broken month +46%/, /credits a year +1,230 USD/, /budget left of 21\.9 min +p5 −12%, p50 80%, p95 100%/])
    expect(table).toMatch(line);
  expect(table.replace(/\s+/g, ' ')).toContain('The SLA leaves out what is over within 30 s and maintenance: 99.98%');
  expect(renderMarkdown(promising)).toContain('| months broken | 5.1% |');
});

test('nothing is said of a promise that nobody made', () => {
  expect(renderTable(report)).not.toContain('Promise');
});
