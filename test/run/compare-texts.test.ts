import { expect, test } from 'vitest';
import { compare, parseModel } from '../../src/index.ts';
import { renderComparison, renderComparisonCsv, renderComparisonMarkdown } from '../../src/report/index.ts';
import { renderComparisonHtml } from '../../src/html/index.ts';

const text = (mttr: string, more = '') => `nines: 1\nname: My shop\ncomponents: { c: { failures: { crash: { mtbf: 30 days, mttr: ${mttr} } } } }\nservices: { web: { component: c${more} } }\n`;
const before = parseModel(text('4 h'), { file: 'plans/before.yaml' });
const after = parseModel(text('30 min', ', replicas: 2'), { file: 'plans/after.yaml' });

test('two versions of one model are called by their files, and what their texts say otherwise is listed in every format', async () => {
  const report = await compare([before, after], { years: 20, workers: 0 });
  expect(report.labels).toEqual(['before.yaml', 'after.yaml']);
  expect(report.differences[0].changes).toEqual([
    { path: 'components.c.failures.crash.mttr', from: '4 h', to: '30 min' },
    { path: 'services.web.replicas', from: null, to: '2' },
  ]);
  for (const each of [renderComparison(report), renderComparisonMarkdown(report), renderComparisonHtml(report)]) {
    for (const part of ['before.yaml', 'after.yaml', 'component c: failures.crash.mttr 4 h → 30 min', 'web: replicas added: 2']) expect(each).toContain(part);
  }
  expect(renderComparisonCsv(report)).toContain('changes.0-1,components.c.failures.crash.mttr,from,4 h');
});

test('an interval is said whole on a narrow screen, and what the same history has saved only where it has', async () => {
  const report = await compare([before, after], { years: 20, workers: 0 });
  const removing = (varianceRemoved: number) =>
    renderComparison({ ...report, differences: report.differences.map((each) => ({ ...each, downtimePerYear: { ...each.downtimePerYear, varianceRemoved } })) }, { columns: 80 });
  expect(removing(0.75)).toContain('up to 2 times narrower');
  expect(removing(0.02)).not.toContain('times narrower');
  expect(removing(0.02)).toMatch(/availability .* [+−\d.]+ to [+−\d.]+ points /);
  expect(removing(0.02)).not.toContain('…');
});
