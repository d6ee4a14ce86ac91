import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { built } from '../built.ts';
import { violations } from './page/axe.ts';
import { type Site, startSite } from './page/harness.ts';
import { downloaded, settled } from './page/steps.ts';

const root = join(import.meta.dirname, '../..');
const model = (name: string) => join(root, 'models', `${name}.yaml`);
const folder = mkdtempSync(join(tmpdir(), 'nines-html-'));
const file = (name: string) => join(folder, `${name}.html`);
const WIDE = 680;

const HOSTILE = `nines: 1
name: '</title><script>hurt=1</script>'
components: { '<b>c': { failures: { crash: { mtbf: 9 days, mttr: 4 h } } } }
services: { '"><img src=x onerror=hurt=1>': { component: '<b>c' } }
`;
const QUIET = `nines: 1
name: Nothing fails
components: { c: { failures: { crash: { mtbf: 100000 years, mttr: 1 s } } } }
services: { only: { component: c } }
`;

let site: Site;
beforeAll(async () => {
  site = await startSite();
  const cli = join(await built(), 'cli.js');
  writeFileSync(join(folder, 'hostile.yaml'), HOSTILE);
  writeFileSync(join(folder, 'quiet.yaml'), QUIET);
  const asserted = ['--assert', 'availability >= 99.95%', '--assert', 'rto.p95 <= 1 s'];
  const commands: Readonly<Record<string, readonly string[]>> = {
    run: ['run', model('two-region-web-shop'), '--years', '2000', ...asserted],
    hostile: ['run', join(folder, 'hostile.yaml'), '--years', '100'],
    quiet: ['run', join(folder, 'quiet.yaml'), '--years', '10'],
    compare: ['compare', model('dr/pilot-light'), model('dr/active-active'), '--years', '300'],
    sweep: ['sweep', model('web-shop'), '--vary', 'web_replicas=4..9:6', '--years', '100'],
    experiment: ['experiment', model('two-region-web-shop'), '--runs', '300'],
    check: ['check', model('everything-forgotten'), '--expand'],
    explain: ['explain', model('single-server'), '--years', '100'],
    optimize: ['optimize', model('web-shop'), '--vary', 'web_replicas=4,6', '--subject-to', 'availability >= 99%', '--minimize', 'cost.total', '--years', '400'],
  };
  for (const [name, command] of Object.entries(commands)) {
    await promisify(execFile)(process.execPath, [cli, ...command, '--quiet', '--format', 'html', '-o', file(name)]).catch((error: { code?: number }) => {
      // An assertion that fails, and a search that is undecided, are none of their report's.
      if (!(name === 'run' && error.code === 1) && !(name === 'optimize' && error.code === 2)) throw error;
    });
  }
}, 240_000);
afterAll(async () => {
  await site?.close();
  rmSync(folder, { recursive: true, force: true });
});

interface Opened {
  readonly page: Page;
  /** Errors in the console, exceptions, anything that was asked of anybody. */
  readonly problems: readonly string[];
  close(): Promise<void>;
}

/** The file as somebody opens it from a disk, without a network. */
async function open(name: string, options: BrowserContextOptions = {}): Promise<Opened> {
  const context = await site.browser.newContext({ viewport: { width: 1280, height: 900 }, offline: true, ...options });
  const page = await context.newPage();
  const problems: string[] = [];
  page.on('console', (message) => ['error', 'warning'].includes(message.type()) && problems.push(message.text()));
  page.on('pageerror', (error) => problems.push(String(error)));
  const url = pathToFileURL(file(name)).href;
  page.on('request', (request) => request.url() !== url && !request.url().startsWith('data:') && problems.push(request.url()));
  await page.goto(url);
  return { page, problems, close: () => context.close() };
}

const sideways = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
const fold = (page: Page, open: boolean) => page.evaluate((isOpen) => document.querySelectorAll('details').forEach((details) => (details.open = isOpen)), open);

describe.each(['run', 'hostile', 'quiet', 'compare', 'sweep', 'experiment', 'check', 'explain', 'optimize'])('the HTML of %s', (name) => {
  test('asks nobody for anything, fits a phone and a wide screen, and has no barrier, light and dark', async () => {
    // A file without scripts is what its styles make of it: it need not be opened anew for each theme and width.
    const { page, problems, close } = await open(name);
    expect(await page.evaluate(() => 'hurt' in window || document.images.length + document.scripts.length > 0)).toBe(false);
    for (const colorScheme of ['light', 'dark'] as const) {
      for (const width of [360, 1280]) {
        const where = `${colorScheme} ${width}`;
        await page.emulateMedia({ colorScheme });
        await page.setViewportSize({ width, height: 800 });
        await fold(page, false);
        expect(await sideways(page), where).toBe(0);
        await fold(page, true);
        expect(await sideways(page), `${where}, unfolded`).toBe(0);
        // Once in each theme and at each width: what is unfolded holds the rest.
        if ((width === 1280) === (colorScheme === 'light')) expect(await violations(page), where).toEqual([]);
        expect(problems, where).toEqual([]);
      }
    }
    await close();
  });
});

