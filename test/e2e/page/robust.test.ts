import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Page, Worker } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Site, startSite, UNANSWERED, webShop } from './harness.ts';
import { longestTask } from './main-thread.ts';
import { chooseYears, headline, settled, shareLink, showView, still, typeModel } from './steps.ts';

let site: Site;
beforeAll(async () => (site = await startSite()));
afterAll(() => site?.close());

const HOSTILE = '<img src=x onerror="window.hurt=1"><script>window.hurt=1</script>';
const HOSTILE_MODEL = `nines: 1
name: '${HOSTILE}'
description: '${HOSTILE}'
parameters: { a_b: 2 years }
domains: { '${HOSTILE}': { kind: zone, failures: { outage: { mtbf: a_b, mttr: 5 h } } } }
components: { '${HOSTILE}': { failures: { crash: { mtbf: 9 days, mttr: 4 h } } } }
services: { '${HOSTILE}': { component: '${HOSTILE}', in: '${HOSTILE}' } }
`;

describe('a hostile model', () => {
  test('is only ever text: in the headline, the topology, plots, one life, tables and through a link', async () => {
    const { page, problems } = await site.open({ path: await webShop() });
    await settled(page);
    await typeModel(page, HOSTILE_MODEL);
    await page.getByRole('heading', { level: 1 }).getByText('<img').waitFor();
    await settled(page);
    for (const view of ['Recovery', 'Data', 'Causes', 'Cost', 'One life', 'Compare', 'Downtime']) {
      await showView(page, view);
      await still(page);
    }
    const link = await shareLink(page);
    const other = await site.open({ path: link.slice(site.url.length) });
    await settled(other.page);
    for (const each of [page, other.page]) {
      expect(await each.evaluate(() => 'hurt' in window)).toBe(false);
      expect(await each.locator('img').count()).toBe(0);
    }
    expect([...problems, ...other.problems]).toEqual([]);
  });

  test('a link that cannot be read gets a clear page with a way out', async () => {
    for (const hash of ['#n1=%%%', '#n1=AAAA', '#n9=abc', `#n1=${'A'.repeat(5_000)}`]) {
      const { page } = await site.open({ path: hash });
      await page.getByRole('heading', { name: 'This link cannot be opened' }).waitFor();
      await page.getByRole('button', { name: 'Go to the page' }).click();
      await settled(page);
      await page.close();
    }
  });
});

test('no task of the main thread takes 50 ms of the processor while a run is on', async () => {
  const { page } = await site.open();
  await settled(page);
  const longest = await longestTask(site.browser, page, async () => {
    await chooseYears(page, 100_000);
    await page.getByRole('button', { name: 'Stop' }).waitFor();
    await page.waitForTimeout(3_000);
  });
  // What is longer is what browsers call a long task.
  expect(longest).toBeLessThan(50);
});

test('intervals shrink while the run goes on', async () => {
  const { page } = await site.open();
  await settled(page);
  await chooseYears(page, 1_000_000);
  await page.getByRole('button', { name: 'Stop' }).waitFor();
  const width = async () => Number(/± ([\d.]+)%/.exec(await page.locator('.interval').innerText())?.[1]);
  await expect.poll(width).toBeGreaterThan(0);
  const first = await width();
  await expect.poll(width, { timeout: 60_000 }).toBeLessThan(first * 0.8);
  await page.getByRole('button', { name: 'Stop' }).click();
});

/** Both kinds of workers come from one file. */
async function workerNamed(page: Page, name: string): Promise<Worker | undefined> {
  for (const worker of page.workers()) if ((await worker.evaluate(() => self.name)) === name) return worker;
  return undefined;
}

test('a worker that dies is replaced, the run goes on and the figures are the same', async () => {
  const { page } = await site.open({ path: await webShop(40_000) });
  await settled(page, 40_000);
  const undisturbed = await headline(page);
  await page.getByRole('button', { name: 'Run' }).click();
  const engine = await workerNamed(page, 'nines engine');
  expect(engine).toBeDefined();
  await engine!.evaluate(() => setTimeout(() => { throw new Error('struck down by a test'); }, 0));
  await page.getByText(/struck down by a test/).waitFor({ timeout: 60_000 });
  await settled(page, 40_000);
  expect(await headline(page)).toBe(undisturbed);
});

