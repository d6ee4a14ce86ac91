import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { experimentOf, type Experiment, type Model, parseModel } from '../../../src/model/index.ts';
import { simulateExperimentLife } from '../../../src/run/experiment-life.ts';
import { experiment } from '../../../src/run/experiment.ts';
import { runsPlot } from '../../../web/drill/distributions.tsx';
import { type DrillRow, rowOfMany, rowOfOnce } from '../../../web/drill/row.ts';
import { csvOf } from '../../../src/plots/data/table.ts';
import { violations } from './axe.ts';
import { type Site, startSite, webShop } from './harness.ts';
import { downloaded, settled, showView } from './steps.ts';

let site: Site;
beforeAll(async () => (site = await startSite()));
afterAll(() => site?.close());

const MODELS = join(import.meta.dirname, '../../../models');
const gallery = async (name: string) => parseModel(await readFile(join(MODELS, `${name}.yaml`), 'utf8'), { file: 'model' });
const RUNS = 10_000;

/** The drill that the page makes of a choice on the topology. */
function chosen(model: Model, fail: string, seconds: number | null): Experiment {
  const found = experimentOf(model, { name: 'drill', fail: [fail], for: seconds === null ? null : { kind: 'constant', value: seconds } });
  if (found === null) throw new Error(`nothing called ${fail}`);
  return found;
}

const one = (page: Page, name: RegExp) => page.getByRole('group', { name: /^Topology of/ }).getByRole('button', { name });
async function openDatabase(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Gallery' }).click();
  await page.getByRole('dialog').getByRole('button', { name: /^Multi-AZ database/ }).click();
  await page.getByRole('heading', { level: 1 }).getByText('Multi-AZ database').waitFor();
  await settled(page);
}

const allIn = (page: Page) => page.getByText(`All ${RUNS.toLocaleString('en-US')} runs are in.`).waitFor({ timeout: 60_000 });
const asRead = ({ noticed, recovered, recovery, loss, verdict }: DrillRow) =>
  [noticed, recovered, [...recovery.values, ...recovery.target].join(' '), [...loss.values, ...loss.target].join(' '), verdict ?? 'no target'].map((cell) => cell.trim());

/** The rows of the table, cell by cell, without the name of the test. */
async function rows(page: Page): Promise<string[][]> {
  const table = page.getByRole('table', { name: 'The drill’s rows' });
  const cells = await table.getByRole('row').evaluateAll((all) => all.map((row) => [...row.querySelectorAll('td')].map((cell) => [...cell.childNodes].map((part) => part.textContent ?? '').join(' '))));
  return cells.filter((row) => row.length > 0).map((row) => row.map((cell) => cell.replace(/\s+/g, ' ').trim()));
}

