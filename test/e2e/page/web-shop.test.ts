import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { parse } from 'yaml';
import { decodeLink } from '../../../web/state/link.ts';
import { violations } from './axe.ts';
import { type Site, startSite, webShop } from './harness.ts';
import { settled, shareLink } from './steps.ts';

let site: Site;
beforeAll(async () => (site = await startSite()));
afterAll(() => site?.close());

const part = (page: Page, name: RegExp) => page.getByRole('group', { name: /^Topology of/ }).getByRole('button', { name });

/** Somebody with a mouse at the page, and a keyboard for names and figures alone. Counts what changed the model. */
class Builder {
  acts = 0;
  private readonly inspector: Locator;

  constructor(private readonly page: Page) {
    this.inspector = page.locator('.inspector');
  }

  /** Does what changes the model, and waits until it is said that it was done. */
  async act(what: () => Promise<unknown>): Promise<void> {
    const status = this.page.locator('.status');
    const before = await status.innerText();
    await what();
    await expect.poll(() => status.innerText(), { timeout: 10_000, interval: 20 }).not.toBe(before);
    this.acts++;
  }

  button = (name: string) => this.inspector.getByRole('button', { name, exact: true }).first();
  add = (what: string) => this.act(() => this.page.getByRole('button', { name: `Add: ${what}` }).click());
  do = (name: string) => this.act(() => this.button(name).click());
  press = (name: string) => this.button(name).click();
  choose = (name: RegExp) => part(this.page, name).click({ position: { x: 12, y: 12 } });
  chooseUndrawn = (kind: string, name: string) => this.press(`Choose the ${kind} ${name}`);
  close = (name: string) => this.press(`Close ${name}`);
  open = (name: string) => this.inspector.locator('summary').getByText(name, { exact: true }).click();

  /** What is chosen, or a failure mode of it. */
  async rename(name: string, failure = ''): Promise<void> {
    await this.press(`Rename ${failure}`.trim());
    await this.page.keyboard.press('Control+a');
    await this.page.keyboard.type(name);
    await this.act(() => this.page.keyboard.press('Enter'));
  }

  /** A field by its label, in a group such as a failure mode or at the top. */
  async set(label: string, value: string, group?: string): Promise<void> {
    const field = (group === undefined ? this.inspector : this.group(group)).getByLabel(label, { exact: true }).first();
    if ((await field.inputValue()) === value) return;
    const isChosen = await field.evaluate((element) => element.tagName === 'SELECT');
    if (!isChosen) await field.fill(value);
    await this.act(() => (isChosen ? field.selectOption({ value }) : field.press('Enter')));
    expect(await field.inputValue()).toBe(value);
  }

  more = (label: string, to: string) => this.act(() => this.inspector.getByLabel(`Add a field to ${to}`, { exact: true }).selectOption({ label }));

  /** One more failure mode, under a name of its own. */
  async failure(name: string, mtbf: string, mttr: string): Promise<void> {
    await this.act(() => this.page.getByRole('button', { name: '+ failure mode' }).last().click());
    await this.rename(name, 'outage');
    await this.set('mtbf', mtbf, name);
    await this.set('mttr', mttr, name);
  }

  private group(name: string): Locator {
    return this.inspector.locator('details').filter({ has: this.page.locator('> summary').getByText(name, { exact: true }) }).last();
  }
}

/** Presses a key until the focus is on what is called so. */
async function reach(page: Page, key: string, name: RegExp): Promise<void> {
  const seen: string[] = [];
  for (let presses = 0; presses < 100; presses++) {
    const now = await page.evaluate(() => {
      const { activeElement: at } = document;
      return at?.getAttribute('aria-label') ?? at?.textContent ?? '';
    });
    if (name.test(now)) return;
    seen.push(now.slice(0, 40));
    await page.keyboard.press(key);
  }
  throw new Error(`${key} never came to ${name}, but to ${seen.join(' | ')}`);
}

async function textOf(page: Page): Promise<string> {
  const found = await decodeLink(new URL(await shareLink(page)).hash);
  if (!('text' in found)) throw new Error('the link holds no model');
  return found.text;
}

