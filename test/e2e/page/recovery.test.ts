import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Locator, Page } from 'playwright-core';
import { violations } from './axe.ts';
import { type Site, startSite, webShop } from './harness.ts';
import { chooseFromGallery, downloaded, explainFigures, settled, showView } from './steps.ts';

/** Recovery taken apart, what it costs, tiers, and the four recovery strategies side by side. */

let site: Site;
beforeAll(async () => (site = await startSite()));
afterAll(() => site?.close());

const SECONDS = { ms: 1e-3, s: 1, min: 60, h: 3600, day: 86_400, days: 86_400, year: 31_557_600, years: 31_557_600 } as const;

/** `2 h 32 min` in seconds. */
function secondsOf(text: string): number {
  return [...text.matchAll(/([\d.]+)\s*(ms|s|min|h|days?|years?)/g)].reduce((sum, [, count, unit]) => sum + Number(count) * SECONDS[unit as keyof typeof SECONDS], 0);
}

function plot(page: Page, title: string): Locator {
  return page.getByRole('figure', { name: title });
}

/** A plot's table, row by row. */
async function tableOf(figure: Locator): Promise<string[][]> {
  await figure.getByRole('button', { name: /Show table/ }).click();
  return figure.locator('tbody tr').evaluateAll((rows) => rows.map((row) => [...row.children].map((cell) => cell.textContent ?? '')));
}

async function explained(page: Page, figure: string): Promise<string> {
  await explainFigures(page);
  await page.getByRole('button', { name: `Explain: ${figure}` }).first().click();
  const box = page.getByRole('dialog', { name: `Meaning: ${figure}` });
  await box.getByText('What goes in').waitFor();
  const text = await box.innerText();
  await page.keyboard.press('Escape');
  return text;
}

