import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { violations } from './axe.ts';
import { type Site, startSite } from './harness.ts';
import { headline, settled, showView, typeModel } from './steps.ts';

let site: Site;
beforeAll(async () => (site = await startSite()));
afterAll(() => site?.close());

const pair = (promote: string, more = '') => `nines: 1
name: Pair
components: { pg: { failures: { crash: { mtbf: 60 days, mttr: constant(1 h) } }, cost: 1 USD/h } }
services:
  db: { component: pg, replicas: 2, mode: active-passive, failover: { detect: 30 s, promote: ${promote} } }${more}
simulation: { years: 1000, seed: 5 }
`;
const bought = (page: Page) => page.getByRole('group', { name: 'What the last change has bought' });
const saidOf = async (page: Page) => (await bought(page).innerText()).replace(/\s+/g, ' ');

/** Types a version and waits for what it has bought over the one before. */
async function typed(page: Page, text: string, versions: number): Promise<void> {
  await typeModel(page, text);
  await page.getByRole('button', { name: `${versions} versions` }).waitFor({ timeout: 60_000 });
  await page.locator('.strip-bought[aria-busy="false"]').waitFor({ timeout: 60_000 });
  await settled(page);
}

test.each([{ width: 1440, height: 900 }, { width: 390, height: 844 }])('what an act has bought stands in the strip, and any version can be gone back to and compared, at %j', async (viewport) => {
  const { page, problems } = await site.open({ viewport, bypassCSP: true });
  await settled(page);
  if (viewport.width < 900) await page.getByRole('button', { name: 'Change the model' }).click();
  await typeModel(page, pair('5 min'));
  await page.getByRole('heading', { level: 1 }).getByText('Pair').waitFor({ timeout: 60_000 });
  await page.waitForTimeout(1_000);
  if (viewport.width < 900) {
    await typed(page, pair('20 s'), 3);
    await page.getByRole('button', { name: 'Done' }).click();
  } else await typed(page, pair('20 s'), 3);
  // Six failovers a year, each 4 min 40 s sooner: half an hour, and no cost.
  expect(await saidOf(page)).toMatch(/^\+0\.\d nines −[23]\d(\.\d)? min down a year(.*min to −.*min\))? the same cost$/);
  const before = await headline(page);

  await page.getByRole('button', { name: '3 versions' }).click();
  const dialog = page.getByRole('dialog', { name: 'Versions' });
  await dialog.getByText('db: failover.promote 5 min → 20 s').first().waitFor();
  // Any two in one step.
  await dialog.getByLabel('From').selectOption({ label: 'version 1' });
  await dialog.locator('.versions-two[aria-busy="false"]').waitFor({ timeout: 60_000 });
  expect(await dialog.getByRole('listitem').filter({ hasText: /^service web removed$/ }).count()).toBe(1);
  expect(await violations(page)).toEqual([]);
  await dialog.getByRole('button', { name: 'Go back to version 2' }).click();
  await expect.poll(() => headline(page), { timeout: 60_000 }).not.toBe(before);
  await expect.poll(() => saidOf(page), { timeout: 60_000 }).toMatch(/^−0\.\d nines \+[23]\d(\.\d)? min down a year/);

  // It is one step of the history.
  if (viewport.width < 900) await page.keyboard.press('Control+z');
  else await page.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(async () => (await headline(page)).slice(0, 8), { timeout: 60_000 }).toBe(before.slice(0, 8));
  await page.getByRole('button', { name: '3 versions' }).click();
  await dialog.getByRole('button', { name: 'Compare in full' }).click();
  await page.getByRole('region', { name: /^Differences from/ }).getByRole('table').waitFor({ timeout: 60_000 });
  expect(problems).toEqual([]);
}, 120_000);

test('a comment, a blank line and another way of writing the same run nothing and make no version', async () => {
  const { page } = await site.open();
  await settled(page);
  await typeModel(page, pair('5 min'));
  await page.getByRole('button', { name: '2 versions' }).waitFor({ timeout: 60_000 });
  await settled(page);
  const seen = await page.evaluateHandle(() => {
    const states: string[] = [];
    const run = document.querySelector('.button-primary')!;
    new MutationObserver(() => states.push(run.textContent)).observe(run, { characterData: true, childList: true, subtree: true });
    return states;
  });
  await typeModel(page, `# What a promotion takes.\n\n${pair('300 s')}`);
  await page.waitForTimeout(1_500);
  expect(await seen.jsonValue()).toEqual([]);
  expect(await page.getByRole('button', { name: '2 versions' }).count()).toBe(1);
  expect(await headline(page)).not.toContain('stale');
  await showView(page, 'Downtime');
});