describe('the active database', () => {
  test('is broken by keyboard; detection, promotion and redirection run on the topology; the row is what Node finds', async () => {
    const { page, problems } = await site.open({ path: await webShop() });
    await openDatabase(page);
    await one(page, /^db, service/).focus();
    await page.keyboard.press('b');
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe('Break it');
    // The member would be back before anybody has decided anything: a day it is.
    await page.getByLabel('For how long').selectOption('86400');
    await page.getByRole('button', { name: 'Break it' }).focus();
    await page.keyboard.press('Enter');
    const stages: string[] = [];
    await expect
      .poll(async () => {
        const stage = await page.locator('.topology-drawing .is-stage').first().textContent({ timeout: 1000 }).catch(() => null);
        if (stage !== null && stages.at(-1) !== stage) stages.push(stage);
        return stages;
      }, { timeout: 60_000, interval: 50 })
      .toEqual(['detecting', 'promoting', 'redirecting']);
    const model = await gallery('multi-az-database');
    const drill = chosen(model, 'db.active', 86_400);
    const life = simulateExperimentLife(model, drill, { run: 0 });
    // Which of the two is active is drawn.
    const [struck, other] = life.events[0].text.startsWith('db[0]') ? [0, 1] : [1, 0];
    await page.getByText(`db: db[${other}] serves. db answers.`).waitFor({ timeout: 60_000 });

    // The log follows the replay, and a click on an event leads to it.
    await page.getByRole('button', { name: 'To the beginning' }).click();
    const log = page.getByRole('list', { name: `${life.events.length} events` });
    await log.getByRole('button', { name: life.events[0].text }).click();
    await one(page, new RegExp(`db\\[${struck}\\], active, down`)).waitFor();
    await allIn(page);
    const report = await experiment({ ...model, experiments: [drill] }, { runs: RUNS, workers: 0 });
    const figures = report.experiments[0];
    expect(await rows(page)).toEqual([asRead(rowOfOnce('', life.result, model.targets)), asRead(rowOfMany('', figures))]);

    // Not only what is read: every bin of the distribution.
    await page.getByRole('button', { name: 'Download Recovery time' }).click();
    const { bytes } = await downloaded(page, () => page.getByRole('figure', { name: 'Recovery time' }).getByRole('button', { name: 'CSV', exact: true }).click());
    expect(bytes.toString()).toBe(csvOf(runsPlot(report, figures, 'recoveryTime').csv!()));
    expect(problems).toEqual([]);
  }, 150_000);

  test('is broken by a click, seen again in another run, and whole when the drill ends', async () => {
    const { page, problems } = await site.open({ path: await webShop(), reducedMotion: 'reduce' });
    await openDatabase(page);
    await one(page, /^us-east-1a, zone/).click();
    await page.getByLabel('For how long').selectOption('typed');
    await page.getByLabel('That is').fill('soon');
    expect(await page.getByRole('button', { name: 'Break it' }).isDisabled()).toBe(true);
    await page.getByLabel('That is').fill('90 min');
    await page.getByRole('button', { name: 'Break it' }).click();
    await page.getByText('fail us-east-1a for 1.5 h').first().waitFor();
    const model = await gallery('multi-az-database');
    const drill = chosen(model, 'us-east-1a', 5400);

    // Who wants no motion steps: nothing plays by itself.
    const [first, second] = [0, 1].map((run) => simulateExperimentLife(model, drill, { run }));
    expect(await page.getByRole('button', { name: 'Play' }).count()).toBe(0);
    await one(page, /^us-east-1a, zone, down/).waitFor();
    const now = page.getByRole('slider', { name: 'Time in the drill' });
    await now.focus();
    const before = await now.inputValue();
    await page.waitForTimeout(800);
    expect(await now.inputValue()).toBe(before);
    await page.keyboard.press('End');
    await page.getByText('the run is over').waitFor();
    await page.keyboard.press('Home');
    await page.getByText(/^Just before the fault/).waitFor();
    await allIn(page);
    expect((await rows(page))[0]).toEqual(asRead(rowOfOnce('', first.result, model.targets)));

    await page.getByRole('button', { name: 'Another run' }).click();
    await page.getByText('run 2 of 10,000').waitFor();
    await expect.poll(() => rows(page).then((all) => all[0])).toEqual(asRead(rowOfOnce('', second.result, model.targets)));

    await page.getByRole('button', { name: 'End the drill' }).click();
    await one(page, /^us-east-1a, zone(?!, down)/).waitFor();
    expect(await page.getByRole('slider', { name: 'Time in the drill' }).count()).toBe(0);
    expect(problems).toEqual([]);
  });
});

test('the model’s own experiments are a button each, many runs can be stopped, and a slider moves the drill', async () => {
  const { page, problems } = await site.open({ path: await webShop() });
  await settled(page);
  await showView(page, 'Drill');
  // Ten thousand runs may take less time than a pointer's way: Stop is pressed as soon as it is there.
  await page.evaluate(() => {
    const observer = new MutationObserver(() => {
      const stop = [...document.querySelectorAll<HTMLButtonElement>('.drill-progress button')].find(({ textContent }) => textContent?.trim() === 'Stop');
      if (stop === undefined) return;
      observer.disconnect();
      stop.click();
    });
    observer.observe(document.body, { subtree: true, childList: true });
  });
  await page.getByRole('button', { name: 'Run lose-zone' }).click();
  await page.getByText(/Stopped after [\d,]+ runs; they count|Stopped before the first runs were in/).first().waitFor();
  await page.getByRole('tab', { name: 'Inspector' }).click();
  const slider = page.getByRole('slider', { name: /zone_mtbf/ });
  await slider.focus();
  await page.keyboard.press('ArrowLeft');
  await allIn(page);
  // One life moves the topology too: only one of them at a time.
  await showView(page, 'One life');
  await page.getByRole('heading', { name: 'Topology' }).waitFor();
  await showView(page, 'Drill');
  expect(await page.getByRole('heading', { name: 'Break something', exact: true }).count()).toBe(1);
  expect(problems).toEqual([]);
});

describe('a drill under way', () => {
  for (const [colorScheme, rules] of [['light', 'all'], ['dark', 'colours']] as const) {
    test(`fits 360 px and has no barrier that axe-core finds, ${colorScheme}: ${rules === 'all' ? 'by any rule' : 'by those about colours'}`, async () => {
      const { page, problems } = await site.open({ path: await webShop(), viewport: { width: 360, height: 740 }, colorScheme, bypassCSP: true, reducedMotion: 'reduce' });
      await settled(page);
      await showView(page, 'Drill');
      await page.getByRole('button', { name: 'Run lose-zone' }).click();
      await allIn(page);
      await page.getByRole('button', { name: 'Next event' }).click();
      expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0);
      expect(await violations(page, rules)).toEqual([]);
      expect(problems).toEqual([]);
    });
  }
});