test('the web shop over three zones is built click by click from a blank sheet, and is the model of the gallery; its warm standby by keyboard, its backups by touch; each act is one step of undo', async () => {
  const { page, problems } = await site.open({ path: await webShop(), viewport: { width: 1440, height: 900 }, hasTouch: true, bypassCSP: true, reducedMotion: 'reduce' });
  await settled(page);
  page.setDefaultTimeout(10_000);
  const by = new Builder(page);
  await page.locator('summary').filter({ hasText: 'Settings' }).click();
  await page.getByRole('checkbox', { name: 'Run by itself' }).uncheck();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'New', exact: true }).click();
  await page.getByText('Nothing to simulate yet: add a service.').waitFor();
  const blank = await textOf(page);

  await by.set('name', 'Web shop, three zones');
  await by.set('description', 'A stateless tier over a Multi-AZ database.');
  await by.add('zone');
  await page.getByRole('button', { name: 'zone-a', exact: true }).click();
  await by.rename('eu-west-1');
  await by.set('kind', 'region');
  await by.set('mtbf', '8 years');
  await by.set('mttr', 'lognormal(2 h, 9 h)');
  await by.do('Add a zone inside');
  await page.getByRole('button', { name: 'eu-west-1a', exact: true }).click();
  await by.set('mttr', 'lognormal(45 min, 4 h)');
  await by.add('service');
  await by.close('web');
  // Figures of another model, and nothing that makes new ones unasked.
  await page.locator('.status').getByText('Run makes new ones.').waitFor();

  for (const [name, value, from, to, what] of [['zone_mtbf', '2 years', '6 months', '8 years', 'an assumption'], ['web_replicas', '6', '4', '12', 'a decision']]) {
    await by.do('Add a parameter');
    await by.rename(name);
    await by.set(name, value);
    await by.do(`Make it ${what}`);
    for (const [key, end] of [['from', from], ['to', to]]) {
      await by.more(key, name);
      await by.set(key, end);
    }
    await by.close(name);
  }

  await by.choose(/^eu-west-1a, zone/);
  await by.set('mtbf', 'zone_mtbf');
  await by.close('eu-west-1a');
  await by.choose(/^eu-west-1, region/);
  await by.do('Add a zone inside');
  await by.do('Add a zone inside');

  await by.choose(/^web, service/);
  await by.chooseUndrawn('component', 'server');
  await by.rename('app-server');
  await by.set('mttr', '90 s', 'crash');
  await by.failure('hardware', '5 years', 'constant(10 min)');
  await by.set('cost', '0.17 USD/h');
  await by.close('app-server');

  await by.choose(/^web, service/);
  await by.set('replicas', 'web_replicas');
  await by.do('Spread over zones');
  // In the region; the model of the gallery says so by having no other.
  await by.do('Take in away');
  await by.set('required', '4');
  await by.do('Check its health');
  await by.set('retry', 'true');

  await by.add('service');
  await by.do('A component of its own');
  await by.chooseUndrawn('component', 'db-server');
  await by.rename('postgres');
  await by.set('mtbf', '120 days', 'crash');
  await by.set('mttr', '4 min', 'crash');
  await by.rename('disk', 'hardware');
  await by.set('mtbf', '6 years', 'disk');
  await by.set('mttr', '2 h', 'disk');
  await by.set('data', 'lost', 'disk');
  await by.set('cost', '0.52 USD/h');
  await by.chooseUndrawn('service', 'db');
  await by.do('Add a replica');
  await by.do('Spread over zones');
  await by.do('Add a standby');
  await by.more('replication', 'db');
  await by.set('mode', 'sync', 'replication');
  await by.set('promote', 'uniform(15 s, 30 s)', 'failover');
  await by.set('success', '99%', 'failover');

  await by.choose(/^web, service/);
  await by.add('service');
  await by.do('A component of its own');
  await by.chooseUndrawn('component', 'cache-server');
  await by.rename('redis');
  await by.set('mtbf', '60 days', 'crash');
  await by.set('mttr', '1 min', 'crash');
  await by.rename('host', 'disk');
  await by.set('mtbf', '5 years', 'host');
  await by.set('mttr', 'constant(10 min)', 'host');
  await by.do('Take data away');
  await by.set('cost', '0.156 USD/h');
  await by.chooseUndrawn('service', 'cache');
  await by.do('Add a replica');
  await by.do('Spread over zones');
  await by.close('cache');
  await part(page, /^web needs cache/).focus();
  await page.keyboard.press('Enter');
  await by.do('Can do without it');
  await by.press('Close web wants cache');

  await by.do('State targets');
  await by.set('availability', '99.95%', 'targets');
  await by.more('rpo', 'targets');
  await by.set('rpo', '1 min', 'targets');
  await by.more('budget', 'targets');
  await by.set('budget', '40000 USD/year', 'targets');
  await by.set('currency', 'USD');
  await by.open('losses');
  await by.set('downtime', '20000 USD/h', 'losses');
  await by.set('data', '5000 USD/h', 'losses');
  await by.open('simulation');
  await by.set('years', '10000', 'simulation');
  await by.set('seed', '1', 'simulation');
  await by.set('warm up', '1 year', 'simulation');
  for (const [name, fail] of [['lose-zone', 'eu-west-1a'], ['kill-primary', 'db.active']]) {
    await by.do('Add an experiment');
    await by.rename(name);
    await by.set('fail', fail);
    if (name === 'kill-primary') await by.do('Take for away');
    await by.close(name);
  }
  const shop = parse(await textOf(page)) as Record<string, Record<string, unknown>>;
  expect(shop).toEqual(parse(await readFile(join(import.meta.dirname, '../../../models/web-shop.yaml'), 'utf8')));

  // Its warm standby by keyboard alone.
  await page.locator('.brand').click();
  await reach(page, 'Tab', /^(web, service|eu-west-1, region)/);
  await reach(page, 'ArrowRight', /^eu-west-1, region/);
  await page.keyboard.press('Enter');
  await reach(page, 'Tab', /^Duplicate$/);
  await by.act(() => page.keyboard.press('Enter'));
  await reach(page, 'Shift+Tab', /^eu-west-1, region/);
  await reach(page, 'ArrowLeft', /^web, service/);
  await page.keyboard.press('Enter');
  await reach(page, 'Tab', /^Warm standby in eu-west-2$/);
  await by.act(() => page.keyboard.press('Enter'));
  await page.locator('.status').getByText('web-sites is web, with all that it needs, in eu-west-1 and eu-west-2.').waitFor();
  await part(page, /^web-sites, service/).waitFor();

  // On a phone, by touch: its backups, and a deploy that goes wrong.
  await page.setViewportSize({ width: 390, height: 844 });
  await by.press('Close web-sites');
  await part(page, /^db, service|^db in eu-west-1, service/).first().tap();
  const sheet = page.getByRole('region', { name: 'Inspector' });
  await by.act(() => sheet.getByRole('button', { name: 'Protect with backups' }).tap());
  await sheet.getByRole('button', { name: /^Close db/ }).tap();
  await page.getByRole('button', { name: 'Change the model' }).tap();
  await by.act(() => page.getByRole('button', { name: 'Add a shock' }).tap());
  const model = page.getByRole('dialog', { name: 'Model' });
  for (const [name, said] of [['Undo', 'Undone: add the shock'], ['Redo', 'Done again: add the shock']]) {
    const { x, width } = (await model.getByRole('button', { name }).boundingBox())!;
    expect(x + width).toBeLessThanOrEqual(390);
    await model.getByRole('button', { name }).tap();
    await page.locator('.status').getByText(said).waitFor();
  }
  await page.getByRole('button', { name: 'Done' }).tap();
  await page.setViewportSize({ width: 1440, height: 900 });

  const built = await textOf(page);
  const { services, shocks, domains, entry } = parse(built) as typeof shop;
  expect(services['web-sites']).toEqual({ of: 'web', sites: ['eu-west-1', 'eu-west-2'], strategy: 'warm-standby' });
  expect([Object.keys(domains), entry, Object.keys(shocks)]).toEqual([['eu-west-1', 'eu-west-2'], 'web-sites', ['bad-deploy-1']]);
  expect(Object.keys(services.db as object)).toEqual([...Object.keys(shop.services.db as object), 'data', 'backup']);
  expect(await violations(page)).toEqual([]);
  await page.getByRole('button', { name: 'stale: run' }).click();
  await settled(page);

  const times = async (name: string) => {
    for (let i = 0; i < by.acts; i++) await page.getByRole('button', { name }).click();
  };
  await times('Undo');
  expect(await textOf(page)).toBe(blank);
  await times('Redo');
  expect(await textOf(page)).toBe(built);
  expect(problems).toEqual([]);
}, 120_000);
