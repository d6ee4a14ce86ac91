import { rm } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { type Site, startSite, webShop } from './harness.ts';
import { secondBuild } from './second-build.ts';
import { settled, showView, typeModel } from './steps.ts';

/** As long as GitHub Pages lets a browser keep a file. */
const MAX_AGE = 600;
const OTHER_CACHE = 'another-application-v1';

let second: string;
let site: Site;
beforeAll(async () => {
  second = await secondBuild();
});
afterAll(() => rm(second, { recursive: true, force: true }));

async function withSite(what: () => Promise<void>): Promise<void> {
  site = await startSite({ maxAge: MAX_AGE });
  try {
    await what();
  } finally {
    await site.close();
  }
}

const isSecond = (page: Page) => page.evaluate(() => [...document.scripts].some(({ src }) => src.includes('/second-')));
const ownCaches = (page: Page) => page.evaluate(async () => (await caches.keys()).filter((name) => name.startsWith('nines ')).length);

/** Until a service worker is in charge of the page and has kept so many versions whole. */
async function kept(page: Page, versions: number): Promise<void> {
  const isReady = (wanted: number) => page.evaluate(async (count) => {
    const registration = await navigator.serviceWorker.ready;
    const names = (await caches.keys()).filter((name) => name.startsWith('nines '));
    return registration.installing === null && registration.waiting === null && navigator.serviceWorker.controller !== null && names.length === count;
  }, wanted);
  await expect.poll(() => isReady(versions), { timeout: 60_000 }).toBe(true);
}

test('who comes back after a deploy gets a page that works, and the new one the next time; others’ caches are left alone', () => withSite(async () => {
  const { page, problems } = await site.open({ path: await webShop(), serviceWorkers: 'allow' });
  await settled(page);
  await kept(page, 1);
  await page.evaluate((name) => caches.open(name).then((cache) => cache.put('./kept', new Response('theirs'))), OTHER_CACHE);
  site.deploy(second);
  await page.goto(site.url);
  await settled(page);
  await kept(page, 2);
  await page.goto(site.url);
  await settled(page);
  expect(await isSecond(page)).toBe(true);
  await showView(page, 'Learn');
  await page.getByText('Nines and downtime').waitFor();
  // Nobody runs the first version any more.
  await page.goto(site.url);
  await expect.poll(() => ownCaches(page), { timeout: 60_000 }).toBe(1);
  await settled(page);
  await site.goOffline();
  await page.reload();
  await settled(page);
  expect(await page.evaluate((name) => caches.match('./kept', { cacheName: name }).then((hit) => hit?.text()), OTHER_CACHE)).toBe('theirs');
  expect(problems).toEqual([]);
}), 120_000);

test('a tab that was open during a deploy opens the views that it had not opened yet, also after others have moved on', () => withSite(async () => {
  const { page, context, problems } = await site.open({ path: await webShop(), serviceWorkers: 'allow' });
  await settled(page);
  await kept(page, 1);
  site.deploy(second);
  const other = await context.newPage();
  await other.goto(site.url);
  await kept(other, 2);
  await other.goto(site.url);
  await other.goto(site.url);
  await settled(other);
  expect(await isSecond(other)).toBe(true);
  expect(await isSecond(page)).toBe(false);
  for (const [view, text] of [['Learn', 'Nines and downtime'], ['What if', 'Parameter'], ['Why', 'What takes']]) {
    await showView(page, view);
    await page.getByRole('tabpanel', { name: view }).getByText(text).first().waitFor();
  }
  await page.getByRole('tab', { name: 'Text' }).click();
  await page.locator('.cm-content').waitFor();
  expect(problems).toEqual([]);
}), 120_000);

test('without a service worker a view that went with a deploy says so, and a reload brings the new page with the model kept', () => withSite(async () => {
  const { page } = await site.open({ path: await webShop() });
  await settled(page);
  await typeModel(page, 'nines: 1\nname: Mine\ncomponents: { a: { failures: { crash: { mtbf: 9 days, mttr: 4 h } } } }\nservices: { a: { component: a } }\n');
  await page.getByRole('heading', { level: 1 }).getByText('Mine').waitFor();
  site.deploy(second);
  await showView(page, 'Learn');
  const said = page.getByRole('alert');
  await said.getByText('nines was updated while this page was open').waitFor();
  expect(await said.innerText()).not.toMatch(/online|offline/);
  await said.getByRole('button', { name: 'Reload' }).click();
  await page.getByText('Nines and downtime').waitFor();
  expect(await isSecond(page)).toBe(true);
  await page.getByRole('heading', { level: 1 }).getByText('Mine').waitFor();
}), 120_000);

test('a page that the browser kept without its files is fetched anew instead of staying blank', () => withSite(async () => {
  const { page, context } = await site.open({ path: await webShop() });
  await settled(page);
  site.deploy(second);
  // Its files have been dropped from the browser's cache, the page itself not.
  await context.route(/\/assets\/(?!second-)/, (route) => route.fulfill({ status: 404 }));
  await page.goto(site.url);
  await settled(page);
  expect(await isSecond(page)).toBe(true);
}), 120_000);
