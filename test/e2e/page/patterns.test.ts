import { afterAll, beforeAll, expect, test } from 'vitest';
import { violations } from './axe.ts';
import { type Site, startSite, webShop } from './harness.ts';
import { settled } from './steps.ts';

let site: Site;
beforeAll(async () => (site = await startSite()));
afterAll(() => site?.close());

test('patterns that fit are tried in the background, the best first, and one press makes one so: one step of undo', async () => {
  const { page, problems } = await site.open({ path: await webShop() });
  await settled(page);
  await page.getByText('What would help').click();
  const offers = page.locator('.patterns-offer');
  await offers.first().waitFor({ timeout: 60_000 });
  const standby = page.getByRole('button', { name: /^Warm standby in a second region/ });
  await standby.waitFor({ timeout: 60_000 });
  // What it buys is said beside it, rough at first.
  await expect.poll(() => standby.textContent(), { timeout: 60_000 }).toMatch(/\+0\.\d nines.*down a year \(−.* to −.*\)/);
  await standby.focus();
  await page.keyboard.press('Enter');
  expect(await standby.getAttribute('aria-expanded')).toBe('true');
  const preview = page.getByLabel('What it changes in the text');
  expect(await preview.textContent()).toContain('strategy: warm-standby');
  expect(await violations(page)).toEqual([]);
  await page.getByRole('button', { name: 'Make it so' }).click();
  await page.getByRole('status').getByText(/in eu-west-1 and eu-west-2/).waitFor();
  const twoRegions = page.getByRole('group', { name: /^Topology of/ }).getByRole('button', { name: /^eu-west-2, region/ });
  await twoRegions.waitFor();
  await page.getByRole('button', { name: 'Undo' }).click();
  await page.getByRole('status').getByText('Undone: warm standby in a second region.').waitFor();
  await twoRegions.waitFor({ state: 'detached' });
  expect(problems).toEqual([]);
});
