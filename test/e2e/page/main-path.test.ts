import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import type { Report } from '../../../src/analysis/report.ts';
import { experiment, parseModel, simulate } from '../../../src/index.ts';
import { type Site, startSite, webShop } from './harness.ts';
import { chooseFromGallery, chooseYears, downloaded, headline, settled, shareLink, showView, typeModel } from './steps.ts';

let site: Site;
beforeAll(async () => (site = await startSite()));
afterAll(() => site?.close());

const MODELS = join(import.meta.dirname, '../../../models');

describe('an architect', () => {
  test('goes from the gallery over a slider to a link that opens the same figures elsewhere', async () => {
    const { page, problems } = await site.open();
    await settled(page);
    await chooseFromGallery(page, 'Stateless tier, three zones');
    await settled(page);
    const before = await headline(page);
    const slider = page.getByRole('slider', { name: /zone_mtbf/ });
    await slider.focus();
    for (let i = 0; i < 8; i++) await page.keyboard.press('ArrowLeft');
    await expect.poll(() => headline(page), { timeout: 60_000 }).not.toBe(before);
    await settled(page);
    const after = await headline(page);
    const link = await shareLink(page);

    const other = await site.open({ path: link.slice(site.url.length) });
    await settled(other.page);
    expect(await headline(other.page)).toBe(after);

    // Undo brings back the figures of before, redo those of the link.
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect.poll(() => headline(page), { timeout: 60_000 }).toBe(before);
    expect([...problems, ...other.problems]).toEqual([]);
  });

  test('gets the same bits as in Node', async () => {
    const { page, problems } = await site.open();
    await chooseFromGallery(page, 'Patroni with three etcd members');
    await settled(page);
    await page.getByRole('button', { name: 'Share' }).click();
    const { bytes } = await downloaded(page, () => page.getByRole('button', { name: /JSON/ }).click());
    const inBrowser = JSON.parse(bytes.toString()) as Report;
    const text = await readFile(join(MODELS, 'patroni.yaml'), 'utf8');
    const model = parseModel(text);
    const { experiments } = await experiment(model, { runs: 1000, workers: 0 });
    const inNode = JSON.parse(JSON.stringify({ ...(await simulate(model, { years: inBrowser.run.years, workers: 0 })), experiments })) as Report;
    const comparable = (report: Report) => ({ ...report, run: { ...report.run, seconds: 0, workers: 0 } });
    expect(comparable(inBrowser)).toEqual(comparable(inNode));
    expect(inBrowser.run.events).toBeGreaterThan(100_000);
    expect(problems).toEqual([]);
  });

  test('stops a run, keeps what is finished, and goes on', async () => {
    const { page } = await site.open({ path: await webShop() });
    await settled(page);
    await chooseYears(page, 1_000_000);
    await page.getByRole('button', { name: 'Stop' }).click({ timeout: 60_000 });
    await page.getByText(/Stopped; what is finished counts/).waitFor();
    const kept = await headline(page);
    expect(kept).toMatch(/99\.\d+%/);
    await page.getByRole('button', { name: 'Continue' }).click();
    await expect.poll(() => headline(page), { timeout: 60_000 }).not.toBe(kept);
    await page.getByRole('button', { name: 'Stop' }).click();
  });
});

describe('the editor', () => {
  const BROKEN = 'nines: 1\nname: Broken\ncomponents: { app: { failures: { crash: { mtbf: 30 days, mttr: lognormal(2 h, 9 h) } } } }\nservices: { web: { component: ap } }\nentry: web\n';

  test('shows every error at its line while the last good result stays, marked stale', async () => {
    const { page, problems } = await site.open({ path: await webShop() });
    await settled(page);
    const before = await headline(page);
    await typeModel(page, BROKEN);
    await page.getByText(/put quotes around/).first().waitFor();
    await page.getByText(/unknown component 'ap'/).first().waitFor();
    for (const line of [3, 4]) await expect.poll(() => page.getByText(new RegExp(`line ${line}, column`, 'i')).count()).toBeGreaterThan(0);
    expect(await headline(page)).toContain(/99\.\d+%/.exec(before)![0]);
    await expect.poll(() => headline(page)).toMatch(/stale|earlier|before|older|changed/i);
    await typeModel(page, BROKEN.replace('lognormal(2 h, 9 h)', '2 h').replace('component: ap ', 'component: app '));
    await expect.poll(() => headline(page), { timeout: 60_000 }).toMatch(/99\.7/);
    expect(problems).toEqual([]);
  });

  test('keeps work across tabs and reloads', async () => {
    const { page, context } = await site.open({ path: await webShop() });
    await settled(page);
    await typeModel(page, BROKEN.replace('lognormal(2 h, 9 h)', '2 h').replace('component: ap ', 'component: app ').replace('Broken', 'Kept for tomorrow'));
    await page.getByRole('heading', { level: 1 }).getByText('Kept for tomorrow').waitFor();
    await page.waitForTimeout(1_000);
    await page.reload();
    await page.getByRole('heading', { level: 1 }).getByText('Kept for tomorrow').waitFor();
    await page.close();
    const again = await context.newPage();
    await again.goto(site.url);
    await again.getByRole('heading', { level: 1 }).getByText('Kept for tomorrow').waitFor();
  });
});