test('a model that keeps the page’s worker stuck does not keep the next one: the worker is replaced', async () => {
  const { page } = await site.open();
  await settled(page);
  const first = await workerNamed(page, 'nines desk');
  expect(first).toBeDefined();
  // It waits where others would reckon for ever: so it takes nobody's time.
  await first!.evaluate((url) => setTimeout(() => {
    const request = new XMLHttpRequest();
    request.open('GET', url, false);
    request.send();
  }, 0), site.url + UNANSWERED);
  await typeModel(page, 'nines: 1\nname: The next\ncomponents: { a: { failures: { crash: { mtbf: 9 days, mttr: 4 h } } } }\nservices: { a: { component: a } }\n');
  await page.getByRole('heading', { level: 1 }).getByText('The next').waitFor({ timeout: 90_000 });
  await settled(page);
  await expect.poll(() => page.workers().includes(first!), { timeout: 60_000 }).toBe(false);
}, 180_000);

test('once loaded the page works offline', async () => {
  const own = await startSite();
  try {
    const { page } = await own.open({ serviceWorkers: 'allow' });
    await settled(page);
    await page.evaluate(async () => {
      await navigator.serviceWorker.ready;
    });
    await expect.poll(() => page.evaluate(async () => (await caches.keys()).length), { timeout: 60_000 }).toBeGreaterThan(0);
    await own.goOffline();
    await page.reload();
    await settled(page);
    await showView(page, 'Learn');
    await page.getByText('Nines and downtime').waitFor();
    await page.getByRole('tab', { name: 'Text' }).click();
    await page.locator('.cm-content').waitFor();
  } finally {
    await own.close();
  }
});

describe('the build', () => {
  const folder = join(import.meta.dirname, '../../../dist-web');

  test('is at most 200 kB compressed on the first load, without the editor', () => {
    const page = readFileSync(join(folder, 'index.html'), 'utf8');
    const first = new Set(['index.html', ...[...page.matchAll(/(?:src|href)="\.\/([^"]+)"/g)].map((match) => match[1])]);
    const assets = readdirSync(join(folder, 'assets')).map((name) => `assets/${name}`);
    // What the page starts by itself, and what these import.
    for (const name of first) {
      if (!name.endsWith('.js')) continue;
      const text = readFileSync(join(folder, name), 'utf8');
      for (const asset of assets) {
        const file = asset.slice('assets/'.length);
        const isStatic = new RegExp(`(?:from|import)\\s*["'\`]\\./${file.replaceAll('.', '\\.')}["'\`]`).test(text);
        // The page's worker loads the part of either kind of worker when it knows which of them it is: both count.
        if (isStatic || ((name.includes('page.worker') || /worker/.test(file)) && text.includes(file))) first.add(asset);
      }
    }
    const size = [...first].reduce((sum, name) => sum + gzipSync(readFileSync(join(folder, name)), { level: 9 }).length, 0);
    for (const part of ['page.worker', 'worker-desk', 'worker-engine', 'worker-both']) {
      expect([...first].some((name) => name.includes(part)), `${part} counts`).toBe(true);
    }
    expect(size, [...first].join(', ')).toBeLessThanOrEqual(200_000);
  });

  test('is one page: no file of it has the plots of made-up cases', () => {
    const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
    expect(names.filter((name) => name.endsWith('.html'))).toEqual(['index.html']);
    const made = ['plot-gallery', 'Every plot', 'Recovery strategies'];
    const holding = names.filter((name) => /\.(js|css|html)$/.test(name)).filter((name) => made.some((text) => readFileSync(join(folder, name), 'utf8').includes(text)));
    expect(holding).toEqual([]);
  });

  test('has a Content-Security-Policy without inline scripts and eval', () => {
    const policy = /http-equiv="Content-Security-Policy" content="([^"]+)"/.exec(readFileSync(join(folder, 'index.html'), 'utf8'))?.[1].replaceAll('&#39;', "'") ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self'");
    expect(policy).not.toContain('unsafe-eval');
    expect(policy).not.toMatch(/script-src[^;]*unsafe-inline/);
  });
});
