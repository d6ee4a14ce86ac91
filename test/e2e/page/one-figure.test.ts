import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Locator, Page } from 'playwright-core';
import type { Report, SweepReport } from '../../../src/analysis/report.ts';
import { parseModel } from '../../../src/model/index.ts';
import { causesPlot } from '../../../src/plots/causes-plot.tsx';
import { costPlot } from '../../../src/plots/cost-plot.tsx';
import { cellText } from '../../../src/plots/data/table.ts';
import type { Plot } from '../../../src/plots/frame/types.ts';
import { waterfallPlot } from '../../../src/plots/waterfall-plot.tsx';
import { COMPARED } from '../../../src/report/comparison/compared.ts';
import { figureText } from '../../../src/report/figure-text.ts';
import { answer, claim } from '../../../src/report/run/answer.ts';
import { SERVICE_COLUMNS } from '../../../src/report/run/services.ts';
import { spreadRows } from '../../../src/report/run/spread.ts';
import { explain, simulate } from '../../../src/index.ts';
import { type Site, startSite } from './harness.ts';
import { encodeLink } from '../../../web/state/link.ts';
import { downloaded, headline, inFull, settled, showView } from './steps.ts';

/** The page shows the figures of a run of the same model, seed and years: to the last bit, in every view that shows them. */

let site: Site;
beforeAll(async () => (site = await startSite()));
afterAll(() => site?.close());

const MODEL = `nines: 1
name: one figure
parameters: { promote: 2 min }
domains: { r: { kind: region, domains: { za: { kind: zone, failures: { outage: { mtbf: 2 years, mttr: 'lognormal(1 h, 9 h)' } } }, zb: { kind: zone } } } }
components:
  app: { cost: 0.1 USD/h, failures: { crash: { mtbf: 30 days, mttr: 10 min } } }
  pg: { failures: { crash: { mtbf: 60 days, mttr: 1 h } } }
services:
  web: { component: app, replicas: 4, across: zone, required: 3, needs: [db] }
  db:
    component: pg
    replicas: 2
    across: zone
    mode: active-passive
    replication: { mode: async, lag: exponential(2 s) }
    failover: { detect: 30 s, promote: promote }
entry: web
targets: { rto: 90 min, rpo: 5 min, budget: 9000 USD/year }
losses: { downtime: 100 USD/h, data: 50 USD/h }
`;
const ASKED = { seed: 'nine', years: 437 } as const;

/** What a run has seen: how long that took, and on how many threads, is the machine's affair. */
const seen = (report: Report): object => JSON.parse(JSON.stringify({ ...report, run: { ...report.run, seconds: 0, workers: 0 } })) as object;

const textsOf = (rows: Locator): Promise<string[][]> =>
  rows.evaluateAll((all) =>
    all.map((row) => [...row.children].map((cell) => (cell.firstChild?.textContent ?? '').trim()).filter((text, i) => i > 0 || text !== '')),
  );

/** A plot's own table against the same table of the run in Node. */
async function holdTable(page: Page, plot: Plot): Promise<void> {
  const { columns, rows } = plot.table();
  const figure = page.getByRole('figure', { name: plot.title });
  await figure.getByRole('button', { name: /Show table/ }).click();
  const shown = await figure.locator('tbody tr').evaluateAll((all) => all.map((row) => [...row.children].map((cell) => cell.textContent ?? '')));
  expect(shown.length).toBe(rows.length);
  const told = rows.map((row) => row.map((_, i) => cellText(columns[i], row, i)));
  expect(shown).toEqual(told);
}

