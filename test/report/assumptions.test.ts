import { expect, test } from 'vitest';
import { checkModel, parseModel, simulate } from '../../src/index.ts';
import { expandModel } from '../../src/model/index.ts';
import { renderRunHtml } from '../../src/html/index.ts';
import { mean } from '../../src/random/moments.ts';
import { renderJson, renderMarkdown, renderTable } from '../../src/report/index.ts';
import { expectExact } from '../theory/harness.ts';

const TEXT = `nines: 1
name: Shop
components:
  stripe: { failures: { out: { availability: 99% } } }
services: { payments: { component: stripe } }
simulation: { years: 2000, seed: 1 }`;
const SAID = 'outages of lognormal(30 min, 4 h), as nothing is known but 99%';

test('an availability alone is that of outages which most report as short and some as long, and every report says that it is assumed', async () => {
  const model = parseModel(TEXT);
  const { up, down } = model.components[0].failures[0];
  expect(down).toEqual({ kind: 'lognormal', median: 1800, p95: 14_400 });
  expect(mean(up) / (mean(up) + mean(down))).toBeCloseTo(0.99, 12);
  const report = await simulate(model, { workers: 0 });
  expectExact(report.availability, 0.99);
  expect(report.assumptions).toEqual([{ path: 'components.stripe.failures.out', text: expect.stringContaining(SAID) }]);
  const flat = (text: string) => text.replaceAll(/\s+/g, ' ');
  for (const text of [renderTable(report), renderMarkdown(report), renderJson(report), renderRunHtml(report)]) expect(flat(text)).toContain('as nothing is known but 99%');
});

test('a model that says how long outages last assumes nothing, and one without either is told what is missing', () => {
  expect(parseModel(TEXT.replace('99% }', '99%, mttr: 1 h }')).assumptions).toBeUndefined();
  expect(parseModel(expandModel(TEXT)).assumptions).toBeUndefined();
  expect(checkModel(TEXT.replace('availability: 99%', 'mtbf: 1 year')).diagnostics.map(({ message }) => message)).toEqual(["'mttr' is missing in this failure mode, as in 'mttr: 90 s'"]);
});
