import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { violations } from './axe.ts';
import { type Site, startSite, webShop } from './harness.ts';
import { settled, showView, typeModel } from './steps.ts';

let site: Site;
beforeAll(async () => (site = await startSite()));
afterAll(() => site?.close());


/** A pair whose database is promoted slowly or quickly: they share all failures. */
const pair = (name: string, promote: string, currency = 'USD') => `nines: 1
name: ${name}
currency: ${currency}
domains: { r: { kind: region, domains: { za: { kind: zone, failures: { outage: { mtbf: 2 years, mttr: constant(2 h) } } }, zb: { kind: zone } } } }
components:
  pg: { failures: { crash: { mtbf: 60 days, mttr: constant(1 h) } } }
services:
  db: { component: pg, replicas: 2, across: zone, mode: active-passive, failover: { detect: 30 s, promote: ${promote} } }
entry: db
simulation: { years: 2000, seed: 5 }
`;

async function add(page: Page, text: string): Promise<void> {
  await typeModel(page, text);
  await page.getByRole('heading', { level: 1 }).getByText(/^name: (.*)$/m.exec(text)![1]).waitFor();
  await page.getByRole('button', { name: 'Add this model' }).click();
}

const differences = (page: Page) => page.getByRole('region', { name: /^Differences from/ }).getByRole('table');

/** Each row's cells, a line break between their parts. */
async function cells(page: Page): Promise<string[][]> {
  return differences(page)
    .locator('tbody tr')
    .evaluateAll((rows) => rows.map((row) => [...row.children].map((cell) => (cell as HTMLElement).innerText.trim())));
}

async function compared(page: Page): Promise<void> {
  await settled(page);
  await showView(page, 'Compare');
  await add(page, pair('quick', '20 s'));
  await add(page, pair('slow', '5 min'));
  await differences(page).waitFor({ timeout: 60_000 });
  await page.getByText(/live through the same 2,000 years .* seed 5/).waitFor();
  await expect.poll(() => page.getByRole('region', { name: 'Figures side by side' }).getByText('seed 5').count(), { timeout: 60_000 }).toBe(2);
}

test('two models live through the same history: differences have an interval, a verdict in words and a picture', async () => {
  const { page, problems } = await site.open({ path: await webShop(), bypassCSP: true, reducedMotion: 'reduce' });
  await compared(page);
  const rows = await cells(page);
  expect(rows.map(([name]) => name)).toEqual(['Availability', 'Down a year', 'Recovery time, mean', 'Data loss, mean', 'Data loss a year', 'Total cost a year']);
  expect(rows[1][1]).toMatch(/^\+.*\n\+.* to \+.*\nworse$/);
  expect(rows[0][1]).toMatch(/^−.*points\n.*\nworse$/);
  expect(rows[4][1]).toContain('the same');
  // They share every failure: the pairing takes away most of the variance, and says what that saves.
  const sentence = await page.getByText(/took away .*% of the variance/).innerText();
  expect(Number(/took away (?:up to )?([\d.]+)%/.exec(sentence)?.[1])).toBeGreaterThan(80);

  // The other way round everything is turned.
  await page.getByLabel('Against', { exact: true }).selectOption({ label: 'slow' });
  await expect.poll(async () => (await cells(page))[1][1]).toMatch(/^−.*\n−.* to −.*\nbetter$/);

  const figure = page.getByRole('figure', { name: 'Paired differences' });
  expect((await figure.locator('svg .plot-verdict').allTextContents()).slice(0, 2)).toEqual(['better', 'better']);
  await figure.getByRole('application').focus();
  await page.keyboard.press('Home');
  await expect.poll(() => figure.locator('[data-readout]').innerText()).toMatch(/^quick against slow, down a year: −.*better\.$/);
  await figure.getByRole('button', { name: /Show table/ }).click();
  expect(await figure.locator('tbody tr').count()).toBe(6);

  // Nothing was shown of the model that was taken away.
  await page.getByRole('button', { name: 'Remove slow' }).click();
  await expect.poll(() => differences(page).count()).toBe(0);
  await page.getByText('Add a second model').waitFor();

  expect(await violations(page)).toEqual([]);
  expect(problems).toEqual([]);
});

test('another currency and errors are told kindly, and the others are compared', async () => {
  const { page, problems } = await site.open({ path: await webShop(), viewport: { width: 390, height: 800 }, colorScheme: 'dark' });
  await settled(page);
  await showView(page, 'Compare');
  const open = async (text: string) => {
    await page.getByRole('button', { name: /Change the model/ }).click();
    await typeModel(page, text);
    await page.getByRole('button', { name: /^(Close|Done|Back)/ }).first().click();
    await page.getByRole('button', { name: 'Add this model' }).click();
  };
  await open(pair('quick', '20 s'));
  await open(pair('euro', '20 s', 'EUR'));
  await open(pair('broken', 'soon'));
  await open(pair('slow', '5 min'));
  await page.getByText(/euro does not reckon in USD/).waitFor({ timeout: 60_000 });
  await differences(page).waitFor({ timeout: 60_000 });
  expect(await differences(page).locator('thead th').allInnerTexts().then((all) => all.join(' '))).toMatch(/slow/);
  expect(await differences(page).locator('thead th').count()).toBe(2);
  await page.getByRole('region', { name: 'Figures side by side' }).getByText(/line \d+:/).first().waitFor();
  // The one in euros has its figures all the same.
  await expect.poll(() => page.getByRole('region', { name: 'Figures side by side' }).getByText(/2,000 years/).count(), { timeout: 60_000 }).toBe(3);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0);
  expect(problems).toEqual([]);
});

test('a comparison that is stopped keeps what is finished', async () => {
  const { page } = await site.open({ path: await webShop() });
  await settled(page);
  await showView(page, 'Compare');
  await add(page, pair('quick', '20 s').replace('years: 2000', 'years: 3000000'));
  await add(page, pair('slow', '5 min'));
  await differences(page).waitFor({ timeout: 60_000 });
  await page.locator('.differences').getByRole('button', { name: 'Stop' }).click();
  await expect.poll(() => page.getByText('stopped; they count').count(), { timeout: 60_000 }).toBe(2);
  expect((await cells(page))[1][1]).toMatch(/worse|no difference shown/);
});
