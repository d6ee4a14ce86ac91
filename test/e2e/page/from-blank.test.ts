import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { violations } from './axe.ts';
import { type Site, startSite, webShop } from './harness.ts';
import { settled, shareLink, still } from './steps.ts';

let site: Site;
beforeAll(async () => (site = await startSite()));
afterAll(() => site?.close());

const part = (page: Page, name: RegExp) => page.getByRole('group', { name: /^Topology of/ }).getByRole('button', { name });
const add = (page: Page, what: string) => page.getByRole('button', { name: `Add: ${what}` });
const said = (page: Page, sentence: RegExp) => page.locator('.status').getByText(sentence).waitFor();

/** The text, as its editor shows it. */
async function textOf(page: Page): Promise<string> {
  await page.getByRole('tab', { name: 'Text' }).click();
  await page.locator('.cm-line').first().waitFor();
  const lines = await page.locator('.cm-line').allTextContents();
  await page.getByRole('tab', { name: 'Inspector' }).click();
  return lines.join('\n');
}

async function openBlank(page: Page): Promise<void> {
  await settled(page);
  await page.getByRole('button', { name: 'New', exact: true }).click();
  await page.getByText('Nothing to simulate yet: add a service.').waitFor();
}

/** Dragged from the middle of one part to the left of another, with the mouse. */
async function drag(page: Page, from: RegExp, onto: RegExp): Promise<void> {
  const [start, end] = await Promise.all([part(page, from).boundingBox(), part(page, onto).boundingBox()]);
  await page.mouse.move(start!.x + start!.width / 2, start!.y + start!.height / 2);
  await page.mouse.down();
  await page.mouse.move(end!.x + 30, end!.y + end!.height / 2, { steps: 5 });
  await page.mouse.up();
}

const BUILT = `nines: 1
name: New model

domains:
  zone-a: { kind: zone, failures: { outage: { mtbf: 2 years, mttr: 2 h } } }
  zone-b: { kind: zone, failures: { outage: { mtbf: 2 years, mttr: 2 h } } }

components:
  server:
    failures: { crash: { mtbf: 30 days, mttr: 5 min } }

services:
  web:
    component: server
    in: zone-a
    needs: [db]
  db:
    component: server
    replicas: 2
    in: [zone-a, zone-b]
    mode: active-passive
    standby: hot
    failover: { detect: 30 s, promote: 30 s, redirect: 5 s }
    data: { size: 100 GB, change-rate: 5 GB/day }
    backup: { full: 1 day, log-shipping: 5 min, restore-rate: 100 MB/s }

entry: web
`;

