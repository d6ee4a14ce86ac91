import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Locator, Page } from 'playwright-core';
import { violations } from './axe.ts';
import { type Site, startSite, webShop } from './harness.ts';
import { chooseYears, downloaded, explainFigures, headline, inFull, settled, showView, still, typeModel } from './steps.ts';

/** Why the headline is what it is: the gap, the tornado and its handles, single points and cut sets, the exact value. */

let site: Site;
beforeAll(async () => (site = await startSite()));
afterAll(() => site?.close());

const SECONDS = { µs: 1e-6, ms: 1e-3, s: 1, min: 60, h: 3600, day: 86_400, days: 86_400, year: 31_557_600, years: 31_557_600 } as const;

/** `−2 h 32 min` in seconds. */
function secondsOf(text: string): number {
  const size = [...text.matchAll(/([\d.]+)\s*(µs|ms|s|min|h|days?|years?)/g)].reduce((sum, [, count, unit]) => sum + Number(count) * SECONDS[unit as keyof typeof SECONDS], 0);
  return text.startsWith('−') ? -size : size;
}

/** Half of the last place that is printed, seconds: what the printed may be off by rounding. */
function roundedBy(text: string): number {
  const last = [...text.matchAll(/(\d+)(?:\.(\d+))?\s*(µs|ms|s|min|h|days?|years?)/g)].at(-1);
  return last === undefined ? 0 : (SECONDS[last[3] as keyof typeof SECONDS] * 10 ** -(last[2]?.length ?? 0)) / 2;
}

/** As much as a sum of printed numbers may be off. */
const offBy = (texts: readonly string[]) => texts.reduce((sum, text) => sum + roundedBy(text), 0);

async function tableOf(figure: Locator): Promise<string[][]> {
  await figure.getByRole('button', { name: /Show table/ }).click();
  return figure.locator('tbody tr').evaluateAll((rows) => rows.map((row) => [...row.children].map((cell) => cell.textContent ?? '')));
}

const waterfall = (page: Page) => page.getByRole('figure', { name: 'From the arithmetic to reality' });
const tornado = (page: Page) => page.getByRole('figure', { name: 'What moves the downtime' });

async function gapDone(page: Page): Promise<void> {
  await page.getByText(/years for each step/).waitFor({ timeout: 90_000 });
}

async function varyAll(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Vary every input' }).click();
  await page.getByText(/inputs, [\d,]+ years for each/).waitFor({ timeout: 150_000 });
}

/** Few years, so that the many runs are quick. */
const SMALL = `nines: 1
name: Small shop
currency: USD
parameters:
  zone_mtbf: 1 year
domains:
  r:
    kind: region
    failures: { outage: { mtbf: 5 years, mttr: 2 h } }
    domains:
      za: { kind: zone, failures: { outage: { mtbf: zone_mtbf, mttr: 1 h } } }
      zb: { kind: zone, failures: { outage: { mtbf: zone_mtbf, mttr: 1 h } } }
components:
  app: { failures: { crash: { mtbf: 30 days, mttr: 5 min } }, cost: 0.2 USD/h }
services:
  web: { component: app, replicas: 2, across: zone, mode: active-passive, failover: { detect: 30 s, promote: 20 s, success: 95% } }
entry: web
losses: { downtime: 1000 USD/h }
simulation: { years: 300, seed: 1 }
`;

/** Two servers, each repaired by itself: only means count. */
const PLAIN = `nines: 1
name: Two servers
components: { app: { failures: { crash: { mtbf: 30 days, mttr: 'lognormal(1 h, 9 h)' } } } }
services: { web: { component: app, replicas: 2 } }
entry: web
`;

async function small(page: Page): Promise<void> {
  await settled(page);
  await typeModel(page, SMALL);
  await page.getByRole('heading', { level: 1 }).getByText('Small shop').waitFor();
  await settled(page, 300);
  await showView(page, 'Why');
  await gapDone(page);
}

