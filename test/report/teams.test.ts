import { h } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { expect, test } from 'vitest';
import { renderRunHtml } from '../../src/html/index.ts';
import { parseModel, simulate } from '../../src/index.ts';
import { renderCsv, renderJson, renderMarkdown } from '../../src/report/index.ts';
import { renderTable } from '../../src/report/run/table.ts';
import { TeamsTable } from '../../web/results/teams-table.tsx';

const TEXT = `nines: 1
name: People
teams: { crew: { people: 1, acknowledge: 1 h }, boss: { hours: Mon-Fri 09:00-17:00 } }
components: { a: { failures: { x: { mtbf: 20 days, mttr: 5 h, repaired-by: crew }, y: { mtbf: 90 days, mttr: 1 h, repaired-by: boss } } } }
services: { web: { component: a, replicas: 2 } }
`;

test('who is how busy, and how long one waits for them, stands in every format and on the page', async () => {
  const report = await simulate(parseModel(TEXT), { years: 200, workers: 0 });
  const formats = [renderTable(report), renderMarkdown(report), renderRunHtml(report), renderToString(h(TeamsTable, { report }))];
  for (const text of formats) for (const word of ['Teams', 'crew', 'boss', 'unlimited', 'obody free']) expect(text).toContain(word);
  expect(renderCsv(report)).toMatch(/^team,crew,busy,0\.\d+,/m);
  expect(renderCsv(report)).toMatch(/^team\.waitSeconds,boss,mean,\d/m);
  const [crew, boss] = (JSON.parse(renderJson(report)) as typeof report).teams!;
  expect(crew).toMatchObject({ name: 'crew', people: 1 });
  expect(boss).toMatchObject({ name: 'boss', people: null, busy: { mean: 0, ci95: [0, 0] } });
  // Of a week the office is closed 128 hours.
  expect(boss.nobodyFree.mean).toBeCloseTo(128 / 168, 3);
  expect(boss.waitSeconds.mean! / 3600).toBeGreaterThan(10);
});

test('nothing is said of teams where the model has none', async () => {
  const report = await simulate(parseModel(TEXT.replace(/^teams.*\n/m, '').replaceAll(/, repaired-by: \w+/g, '')), { years: 50, workers: 0 });
  expect(report.teams).toBeUndefined();
  expect(renderTable(report)).not.toContain('Teams');
  expect(renderToString(h(TeamsTable, { report }))).toBe('');
});
