import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Site, startSite, webShop } from './harness.ts';

let site: Site;
beforeAll(async () => (site = await startSite()));
afterAll(() => site.close());

const NOT_KEPT = 'Not kept in this browser: its storage is full or blocked.';

/** What browsers do where cookies are blocked, and where there is no room. */
const REFUSALS: Readonly<Record<string, () => void>> = {
  blocked: () => Object.defineProperty(window, 'localStorage', { get: () => { throw new DOMException('denied', 'SecurityError'); } }),
  full: () => { Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); }; },
};

test.each([['blocked', 1280], ['full', 390]])('a browser whose storage is %s says so at once, before anything was changed, at a width of %i px', async (why, width) => {
  const { page } = await site.open({ path: 'icon.svg', viewport: { width, height: 800 } });
  await page.addInitScript(REFUSALS[why]);
  await page.goto(site.url);
  await page.getByText(NOT_KEPT).waitFor();
  await page.getByRole('status').filter({ hasText: 'Download the model before you close the page.' }).waitFor();
  await page.getByText(/years simulated/).waitFor({ timeout: 60_000 });
  expect(await page.getByText(NOT_KEPT).isVisible()).toBe(true);
});

test('a browser that keeps what is written says nothing of it', async () => {
  const { page } = await site.open({ path: await webShop() });
  await page.getByText(/years simulated/).waitFor({ timeout: 60_000 });
  expect(await page.getByText(NOT_KEPT).count()).toBe(0);
});
