import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Locator, Page } from 'playwright-core';
import type { SweepReport } from '../../../src/analysis/report.ts';
import { sweep } from '../../../src/index.ts';
import { violations } from './axe.ts';
import { type Site, startSite, webShop } from './harness.ts';
import { downloaded, headline, settled, showView, typeModel } from './steps.ts';

let site: Site;
beforeAll(async () => (site = await startSite()));
afterAll(() => site?.close());


const MODEL = `nines: 1
name: what if
parameters:
  promote: 2 min
  members: 4
domains: { r: { kind: region, domains: { za: { kind: zone, failures: { outage: { mtbf: 2 years, mttr: constant(2 h) } } }, zb: { kind: zone } } } }
components:
  app: { cost: 0.1 USD/h, failures: { crash: { mtbf: 30 days, mttr: 10 min } } }
  pg: { failures: { crash: { mtbf: 60 days, mttr: constant(1 h) } } }
services:
  web: { component: app, replicas: members, across: zone, required: 3, needs: [db] }
  db: { component: pg, replicas: 2, across: zone, mode: active-passive, failover: { detect: 30 s, promote: promote } }
entry: web
targets: { rto: 90 min }
simulation: { years: 300, seed: 5 }
`;

async function begun(page: Page): Promise<void> {
  await settled(page);
  await typeModel(page, MODEL);
  await page.getByRole('heading', { level: 1 }).getByText('what if').waitFor();
  await showView(page, 'What if');
}

const plot = (page: Page, name: RegExp): Locator => page.getByRole('figure', { name });

async function swept(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Try/ }).click();
  await page.locator('.sweep-files').waitFor({ timeout: 60_000 });
}