test('every view shows the figures of a run in Node of the same model, seed and years', async () => {
  const inNode = await simulate(parseModel(MODEL), { ...ASKED, workers: 0 });
  expect(inNode.incidents.perYear.mean).toBeGreaterThan(1);
  const { page, problems } = await site.open({ path: await encodeLink({ text: MODEL, seed: ASKED.seed, years: ASKED.years, tab: '' }), reducedMotion: 'reduce' });
  await settled(page, ASKED.years);

  // All of it, to the last bit.
  await page.getByRole('button', { name: 'Share' }).click();
  const { bytes } = await downloaded(page, () => page.getByRole('button', { name: 'Report (JSON)' }).click());
  await page.keyboard.press('Escape');
  expect(seen(JSON.parse(bytes.toString()) as Report)).toEqual(seen(inNode));

  // The answer, and what the arithmetic claims.
  const tile = `${await headline(page)} ${await inFull(page)}`;
  const said = answer(inNode);
  for (const text of [said.availability, said.nines!, said.downtime, said.uncertainty, claim(inNode)!.availability, claim(inNode)!.off!]) expect(tile).toContain(text);
  for (const key of ['availability.requests', 'availability.degraded', 'availability.out'] as const) expect(await inFull(page)).toContain(figureText(key, inNode));

  // Downtime: services, and how times are spread.
  await showView(page, 'Downtime');
  const services = await textsOf(page.getByRole('region', { name: 'Table of services' }).locator('tbody tr'));
  expect(services.map(([name]) => name).sort()).toEqual(['db', 'web']);
  for (const [name, ...cells] of services) expect(cells).toEqual(SERVICE_COLUMNS.map(({ cell }) => cell(inNode.services[name])));
  const times = await textsOf(page.getByRole('region', { name: 'Times' }).locator('tbody tr'));
  expect(times.map(([, ...cells]) => cells)).toEqual(spreadRows(inNode).map(({ cells }) => cells));
  await page.getByText(`${figureText('incidents.perYear', inNode)} incidents a year.`).waitFor();

  await showView(page, 'Causes');
  await holdTable(page, causesPlot(inNode));
  await showView(page, 'Cost');
  await holdTable(page, costPlot(inNode, 'kind'));

  // Compared with itself as it stands there: one column.
  await showView(page, 'Compare');
  await page.getByRole('button', { name: 'Add this model' }).click();
  const compared = page.getByRole('region', { name: 'Figures side by side' });
  await compared.getByText(`${ASKED.years} years`).waitFor();
  await expect.poll(() => compared.getByText('simulating…').count(), { timeout: 60_000 }).toBe(0);
  const rows = await textsOf(compared.locator('tbody tr'));
  expect(rows.slice(1, 1 + COMPARED.length).map(([, value]) => value)).toEqual(COMPARED.map(({ key }) => figureText(key, inNode)));

  // What if: the point that is the model.
  await showView(page, 'What if');
  await page.getByRole('button', { name: /^Try/ }).click();
  await page.locator('.sweep-files').waitFor({ timeout: 60_000 });
  const file = await downloaded(page, () => page.locator('.sweep-files').getByRole('button', { name: 'JSON' }).click());
  const { points } = JSON.parse(file.bytes.toString()) as SweepReport;
  const own = points.find(({ parameters }) => parameters.promote === 120)!.report;
  for (const part of ['availability', 'incidents', 'recoveryTime', 'dataLoss', 'cost', 'services'] as const) {
    // An exact value is not asked for at each point.
    const figures = JSON.parse(JSON.stringify(inNode[part])) as Record<string, unknown>;
    expect({ ...own[part], exact: null }, part).toEqual({ ...figures, exact: null });
  }

  // Why: the way from the arithmetic ends at the run.
  await showView(page, 'Why');
  await page.getByText(/years for each step/).waitFor({ timeout: 90_000 });
  const { gap } = await explain(MODEL, { ...ASKED, workers: 0, sensitivity: false });
  expect(gap.steps.at(-1)!.availability.mean).toBe(inNode.availability.mean);
  await holdTable(page, waterfallPlot(gap, { name: '', source: '', report: inNode }));
  expect(problems).toEqual([]);
}, 150_000);
