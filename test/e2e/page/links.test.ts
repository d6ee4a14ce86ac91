import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { encodeLink } from '../../../web/state/link.ts';
import { violations } from './axe.ts';
import { type Site, startSite } from './harness.ts';
import { settled, still } from './steps.ts';

let site: Site;
beforeAll(async () => (site = await startSite()));
afterAll(() => site?.close());

const TEXT = `nines: 1
name: Votes in two places
domains:
  here: { kind: place }
  there: { kind: place }
  far: { kind: place }
links: # dark fibre
  - { between: [here, there], failures: { cut: { mtbf: 90 days, mttr: 10 min } } }
components: { node: { failures: { crash: { mtbf: 30 days, mttr: 5 min } } } }
services:
  votes: { component: node, replicas: 3, in: [here, there, there], mode: quorum, elect: 5 s }
simulation: { years: 200, seed: 1 }
`;
const path = encodeLink({ text: TEXT, seed: '', years: 0, tab: '' });
const part = (page: Page, name: RegExp) => page.getByRole('group', { name: /^Topology of/ }).getByRole('button', { name });
const about = (page: Page, name: string) => page.getByRole('region', { name: `About ${name}` });

describe('a link between places', () => {
  test('is chosen with the keyboard, changed, cut, and both sides say what they do; another is made and taken back in one step', async () => {
    const { page, problems } = await site.open({ path: await path, bypassCSP: true, reducedMotion: 'reduce' });
    await settled(page);
    await part(page, /^link here--there$/).focus();
    await page.keyboard.press('Enter');
    const link = about(page, 'here--there');
    const often = link.getByRole('textbox', { name: 'mtbf' });
    await often.fill('60 days');
    await often.press('Enter');
    await page.getByRole('status').getByText(/mtbf/).waitFor();
    await settled(page);
    // The key that breaks leads to what cuts.
    await part(page, /^link here--there$/).focus();
    await page.keyboard.press('b');
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe('Cut it');
    await page.keyboard.press('Enter');
    const sides = page.getByRole('region', { name: 'Both sides' });
    await page.getByRole('slider', { name: 'Time in the drill' }).waitFor();
    await page.getByRole('slider', { name: 'Time in the drill' }).focus();
    // One beat after the other, until the majority has elected.
    const says = async () => (await sides.innerText()).replace(/\s+/g, ' ');
    for (let beat = 0; beat < 8 && !(await says()).includes('is leader'); beat++) {
      await page.keyboard.press('ArrowRight');
      await still(page);
    }
    expect(await says()).toMatch(/here--there is cut Service here there votes ✗ refuses .*✓ serves votes\[[12]\] is leader/);
    await part(page, /^link here--there, cut$/).waitFor();
    await still(page);
    expect(await violations(page, 'all')).toEqual([]);
    await page.getByRole('button', { name: 'End the drill' }).click();

    await part(page, /^far, place/).focus();
    await page.keyboard.press('Enter');
    await about(page, 'far').getByLabel('Link to').selectOption('here');
    await about(page, 'far--here').getByRole('button', { name: 'Remove the link' }).waitFor();
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByRole('status').getByText('Undone: link far and here.').waitFor();
    await part(page, /^link (far--here|here--far)$/).waitFor({ state: 'detached' });
    expect(problems).toEqual([]);
  });

  test('is drawn by dragging one place onto another, and chosen and removed by touch on a phone', async () => {
    const { page, problems } = await site.open({ path: await path });
    await settled(page);
    const moveTo = async (place: string) => {
      const { x, y, height } = (await part(page, new RegExp(`^${place}, place`)).boundingBox())!;
      await page.mouse.move(x + 20, y + Math.min(height / 2, 18), { steps: 4 });
    };
    await moveTo('far');
    await page.mouse.down();
    await moveTo('there');
    await page.mouse.up();
    await part(page, /^link far--there$/).waitFor();
    expect(problems).toEqual([]);

    const phone = await site.open({ path: await path, viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });
    await settled(phone.page);
    // Its knob, in the middle of the line.
    await part(phone.page, /^link here--there$/).locator('.focus-ring').tap();
    await phone.page.getByRole('region', { name: 'Inspector' }).getByRole('button', { name: 'Remove the link' }).tap();
    await part(phone.page, /^link here--there$/).waitFor({ state: 'detached' });
    expect(await phone.page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0);
    expect(phone.problems).toEqual([]);
  });
});