test('a parameter is tried along a range: a curve with its band, read by keys; a point sets the model, and undo takes it back', async () => {
  const { page, problems } = await site.open({ path: await webShop(), bypassCSP: true, reducedMotion: 'reduce' });
  await begun(page);
  await swept(page);
  const figure = plot(page, /^Availability along promote/);
  expect(await figure.locator('svg .plot-symbol').count()).toBe(9);
  expect(await figure.locator('svg .plot-sweep-band').first().getAttribute('d')).toMatch(/^M.*Z$/);
  expect(await figure.locator('svg').getByText('now 2 min').count()).toBe(1);
  await figure.getByRole('application').focus();
  await page.keyboard.press('Home');
  await expect.poll(() => figure.locator('[data-readout]').innerText()).toMatch(/^promote = 30 s: availability 99\.\d+% \(99/);
  await page.keyboard.press('End');
  await expect.poll(() => figure.locator('[data-readout]').innerText()).toMatch(/^promote = 8 min/);

  // The recovery has the model's target as a rule.
  await page.getByRole('group', { name: 'Figure drawn' }).getByRole('button', { name: 'Recovery' }).click();
  await plot(page, /^Recovery time, p95 along promote/).locator('svg').getByText(/target 90 min|target 1.5 h/).waitFor();

  const { bytes, name } = await downloaded(page, () => page.locator('.sweep-files').getByRole('button', { name: 'JSON' }).click());
  const report = JSON.parse(bytes.toString()) as SweepReport;
  expect(name).toBe('what-if-promote.json');
  const values = ['30 s', '0.707 min', '1 min', '1.41 min', '2 min', '2.83 min', '4 min', '5.66 min', '8 min'];
  const inNode = JSON.parse(JSON.stringify(await sweep(MODEL, { file: 'model', vary: { promote: values }, workers: 0 }))) as SweepReport;
  const figures = ({ points }: SweepReport) => points.map(({ parameters, report: { availability, cost, recoveryTime } }) => ({ parameters: parameters.promote, availability, cost, recoveryTime }));
  expect(figures(report).map(({ availability }) => availability), 'the same bits as in Node').toEqual(figures(inNode).map(({ availability }) => availability));

  const before = await headline(page);
  await page.getByRole('application').focus();
  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
  await expect.poll(() => headline(page), { timeout: 60_000 }).not.toBe(before);
  await expect.poll(() => page.locator('.cm-content').innerText()).toContain('promote: 8 min');
  await plot(page, /along promote/).locator('svg').getByText('now 8 min').waitFor();
  expect(await page.getByText('stale', { exact: true }).count()).toBe(0);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(() => headline(page), { timeout: 60_000 }).toBe(before);

  expect(await violations(page)).toEqual([]);
  expect(problems).toEqual([]);
}, 150_000);

test('a second parameter gives a curve each; what the model cannot be is left out, and a goal’s turn is found', async () => {
  const { page, problems } = await site.open({ path: await webShop(), viewport: { width: 390, height: 800 }, colorScheme: 'dark' });
  await settled(page);
  await page.getByRole('button', { name: /Change the model/ }).click();
  await typeModel(page, MODEL);
  await page.getByRole('button', { name: /^(Close|Done|Back)/ }).first().click();
  await showView(page, 'What if');
  await page.getByLabel('values').first().fill('3');
  await page.getByLabel('and as curves').selectOption('members');
  await swept(page);
  await page.getByText(/Left out, as the model has errors there: members = 2 \(required: 3/).waitFor();
  const figure = plot(page, /^Availability along promote/);
  expect(await figure.locator('svg .plot-line').count()).toBeGreaterThanOrEqual(2);
  expect(await figure.locator('.plot-keys li').allInnerTexts()).toEqual(['members = 4', 'members = 8']);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0);

  await page.getByRole('textbox', { name: /does this hold/ }).fill('rto.p95 <= 5 min');
  await page.getByRole('button', { name: 'Find out' }).click();
  await expect.poll(() => page.locator('.sweep-found').first().innerText(), { timeout: 60_000 }).toMatch(/rto\.p95 <= 5 min is (met|missed|undecided|surely)/);
  await page.getByRole('textbox', { name: /does this hold/ }).fill('speed > 9');
  await page.getByRole('button', { name: 'Find out' }).click();
  await page.getByRole('alert').getByText(/unknown figure 'speed'/).waitFor({ timeout: 60_000 });
  // A range that makes no sense is refused before anything runs.
  await page.getByLabel('to', { exact: true }).first().fill('3 GB');
  await page.getByLabel('to', { exact: true }).first().blur();
  await page.getByText('0.5 min and 3 GB are not of a kind').waitFor();
  expect(await page.getByRole('button', { name: 'Try again' }).isDisabled()).toBe(true);
  expect(problems).toEqual([]);
}, 150_000);

test('a sweep that is stopped keeps its points and can be gone on with', async () => {
  const { page } = await site.open({ path: await webShop() });
  await settled(page);
  await typeModel(page, MODEL.replace('years: 300', 'years: 8000'));
  await page.getByRole('heading', { level: 1 }).getByText('what if').waitFor();
  await showView(page, 'What if');
  await page.getByRole('button', { name: 'Try these values' }).click();
  await expect.poll(() => page.locator('.sweep-progress').innerText(), { timeout: 60_000 }).toMatch(/^[1-8] of 9/);
  await page.locator('.sweep-progress').getByRole('button', { name: 'Stop' }).click();
  await page.getByText(/Stopped; \d of 9 points are there/).waitFor({ timeout: 60_000 });
  await page.getByRole('button', { name: 'Go on' }).click();
  await expect.poll(() => page.locator('.sweep .plot-symbol').count(), { timeout: 90_000 }).toBe(9);
}, 180_000);

test('the cheapest combination that keeps to the goals is found, marked, named and taken over', async () => {
  const { page, problems } = await site.open({ path: await webShop() });
  await begun(page);
  const goals = page.getByRole('textbox', { name: /^Goals/ });
  expect(await goals.inputValue()).toMatch(/^rto\.p95 <= (90 min|1\.5 h)$/);
  await goals.fill('availability >= 90%');
  await page.getByRole('textbox', { name: /^Values of members/ }).fill('2, 3, 4, 6');
  await page.getByRole('textbox', { name: /^Values of promote/ }).fill('1 min');
  await page.getByRole('button', { name: /^Search 4 candidates/ }).click();
  await page.getByText(/^The best of those with availability >= 90%: promote = 1 min, members = 3 at .* USD a year/).first().waitFor({ timeout: 90_000 });
  await page.getByText(/Left out, as the model has errors there: members = 2/).waitFor();
  const figure = plot(page, /^Cost against nines/);
  expect(await figure.locator('svg .plot-role-best').count()).toBeGreaterThan(0);
  expect(await figure.locator('svg text.plot-strong').textContent()).toContain('members = 3');
  const table = page.getByRole('region', { name: 'Candidates' }).getByRole('table');
  expect((await table.locator('tbody tr').first().innerText()).replace(/\s+/g, ' ')).toContain('promote = 1 min, members = 3 the best');
  await table.getByRole('button', { name: 'Set the model to promote = 1 min, members = 3' }).click();
  await expect.poll(() => page.locator('.cm-content').innerText()).toMatch(/promote: 1 min\s+members: 3/);
  expect(problems).toEqual([]);
}, 150_000);

test('my limit is found by one button, and the load of each member stands under one life', async () => {
  const { page, problems } = await site.open({ path: await webShop() });
  await settled(page);
  await typeModel(page, LOADED);
  await page.getByRole('heading', { level: 1 }).getByText('evening').waitFor();
  await showView(page, 'What if');
  await page.getByRole('button', { name: 'Find my limit' }).click();
  await page.getByText('web survives the loss of a zone at the busiest hour with 3 members, and has 2.').waitFor({ timeout: 90_000 });
  await page.getByText(/^web survives .* Its 2 carry 10[45]% of a member's work then, and 200% is asked of them\.$/).waitFor();
  await showView(page, 'One life');
  await plot(page, /^Load of each member of web/).waitFor({ timeout: 60_000 });
  expect(problems).toEqual([]);
}, 150_000);

const LOADED = `nines: 1
name: evening
domains: { r: { kind: region, domains: { za: { kind: zone }, zb: { kind: zone }, zc: { kind: zone } } } }
components: { app: { failures: { crash: { mtbf: 60 days, mttr: 5 min } } } }
services: { web: { component: app, replicas: 2, across: zone, retry: true, load: 200% } }
traffic: { daily: { 00:00: 40%, 18:00: 100%, 23:00: 60% } }
simulation: { years: 100, seed: 5 }
`;