describe('the HTML of a run', () => {
  test('shows each picture once: the one that fits', async () => {
    for (const [width, shown, hidden] of [[1280, 'wide', 'narrow'], [700, 'wide', 'narrow'], [360, 'narrow', 'wide']] as const) {
      const { page, close } = await open('run', { viewport: { width, height: 800 } });
      const seen = (kind: string) => page.locator(`svg.report-${kind}`).evaluateAll((all) => all.filter((svg) => svg.getBoundingClientRect().width > 0).length);
      expect(await seen(shown)).toBe(await page.locator('svg.report-wide').count());
      expect(await seen(hidden)).toBe(0);
      // Type stays legible: no picture is drawn much smaller than it was made.
      const scales = await page.locator(`svg.report-${shown}`).evaluateAll((all) => all.map((svg) => svg.getBoundingClientRect().width / Number(svg.getAttribute('width'))));
      expect(Math.min(...scales)).toBeGreaterThan(0.85);
      await close();
    }
  });

  test('is dark for who wants it dark, and light on paper all the same', async () => {
    const { page, close } = await open('run', { colorScheme: 'dark' });
    const brightness = () => page.evaluate(() => Number(/\d+/.exec(getComputedStyle(document.body).backgroundColor)?.[0]));
    const ink = () => page.evaluate(() => Number(/\d+/.exec(getComputedStyle(document.querySelector('figure svg text')!).fill)?.[0]));
    expect(await brightness()).toBeLessThan(60);
    expect(await ink()).toBeGreaterThan(150);
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    expect(await brightness()).toBeGreaterThan(240);
    expect(await ink()).toBeLessThan(120);
    await close();
  });

  test('prints: no picture wider than the paper or parted by the end of a page', async () => {
    const paper = { width: 673, height: 1000 };
    const { page, close } = await open('run', { viewport: paper, bypassCSP: true });
    await page.emulateMedia({ media: 'print' });
    expect(await sideways(page)).toBe(0);
    expect(await page.locator('.report-data summary').first().isVisible()).toBe(false);
    // Columns break as pages do, and can be measured: a box that was parted is as wide as two of them.
    await page.addStyleTag({ content: `.report { columns: ${paper.width}px auto; column-gap: 0; column-fill: auto; width: ${paper.width}px; height: ${paper.height}px; }` });
    const figures = await page.locator('figure').evaluateAll((all) => all.map((figure) => ({ rects: figure.getClientRects().length, width: figure.getBoundingClientRect().width })));
    expect(figures.length).toBeGreaterThan(6);
    expect(figures.filter(({ rects, width }) => rects > 1 || width > paper.width)).toEqual([]);
    await close();
    const printed = await open('run');
    const pdf = await printed.page.pdf({ format: 'A4' });
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
    await printed.close();
  });

  test('has what was asserted', async () => {
    const { page, close } = await open('run');
    const assertions = page.getByRole('group', { name: 'Assertions' });
    expect(await assertions.getByRole('row').allInnerTexts()).toEqual([expect.anything(), expect.stringMatching(/availability >= 99\.95%\s+holds/), expect.stringMatching(/rto\.p95 <= 1 s\s+fails/)]);
    await close();
  });
});

describe('the page', () => {
  test('hands out the same report, with the downtime plot as it draws it itself', async () => {
    const { page, problems } = await site.open({ viewport: { width: 1280, height: 900 } });
    await settled(page);
    // As wide as in the file.
    const plot = page.getByRole('figure', { name: 'Downtime per year' });
    await plot.locator('.plot-box').evaluate((box, width) => (box.style.width = `${width}px`), WIDE);
    await plot.locator(`svg[width="${WIDE}"]`).waitFor();
    const marks = (svg: Element) => [...svg.querySelectorAll('path, line, circle, rect, text')].map((mark) => [mark.tagName, ...['d', 'x', 'y', 'x1', 'y1', 'cx', 'cy'].map((name) => mark.getAttribute(name)), mark.tagName === 'text' ? mark.textContent : '']);
    const drawn = await plot.locator(`svg[width="${WIDE}"]`).evaluate(marks);
    const [answer] = (await page.locator('.answer').innerText()).split('\n');

    await page.getByRole('button', { name: 'Share' }).click();
    const { name, bytes } = await downloaded(page, () => page.getByRole('button', { name: 'Report (HTML)' }).click());
    expect(name).toMatch(/^[a-z0-9-]+\.html$/);
    writeFileSync(file('downloaded'), bytes);
    const there = await open('downloaded');
    expect(await there.page.getByRole('figure', { name: 'Downtime per year' }).locator('svg.report-wide').evaluate(marks)).toEqual(drawn);
    expect(drawn.filter(([tag, d]) => tag === 'path' && (d?.length ?? 0) > 100).length).toBeGreaterThan(0);
    expect(await there.page.locator('.report-answer').innerText()).toBe(answer);
    expect(await violations(there.page)).toEqual([]);
    expect([...there.problems, ...problems]).toEqual([]);
    await there.close();
  });
});