describe('an incident taken apart', () => {
  test('has the stages of its model, which add up to the mean', async () => {
    const { page, problems } = await site.open({ path: await webShop() });
    await settled(page);
    await chooseFromGallery(page, 'Warm standby');
    await settled(page);
    await showView(page, 'Recovery');
    const figure = plot(page, 'Recovery taken apart');
    await figure.locator('svg .plot-stage-decide').first().waitFor();
    const rows = await tableOf(figure);
    expect(rows.map(([stage]) => stage)).toEqual(expect.arrayContaining(['Detect', 'Decide', 'Redirect', 'All stages']));
    const times = rows.map(([, mean]) => secondsOf(mean));
    const [whole] = times.splice(-1);
    expect(whole).toBeGreaterThan(60);
    // Each is rounded to three digits or to two units.
    expect(Math.abs(times.reduce((sum, each) => sum + each, 0) - whole)).toBeLessThan(whole * 0.02 + 5);
    expect(await explained(page, 'Stages of a recovery')).toMatch(/detect .* = /);
    expect(problems).toEqual([]);
  });

  test('is read with the keyboard and taken along as a picture', async () => {
    const { page } = await site.open({ path: await webShop() });
    await settled(page);
    await showView(page, 'Recovery');
    const figure = plot(page, 'Recovery taken apart');
    await figure.getByRole('application').focus();
    await page.keyboard.press('Home');
    await expect.poll(() => figure.locator('[data-readout]').innerText()).toMatch(/^Mean of [\d,]+ incidents/);
    await page.keyboard.press('ArrowDown');
    await expect.poll(() => figure.locator('[data-readout]').innerText()).toMatch(/^Detect.* of the mean incident \(95% interval /);
    await figure.getByRole('button', { name: /Download/ }).click();
    const { name, bytes } = await downloaded(page, () => figure.getByRole('button', { name: 'SVG' }).click());
    expect(name).toMatch(/stages-of-recovery\.svg$/);
    expect(bytes.toString()).toContain('Repair');
  });
});

test('the running cost falls apart by kind, service and domain, and standbys are named', async () => {
  const { page, problems } = await site.open({ path: await webShop() });
  await settled(page);
  await chooseFromGallery(page, 'Warm standby');
  await settled(page);
  await showView(page, 'Cost');
  const figure = plot(page, 'Cost per year');
  const labels = () => figure.locator('svg[role=img]').textContent();
  for (const [by, part] of [['By kind', 'compute'], ['By domain', 'us-east-1a'], ['By service', 'Running cost']] as const) {
    await figure.getByRole('button', { name: by, exact: true }).click();
    await expect.poll(labels).toContain(part);
  }
  await page.getByText(/of which [\d,]+ USD for standbys: 1\.\d+× the same without redundancy/).first().waitFor();
  const kinds = (await tableOf(figure)).filter(([, kind]) => kind === 'kind of cost').map(([name]) => name);
  expect(kinds).toEqual(expect.arrayContaining(['compute', 'storage', 'backup']));
  expect(await explained(page, 'Relative cost')).toContain('first site alone and no backups');
  expect(await explained(page, 'For standbys')).toMatch(/[\d,]+ USD of [\d,]+ USD/);
  expect(problems).toEqual([]);
});

test('each service has its tier, and the published table behind it', async () => {
  const { page } = await site.open({ path: await webShop() });
  await settled(page);
  const services = page.getByRole('region', { name: 'Table of services' });
  const heads = await services.getByRole('columnheader').allInnerTexts();
  const tier = heads.findIndex((head) => head.startsWith('Tier'));
  expect(tier).toBeGreaterThan(0);
  for (const row of await services.locator('tbody tr').all()) expect(await row.locator('th, td').nth(tier).innerText()).toMatch(/^([1-4]|—)/);
  expect(await explained(page, 'Service tiers')).toMatch(/payments, trading[\s\S]*analytics, batch/);
});

describe('the four recovery strategies', () => {
  const NAMES = ['1. Backup and restore', '2. Pilot light', '3. Warm standby', '4. Active-active'];

  async function tried(page: Page): Promise<Locator> {
    await settled(page);
    await showView(page, 'Compare');
    await page.getByRole('button', { name: 'The four recovery strategies' }).click();
    const table = page.getByRole('region', { name: 'Strategies side by side' }).getByRole('table');
    await expect.poll(() => table.getByText('published').count(), { timeout: 60_000 }).toBe(12);
    await expect.poll(() => table.getByText('down a year').count(), { timeout: 60_000 }).toBe(4);
    return table;
  }

  test('are one table and one picture', async () => {
    const { page, problems } = await site.open({ path: await webShop(), bypassCSP: true, reducedMotion: 'reduce' });
    const table = await tried(page);
    const rows = await table.locator('tbody tr').evaluateAll((all) => all.map((row) => [...row.children].map((cell) => (cell as HTMLElement).innerText.trim())));
    expect(rows.map(([name]) => name.split('\n')[0])).toEqual(NAMES);
    const recovery = rows.map((row) => secondsOf(row[1].split('\n')[0]));
    expect([...recovery].sort((a, b) => b - a), 'each next one is back sooner').toEqual(recovery);
    const cost = rows.map((row) => Number.parseFloat(row[3]));
    expect([...cost].sort((a, b) => a - b), 'and costs more').toEqual(cost);
    for (const row of rows) expect(row[4]).toMatch(/RTO .*(met|missed|undecided)/s);

    const figure = plot(page, 'Data loss against recovery time');
    expect(await figure.locator('svg .plot-symbol').count()).toBeGreaterThanOrEqual(4);
    expect(await figure.locator('svg .plot-frame').count()).toBe(4);
    expect((await tableOf(figure)).map(([name]) => name)).toEqual(NAMES.map((name) => name.slice(3)));
    await figure.getByRole('application').focus();
    await page.keyboard.press('End');
    await expect.poll(() => figure.locator('[data-readout]').innerText()).toMatch(/^Active-active: .*Published: RTO ~0, RPO ~0, 2×/);

    expect(await violations(page)).toEqual([]);
    expect(problems).toEqual([]);
  });

  test('fit a phone, and are still there after a visit elsewhere', async () => {
    const { page } = await site.open({ path: await webShop(), viewport: { width: 360, height: 740 }, colorScheme: 'dark' });
    await tried(page);
    await showView(page, 'Learn');
    await showView(page, 'Compare');
    expect(await page.getByText('published').count()).toBeGreaterThanOrEqual(12);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0);
  });
});