describe('the gap', () => {
  test('goes from the arithmetic to the simulation in steps that add up', async () => {
    const { page, problems } = await site.open({ path: await webShop() });
    await settled(page);
    await showView(page, 'Why');
    await gapDone(page);
    const figure = waterfall(page);
    const rows = await tableOf(figure);
    expect(rows.map(([name]) => name)).toEqual(['Bare arithmetic', 'Shared domains', 'Detection', 'Failover time', 'Failover failure', 'Capacity', 'Shocks', 'Data', 'Chance', 'As simulated']);
    const whole = secondsOf(rows[9][4]);
    const sum = secondsOf(rows[0][4]) + rows.slice(1, 9).reduce((total, [, added]) => total + secondsOf(added), 0);
    const printed = [rows[0][4], ...rows.slice(1, 9).map(([, added]) => added), rows[9][4]];
    expect(Math.abs(sum - whole)).toBeLessThan(offBy(printed));
    // The arithmetic has what all replicas share in it, once: it is too bright, but no longer by a factor of ten.
    expect(whole).toBeGreaterThan(secondsOf(rows[0][4]));
    expect(rows[6].at(-1)).toBe('nothing');

    await figure.getByRole('application').focus();
    await page.keyboard.press('Home');
    await expect.poll(() => figure.locator('[data-readout]').innerText()).toMatch(/^Bare arithmetic claims .* nines/);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await expect.poll(() => figure.locator('[data-readout]').innerText()).toMatch(/^Detection adds .* a year \(95% interval .*before anybody notices\.$/);
    await figure.getByRole('button', { name: 'In nines' }).click();
    await expect.poll(() => figure.locator('svg[role=img]').textContent()).toContain('0 nines');
    await figure.getByRole('button', { name: /Download/ }).click();
    const { name, bytes } = await downloaded(page, () => figure.getByRole('button', { name: 'SVG' }).click());
    expect(name).toMatch(/waterfall\.svg$/);
    expect(bytes.toString()).toContain('Shared domains');
    expect(problems).toEqual([]);
  }, 150_000);

  test('says when it is of an older model, and follows the newer one', async () => {
    const { page, problems } = await site.open({ path: await webShop() });
    await small(page);
    const before = await waterfall(page).locator('[data-readout]').innerText();
    await typeModel(page, SMALL.replace('mtbf: 5 years', 'mtbf: 100 days'));
    await page.getByText(/figures are of the version before/).first().waitFor();
    await expect.poll(() => waterfall(page).locator('[data-readout]').innerText(), { timeout: 60_000 }).not.toBe(before);
    await typeModel(page, SMALL.replace('entry: web', 'entry: nobody'));
    await page.getByText(/The model has errors: these figures are of the last version without/).first().waitFor();
    expect(problems).toEqual([]);
  }, 150_000);
});

describe('the tornado', () => {
  const handle = (page: Page, name: string) => tornado(page).getByRole('slider', { name, exact: true });

  test('ranks every parameter, mtbf, mttr and delay by its effect', async () => {
    const { page, problems } = await site.open({ path: await webShop() });
    await small(page);
    await varyAll(page);
    const rows = await tableOf(tornado(page));
    expect(rows.map(([name]) => name)).toEqual(expect.arrayContaining(['zone_mtbf', 'r/outage mtbf', 'r/outage mttr', 'app/crash mtbf', 'app/crash mttr', 'web failover.detect', 'web failover.promote']));
    const effects = rows.map((row) => Math.max(Math.abs(secondsOf(row[3])), Math.abs(secondsOf(row[7]))));
    effects.slice(1).forEach((effect, i) => expect(effect, rows[i + 1][0]).toBeLessThanOrEqual(effects[i] * 1.01 + 1e-9));
    await page.getByRole('button', { name: 'Total cost', exact: true }).click();
    await page.getByRole('figure', { name: 'What moves the total cost' }).getByText(/USD a year, 95% intervals/).waitFor();
    expect(problems).toEqual([]);
  }, 240_000);

  test('has a handle on each input that is written in the text: the keyboard moves it, the headline follows, undo takes it back', async () => {
    const { page, problems } = await site.open({ path: await webShop() });
    await small(page);
    await varyAll(page);
    expect(await handle(page, 'za/outage mtbf').count(), 'it follows from zone_mtbf').toBe(0);
    const before = await headline(page);
    const mttr = handle(page, 'r/outage mttr');
    expect(await mttr.getAttribute('aria-valuetext')).toBe('2 h');
    await mttr.focus();
    await page.keyboard.press('End');
    await expect.poll(() => mttr.getAttribute('aria-valuetext')).toMatch(/^4 h, 2 h in the tornado; about \+.* a year to be expected$/);
    await expect.poll(() => headline(page), { timeout: 60_000 }).not.toBe(before);
    await page.getByText(/figures are of the version before/).first().waitFor();
    await page.keyboard.press('ArrowUp');
    // It goes no further than the bar; one round value back.
    await page.keyboard.press('ArrowDown');
    await expect.poll(() => mttr.getAttribute('aria-valuetext')).toMatch(/^3\.5 h,/);
    await page.getByRole('tab', { name: 'Text' }).click();
    await expect.poll(() => page.locator('.cm-content').innerText()).toContain('mtbf: 5 years, mttr: 3.5 h');
    // Key presses close together are one step.
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect.poll(() => page.locator('.cm-content').innerText()).toContain('mtbf: 5 years, mttr: 2 h');
    await expect.poll(() => headline(page), { timeout: 60_000 }).toBe(before);
    expect(problems).toEqual([]);
  }, 240_000);

  test('is dragged, and typed into by those who do not drag', async () => {
    const { page, problems } = await site.open({ path: await webShop() });
    await small(page);
    await varyAll(page);
    const mtbf = handle(page, 'r/outage mtbf');
    await mtbf.scrollIntoViewIfNeeded();
    const before = await headline(page);
    const [least, most, at] = await mtbf.evaluate((input: HTMLInputElement) => [Number(input.min), Number(input.max), Number(input.value)]);
    const box = (await mtbf.boundingBox())!;
    const x = box.x + 12 + at - least;
    const y = box.y + box.height / 2;
    await page.mouse.move(x, y);
    await page.mouse.down();
    for (let i = 1; i <= 10; i++) await page.mouse.move(x + (i / 10) * (most - at), y);
    await expect.poll(() => mtbf.getAttribute('aria-valuetext')).not.toBe('5 years');
    await page.mouse.up();
    // Half the time between failures is worse, and lies to the right.
    await expect.poll(() => mtbf.getAttribute('aria-valuetext')).toMatch(/^2\.5 years, 5 years in the tornado; about \+/);
    await expect.poll(() => headline(page), { timeout: 60_000 }).not.toBe(before);

    await page.getByRole('combobox', { name: 'Change' }).selectOption('web failover.detect');
    const field = page.getByRole('textbox', { name: 'web failover.detect, in s' });
    await field.fill('45');
    await expect.poll(() => handle(page, 'web failover.detect').getAttribute('aria-valuetext')).toMatch(/^45 s, 30 s in the tornado/);
    await page.getByRole('combobox', { name: 'Change' }).selectOption('za/outage mtbf');
    await page.getByText(/a parameter: it has a row of its own/).waitFor();
    expect(problems).toEqual([]);
  }, 240_000);

  test('is stopped, and what is finished counts', async () => {
    const { page, problems } = await site.open({ path: await webShop() });
    await settled(page);
    await chooseYears(page, 100_000);
    await showView(page, 'Why');
    await page.getByRole('button', { name: 'Vary every input' }).click();
    const section = page.getByRole('region', { name: 'What moves it' });
    await section.getByRole('button', { name: 'Stop' }).click();
    await section.getByRole('button', { name: /Vary every input|Do it again/ }).waitFor({ timeout: 60_000 });
    expect(problems).toEqual([]);
  });
});

describe('the structure', () => {
  test('marks single points of failure on the topology, and the cut set that is chosen', async () => {
    const { page, problems } = await site.open({ path: await webShop() });
    await settled(page);
    const topology = page.getByRole('group', { name: /^Topology of/ });
    await topology.getByRole('button', { name: /^eu-west-1, region.*, single point of failure$/ }).waitFor({ timeout: 60_000 });
    expect(await topology.getByRole('button', { name: /single point of failure/ }).count()).toBe(1);
    await page.getByRole('list', { name: 'Legend' }).getByText('single point of failure').waitFor();

    await showView(page, 'Why');
    const cuts = page.getByRole('region', { name: 'What takes web down' });
    await cuts.getByText(/^1 single point of failure, .* a year; \d+ pairs and \d+ triples/).waitFor();
    const rows = await cuts.locator('tbody tr').evaluateAll((all) => all.map((row) => (row as HTMLElement).innerText.replace(/\s+/g, ' ')));
    expect(rows[0]).toMatch(/^1 eu-west-1 alone 0\.00\d+% [\d.]+ min$/);
    const pair = cuts.getByRole('button', { name: 'eu-west-1a + eu-west-1b' });
    await pair.focus();
    await expect.poll(() => topology.getByRole('button', { name: /in the cut set shown/ }).count()).toBe(2);
    await pair.click();
    expect(await pair.getAttribute('aria-pressed')).toBe('true');
    await page.mouse.move(0, 0);
    await topology.getByRole('button', { name: /^eu-west-1a, zone.*, 1 of 2 in the cut set shown$/ }).waitFor();
    await page.getByRole('list', { name: 'Legend' }).getByText('cut set shown').waitFor();
    await pair.click();
    await page.getByRole('tab', { name: 'Why' }).focus();
    await expect.poll(() => topology.getByRole('button', { name: /in the cut set shown/ }).count()).toBe(0);
    expect(problems).toEqual([]);
  });

  test('tells of what is chosen how much it matters, by four measures and what they mean', async () => {
    const { page, problems } = await site.open({ path: await webShop() });
    await settled(page);
    const topology = page.getByRole('group', { name: /^Topology of/ });
    const region = topology.getByRole('button', { name: /^eu-west-1, region.*single point/ });
    await region.focus();
    await page.keyboard.press('Enter');
    const panel = page.getByRole('region', { name: 'By the structure' });
    await panel.getByText('Single point of failure').waitFor();
    for (const measure of ['Birnbaum', 'Criticality', 'Risk achievement', 'Risk reduction']) await panel.getByText(new RegExp(`^${measure}`)).waitFor();
    await panel.getByText('How many times the downtime there would be if it were always down', { exact: false }).waitFor();
    await showView(page, 'Why');
    const rows = await tableOf(page.getByRole('figure', { name: 'What matters by the structure' }));
    expect(rows[0][0]).toBe('eu-west-1');
    expect(rows.map(([name]) => name)).toEqual(expect.arrayContaining(['db[0]', 'web[0]']));
    expect(problems).toEqual([]);
  });
});

test('the parts of the downtime add up to all of it, however it is split', async () => {
  const { page, problems } = await site.open({ path: await webShop() });
  await settled(page);
  await showView(page, 'Why');
  const figure = page.getByRole('figure', { name: 'Parts of the downtime' });
  await figure.getByText(/^Single failures are [\d.]+% of all downtime, coincidences of two and more [\d.]+%/).first().waitFor();
  await figure.getByRole('button', { name: /Show table/ }).click();
  for (const by of ['By number of failures', 'By domain', 'By service', 'By stage']) {
    await figure.getByRole('button', { name: by, exact: true }).click();
    const rows = await figure.locator('tbody tr').evaluateAll((all) => all.map((row) => [...row.children].map((cell) => cell.textContent ?? '')));
    const most = offBy(rows.map(([, seconds]) => seconds));
    const [whole] = rows.splice(-1).map((row) => secondsOf(row[1]));
    expect(rows.length, by).toBeGreaterThan(0);
    expect(Math.abs(rows.reduce((sum, row) => sum + secondsOf(row[1]), 0) - whole), by).toBeLessThan(most);
  }
  expect(problems).toEqual([]);
});

test('the exact value has its badge where there is one, and elsewhere a line says why not to whoever asks', async () => {
  const { page, problems } = await site.open({ path: await webShop() });
  await settled(page);
  expect(await inFull(page)).not.toContain('exact');
  await explainFigures(page);
  await expect.poll(() => inFull(page)).toMatch(/No exact value: .+/);
  await typeModel(page, PLAIN);
  await expect.poll(() => inFull(page), { timeout: 60_000 }).toMatch(/exact 99\.\d+%/);
  await page.getByRole('button', { name: 'Explain: The exact value' }).click();
  await page.getByRole('dialog', { name: 'Meaning: The exact value' }).getByText(/99\.\d+% exactly; simulated 99\.\d+%/).waitFor();
  await page.keyboard.press('Escape');
  expect(problems).toEqual([]);
});

test('has no barrier, fits a phone, and is all still there after a visit elsewhere', async () => {
  const { page, problems } = await site.open({ path: await webShop(), bypassCSP: true, reducedMotion: 'reduce' });
  await small(page);
  await varyAll(page);
  await page.getByRole('region', { name: 'What takes web down' }).locator('tbody').getByRole('button').nth(1).click();
  for (const theme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
    await still(page);
    expect(await violations(page, theme === 'light' ? 'all' : 'colours'), theme).toEqual([]);
  }
  await page.setViewportSize({ width: 360, height: 740 });
  await still(page);
  expect(await violations(page), 'on a phone').toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0);
  await showView(page, 'Learn');
  await showView(page, 'Why');
  expect(await tornado(page).getByRole('slider').count()).toBeGreaterThan(4);
  expect(problems).toEqual([]);
}, 240_000);
