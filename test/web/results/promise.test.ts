import { h } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { expect, test } from 'vitest';
import type { Report } from '../../../src/analysis/report.ts';
import { renderRunHtml } from '../../../src/html/index.ts';
import { parseModel, simulate } from '../../../src/index.ts';
import { missionPlot } from '../../../src/plots/mission-plot.tsx';
import { figureText } from '../../../src/report/figure-text.ts';
import { PromiseTables } from '../../../web/results/promise-table.tsx';

const TEXT = `nines: 1
name: Promised
teams: { crew: { people: 2, acknowledge: 1 h }, boss: {} }
components: { c: { failures: { crash: { mtbf: 20 days, mttr: 1 h, repaired-by: crew } } } }
services: { web: { component: c } }
sla: { promise: 99.9%, window: month, fee: 100 USD/month, credits: { 99.9%: 10% } }
simulation: { years: 20, mission: 10 days }
`;
const model = parseModel(TEXT);
const report = await simulate(model, { workers: 0 });
/** The report without these. */
const less = (...keys: string[]) => Object.fromEntries(Object.entries(report).filter(([key]) => !keys.includes(key))) as unknown as Report;

test('windows, credits, the error budget and the mission stand on the page as in the report', () => {
  const page = renderToString(h(PromiseTables, { report }));
  for (const key of ['windows.broken', 'windows.yearsWithBroken', 'windows.creditsPerYear', 'mission.reliability', 'mission.meanSecondsToFirstIncident'] as const) expect(page, key).toContain(figureText(key, report));
  for (const words of ['Promise', '99.9% in each month', 'budget left of 43.8 min', 'Mission', '10 days from new', 'web/crash 100%']) expect(page).toContain(words);
  expect(renderToString(h(PromiseTables, { report: less('windows', 'mission') }))).toBe('');
});

test('the curve of a mission is R(T) of its runs, on the page and in the HTML report', () => {
  const plot = missionPlot(report)!;
  const { curve, reliability } = report.mission!;
  expect(plot.table().rows).toEqual(curve.seconds.map((seconds, i) => [seconds, curve.reliability[i]]));
  expect(plot.table().rows.at(-1)).toEqual([10 * 86_400, reliability.mean]);
  expect(plot.locate(1e9, 0, { width: 600, height: 300 })).toBe(curve.seconds.length - 1);
  const html = renderRunHtml(report);
  expect(html).toMatch(/<h2[^>]*>Mission/);
  expect(html).toContain('Reliability of the mission');
  expect(missionPlot(less('mission'))).toBeNull();
});
