import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Site, startSite, webShop } from './harness.ts';
import { settled, still } from './steps.ts';

let site: Site;
beforeAll(async () => (site = await startSite()));
afterAll(() => site?.close());

interface Box {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

const boxOf = (page: Page, selector: string): Promise<Box> =>
  page.locator(selector).first().evaluate((element) => {
    const { top, bottom, left, right } = element.getBoundingClientRect();
    return { top, bottom, left, right };
  });

async function open(width: number, height: number): Promise<Page> {
  const { page, problems } = await site.open({ path: await webShop(), viewport: { width, height } });
  await settled(page);
  await still(page);
  expect(problems).toEqual([]);
  return page;
}

/** How many rows the children of an element stand in. */
const rowsOf = (page: Page, selector: string): Promise<number> =>
  page.locator(selector).evaluate((element) => {
    const middles = [...element.children].map((child) => child.getBoundingClientRect()).filter(({ width }) => width > 0).map(({ top, height }) => top + height / 2);
    return new Set(middles.map((middle) => Math.round(middle / 12))).size;
  });

describe('the first screen', () => {
  for (const [width, height] of [[1440, 900], [1280, 800], [1024, 768]] as const) {
    test(`of ${width} × ${height} has the answer in words, the targets, all of the topology, the inspector and the views' tabs`, async () => {
      const page = await open(width, height);
      const strip = page.getByRole('region', { name: 'The answer', exact: true });
      expect((await strip.innerText()).replace(/\s+/g, ' ')).toMatch(/99\.\d+% available.* down a year/);
      expect(await strip.getByRole('list', { name: 'Targets' }).getByRole('listitem').count()).toBe(4);
      const drawing = await boxOf(page, '.topology-drawing');
      const tabs = await boxOf(page, '[role=tablist][aria-label=Views]');
      const side = await boxOf(page, '.side');
      expect(drawing.bottom).toBeLessThanOrEqual(tabs.top);
      expect(drawing.right).toBeLessThanOrEqual(side.left);
      expect(tabs.bottom).toBeLessThanOrEqual(height);
      // None of it is cut off, and none stands in a second row.
      expect(await page.locator('.topology-scroll').evaluate((frame) => [frame.scrollWidth - frame.clientWidth, frame.scrollHeight - frame.clientHeight])).toEqual([0, 0]);
      expect([await rowsOf(page, '.shell-header'), await rowsOf(page, '.strip')]).toEqual([1, 1]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0);
      // Nor is any table below it.
      expect(await page.locator('#view .scroll-x').evaluateAll((all) => all.filter((each) => each.scrollWidth > each.clientWidth).map((each) => each.getAttribute('aria-label')))).toEqual([]);
    });
  }

  test('keeps the strip and the tabs in sight when the page is scrolled, and leaves no blank column beside the view', async () => {
    const page = await open(1280, 800);
    await page.evaluate(() => window.scrollTo(0, 1_000));
    const strip = await boxOf(page, '.strip');
    const tabs = await boxOf(page, '[role=tablist][aria-label=Views]');
    expect(strip.top).toBeGreaterThanOrEqual(0);
    expect(tabs.top).toBe(strip.bottom);
    const view = await boxOf(page, '#view');
    expect([view.left, view.right]).toEqual([0, await page.evaluate(() => document.documentElement.clientWidth)]);
  });

  test('of a phone has strip, targets, topology and tabs in this order, and what is chosen is a sheet', async () => {
    const page = await open(390, 844);
    const places = [];
    for (const selector of ['.strip-answer', '.strip-targets', '.topology-drawing', '[role=tablist][aria-label=Views]']) places.push((await boxOf(page, selector)).top);
    expect([...places].sort((a, b) => a - b)).toEqual(places);
    expect(places.at(-1)).toBeLessThan(844);
    await page.getByRole('group', { name: /^Topology of/ }).getByRole('button', { name: /^db, service/ }).click();
    const sheet = page.getByRole('region', { name: 'Inspector' });
    await sheet.getByRole('heading', { name: 'db' }).waitFor();
    expect((await boxOf(page, '.sheet')).bottom).toBe(844);
    await sheet.getByRole('button', { name: 'Close db' }).click();
    await sheet.waitFor({ state: 'detached' });
  });
});