test('one life is the same again, a step in it shows the topology at that moment, and the worst of a thousand is another', async () => {
  const { page, problems } = await site.open({ path: await webShop() });
  await settled(page);
  await showView(page, 'One life');
  await page.getByText(/incidents?,.* down/).first().waitFor({ timeout: 60_000 });
  const story = await page.getByText(/incidents?,.* down/).first().innerText();
  await page.getByRole('button', { name: /next event/i }).click();
  await page.getByText(/Topology at the moment/).waitFor();
  // The error budget of the year that is shown, and of all that were simulated.
  await page.getByRole('heading', { name: 'Error budget' }).waitFor();
  await page.getByText(/The year: \d+(\.\d+)?% of 4\.38 h left\. \d+ of 12 months broken\./).waitFor();
  await page.getByText(/Of [\d,]+ simulated years \S+% break the budget of 99\.95%/).waitFor();
  const events = await downloaded(page, () => page.getByRole('button', { name: /CSV/ }).first().click());
  expect(events.bytes.toString().split('\n').length).toBeGreaterThan(50);
  await page.reload();
  await settled(page);
  await page.getByText(/incidents?,.* down/).first().waitFor({ timeout: 60_000 });
  expect(await page.getByText(/incidents?,.* down/).first().innerText()).toBe(story);
  await page.getByRole('button', { name: 'Worst of a thousand' }).click();
  await expect.poll(() => page.getByText(/incidents?,.* down/).first().innerText(), { timeout: 60_000 }).not.toBe(story);
  expect(problems).toEqual([]);
});

test('the report that the page hands over is made again by the command, to the last byte, and the print says what it is of', async () => {
  const { page, problems } = await site.open({ path: await webShop() });
  await settled(page);
  expect(await page.locator('.print-only').last().textContent()).toMatch(/^nines \S+, \d+ years, seed \S+; the model's text has SHA-256 [0-9a-f]{64}\.$/);
  await page.getByRole('button', { name: 'Share' }).click();
  const { bytes } = await downloaded(page, () => page.getByRole('button', { name: 'Report (HTML)' }).click());
  expect(bytes.toString()).toContain('<svg class="topology-drawing" role="img"');
  const folder = await mkdtemp(join(tmpdir(), 'nines-page-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  await writeFile(join(folder, 'report.html'), bytes);
  const { stdout } = await promisify(execFile)(process.execPath, [resolve(import.meta.dirname, '../../../dist/cli.js'), 'verify', '--quiet', join(folder, 'report.html')]);
  expect(stdout).toBe('It says the same, to the last bit.\n');
  expect(problems).toEqual([]);
});

test('models are compared side by side, what they cost too', async () => {
  const { page, problems } = await site.open({ path: await webShop() });
  await settled(page);
  await showView(page, 'Compare');
  await page.getByRole('button', { name: 'Add this model' }).click();
  await page.getByLabel(/from the gallery/i).selectOption({ label: 'One server' });
  await expect.poll(() => page.getByRole('tabpanel', { name: 'Compare' }).getByText(/99\.\d+%/).count(), { timeout: 60_000 }).toBeGreaterThan(1);
  await page.getByRole('tabpanel', { name: 'Compare' }).getByRole('heading', { name: /cost/i }).first().waitFor();
  expect(problems).toEqual([]);
});

test('a plot is exported as SVG, PNG and CSV that can be read again', async () => {
  const { page, problems } = await site.open({ path: await webShop() });
  await settled(page);
  const save = async (kind: string) => {
    await page.getByRole('button', { name: /download/i }).first().click();
    return downloaded(page, () => page.getByRole('button', { name: new RegExp(`${kind}$`) }).or(page.getByRole('menuitem', { name: new RegExp(`${kind}$`) })).first().click());
  };
  const svg = await save('SVG');
  expect(svg.bytes.toString()).toMatch(/^(<\?xml[^>]*>\s*)?<svg[^>]*xmlns="http:\/\/www\.w3\.org\/2000\/svg"/);
  expect(svg.bytes.toString()).not.toContain('var(--');
  const png = await save('PNG');
  expect(png.bytes.subarray(1, 4).toString()).toBe('PNG');
  const csv = await save('CSV');
  const rows = csv.bytes.toString().trim().split(/\r?\n/).map((row) => row.split(','));
  expect(rows.length).toBeGreaterThan(5);
  expect(new Set(rows.map((row) => row.length)).size).toBe(1);
  expect(rows.slice(1).every((row) => row.some((cell) => cell !== '' && Number.isFinite(Number(cell))))).toBe(true);
  const pictures = { svg: svg.bytes.toString(), png: [...png.bytes] };
  const sizes = await page.evaluate(async (of) => {
    const { documentElement } = new DOMParser().parseFromString(of.svg, 'image/svg+xml');
    const bitmap = await createImageBitmap(new Blob([Uint8Array.from(of.png)], { type: 'image/png' }));
    return [documentElement.tagName === 'svg' && documentElement.querySelector('parsererror') === null ? Number(documentElement.getAttribute('width')) : 0, bitmap.width];
  }, pictures);
  expect(Math.min(...sizes)).toBeGreaterThan(100);
  expect(problems).toEqual([]);
});