describe('from a blank sheet', () => {
  test('a model is made by pointing alone, runs by itself, is undone to the blank sheet and done again', async () => {
    const { page, problems } = await site.open({ path: await webShop() });
    await openBlank(page);
    const steps: string[] = [await textOf(page)];
    const step = async (act: () => Promise<void>, sentence: RegExp) => {
      await act();
      await said(page, sentence);
      steps.push(await textOf(page));
    };
    await step(() => add(page, 'zone').click(), /Added zone zone-a\./);
    await step(() => add(page, 'zone').click(), /Added zone zone-b, a copy of zone-a\./);
    await step(() => add(page, 'service').click(), /Added service web/);
    await settled(page);
    await part(page, /^web, service/).waitFor();
    await step(() => add(page, 'service').click(), /Added service db/);
    await part(page, /^db, service/).waitFor();
    await step(() => add(page, 'standby').click(), /db is active-passive\..* The failover of db is given\./);
    await part(page, /^db\[1\]/).waitFor();
    // It stands in the other zone at once; dragged, it stands where it is dropped.
    await step(() => drag(page, /^db\[1\]/, /^zone-a, zone/), /Member 2 of db is in zone-a/);
    await step(() => drag(page, /^db\[1\]/, /^zone-b, zone/), /Member 2 of db is in zone-b/);
    await step(() => add(page, 'backup').click(), /The backup of db is given\./);
    await settled(page);
    const built = steps.at(-1)!;
    expect(built).toBe(BUILT);

    for (const before of steps.slice(0, -1).reverse()) {
      await page.getByRole('button', { name: 'Undo' }).click();
      await expect.poll(() => textOf(page)).toBe(before);
    }
    await page.getByText('Nothing to simulate yet: add a service.').waitFor();
    for (let i = 1; i < steps.length; i++) await page.getByRole('button', { name: 'Redo' }).click();
    await expect.poll(() => textOf(page)).toBe(built);
    await settled(page);
    expect(problems).toEqual([]);
  });

  test('a service is dragged onto another to need it; a drag of nothing onto nothing does nothing', async () => {
    const { page, problems } = await site.open({ path: await webShop() });
    await settled(page);
    await drag(page, /^cache, service/, /^db, service/);
    await said(page, /cache needs db/);
    await part(page, /^cache needs db/).waitFor();
    const before = await shareLink(page);
    await drag(page, /^eu-west-1c, zone/, /^db, service/);
    expect(await shareLink(page)).toBe(before);
    // The last that was done is still the need.
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect.poll(() => part(page, /^cache needs db/).count()).toBe(0);
    expect(problems).toEqual([]);
  });

  for (const [colorScheme, rules] of [['light', 'all'], ['dark', 'colours']] as const) {
    test(`has no barrier that axe-core finds, blank and begun, ${colorScheme}`, async () => {
      const { page, problems } = await site.open({ path: await webShop(), colorScheme, bypassCSP: true, reducedMotion: 'reduce' });
      await openBlank(page);
      await still(page);
      expect(await violations(page, rules)).toEqual([]);
      await add(page, 'zone').press('Enter');
      await said(page, /Added zone/);
      await page.getByRole('button', { name: '+ service' }).press('Enter');
      await part(page, /^web, service/).waitFor();
      await still(page);
      expect(await violations(page, rules)).toEqual([]);
      expect(problems).toEqual([]);
    });
  }

  test('what is pasted or dropped becomes a model, with what it asks and what it left out', async () => {
    const { page, problems } = await site.open({ path: await webShop() });
    await settled(page);
    await page.getByRole('button', { name: 'Import', exact: true }).click();
    const dialog = page.getByRole('dialog', { name: 'Import' });
    await dialog.getByLabel('Or paste one').fill('just some words');
    await dialog.getByRole('button', { name: 'Draft a model' }).click();
    await dialog.getByText(/^pasted, line 1: this is none of what is read/).waitFor();
    await dialog.getByLabel('Or paste one').fill('services:\n  web: { image: nginx, depends_on: [db] }\n  db: { image: "postgres:17", environment: [PASSWORD=hunter2] }\n');
    await dialog.getByRole('button', { name: 'Draft a model' }).click();
    await dialog.getByText('How often does one of web crash?').waitFor();
    await dialog.getByText(/environment \(line 3\)/).waitFor();
    await dialog.getByText(/web_mtbf is 30 days: .* moves downtime by [\d.]+ (min|h) a year/).waitFor();
    await dialog.getByRole('button', { name: 'Close' }).click();
    await part(page, /^db, service/).waitFor();
    expect(await textOf(page)).not.toContain('hunter2');
    // A model that is dropped anywhere is opened as it is.
    await page.evaluate(() => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File(['nines: 1\nname: Dropped\ncomponents: { a: { failures: { f: { mtbf: 1 year, mttr: 1 h } } } }\nservices: { a: { component: a } }\n'], 'dropped.yaml'));
      document.body.dispatchEvent(new DragEvent('dragenter', { bubbles: true, dataTransfer }));
      setTimeout(() => document.body.dispatchEvent(new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer })), 500);
    });
    await said(page, /dropped\.yaml is open/);
    await page.getByRole('heading', { level: 1 }).getByText('Dropped').waitFor();
    expect(problems).toEqual([]);
  });

  test('a model is made by touch on a phone', async () => {
    const { page, problems } = await site.open({ path: await webShop(), viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });
    await settled(page);
    await page.getByRole('button', { name: /Change the model/ }).tap();
    await page.getByRole('button', { name: 'New', exact: true }).tap();
    await page.getByRole('button', { name: 'Done' }).tap();
    await page.getByRole('button', { name: '+ zone' }).tap();
    await said(page, /Added zone zone-a/);
    await add(page, 'service').tap();
    await part(page, /^web, service/).waitFor();
    // What dragging does has another way for fingers: a service needs another, and a member and a service stand elsewhere.
    await page.getByRole('button', { name: 'Close web' }).tap();
    await add(page, 'zone').tap();
    await said(page, /Added zone zone-b/);
    await add(page, 'service').tap();
    await part(page, /^db, service/).waitFor();
    const sheet = page.getByRole('region', { name: 'Inspector' });
    await sheet.getByRole('button', { name: 'Close db' }).tap();
    await part(page, /^web, service/).tap();
    await sheet.getByLabel('Needs', { exact: true }).selectOption('db');
    await said(page, /web needs db/);
    await sheet.getByLabel('Place in').selectOption('zone-b');
    await said(page, /web stands in zone-b/);
    await sheet.getByRole('button', { name: 'Add a replica' }).tap();
    await part(page, /^web\[1\]/).waitFor();
    await sheet.getByRole('button', { name: 'Close web' }).tap();
    await sheet.getByRole('button', { name: 'Close web' }).waitFor({ state: 'detached' });
    // Figures that come in draw the members anew: a tap in that instant falls between two of them.
    await settled(page);
    await part(page, /^web\[1\]/).tap();
    await sheet.getByLabel('Move to').selectOption('zone-a');
    await said(page, /Member 2 of web is in zone-a/);
    // What is not drawn is chosen from what is made of it.
    await sheet.getByRole('button', { name: 'Choose the component server' }).tap();
    await sheet.getByRole('button', { name: 'Rename', exact: true }).tap();
    await page.keyboard.type('box');
    await page.keyboard.press('Enter');
    await sheet.getByRole('heading', { name: 'box' }).waitFor();
    await sheet.getByRole('button', { name: 'Choose the service db' }).tap();
    await sheet.getByRole('heading', { name: 'db' }).waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0);
    expect(problems).toEqual([]);
  });
});
