import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { violations } from './axe.ts';
import { type Site, startSite, webShop } from './harness.ts';
import { plotGallery } from './second-build.ts';
import { explainFigures, settled, showView, still } from './steps.ts';

let site: Site;
beforeAll(async () => (site = await startSite()));
afterAll(() => site?.close());

const VIEWS = ['Downtime', 'Recovery', 'Data', 'Causes', 'Why', 'Cost', 'One life', 'Drill', 'Compare', 'What if', 'Learn'];

describe('axe-core finds no barrier', () => {
  for (const [colorScheme, rules] of [['light', 'all'], ['dark', 'colours']] as const) {
    test(`in any view, ${colorScheme}: ${rules === 'all' ? 'by any rule' : 'by those about colours'}`, async () => {
      // Without transitions: a colour on its way to another has no contrast of its own.
      const { page, problems } = await site.open({ path: await webShop(), colorScheme, bypassCSP: true, reducedMotion: 'reduce' });
      await settled(page);
      // With all that can be asked for: what is quiet is a part of that.
      await explainFigures(page);
      const found: string[] = [];
      for (const view of VIEWS) {
        await showView(page, view);
        await still(page);
        found.push(...(await violations(page, rules)).map((line) => `${view}: ${line}`));
      }
      await page.getByRole('tab', { name: 'Text' }).click();
      await page.locator('.cm-content').waitFor();
      found.push(...(await violations(page, rules)).map((line) => `editor: ${line}`));
      for (const dialog of ['Share', 'Help and keys', 'Gallery', 'Documents']) {
        await page.getByRole('button', { name: dialog }).click();
        await page.getByRole('dialog').first().waitFor();
        await still(page);
        found.push(...(await violations(page, rules)).map((line) => `${dialog}: ${line}`));
        await page.keyboard.press('Escape');
      }
      expect(found).toEqual([]);
      expect(problems).toEqual([]);
    });
  }
});

test('the page of all plots draws every one of them, edge cases included, in both themes', async () => {
  const gallery = await startSite({ folder: await plotGallery() });
  onTestFinished(() => gallery.close());
  for (const colorScheme of ['light', 'dark'] as const) {
    const { page, problems } = await gallery.open({ colorScheme });
    await expect.poll(() => page.locator('figure svg').count(), { timeout: 60_000 }).toBeGreaterThan(40);
    const pictures = await page.locator('figure svg').evaluateAll((all) => all.map((svg) => svg.querySelectorAll('path, rect, circle, line').length));
    expect(pictures.filter((marks) => marks === 0)).toEqual([]);
    // Every plot says in words what it shows.
    const silent = await page.locator('figure[aria-describedby]').evaluateAll((all) => all.filter((figure) => (document.getElementById(figure.getAttribute('aria-describedby') ?? '')?.textContent ?? '').length < 20).length);
    expect(silent).toBe(0);
    expect(await violations(page, colorScheme === 'light' ? 'all' : 'colours')).toEqual([]);
    expect(problems).toEqual([]);
  }
});

describe('the page', () => {
  test('fits a phone of 360 px without scrolling sideways, in every view', async () => {
    const { page } = await site.open({ path: await webShop(), viewport: { width: 360, height: 740 } });
    await settled(page);
    const wide: string[] = [];
    for (const view of VIEWS) {
      await showView(page, view);
      await still(page);
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      if (overflow > 0) wide.push(`${view}: ${overflow} px`);
    }
    expect(wide).toEqual([]);
    await page.getByRole('button', { name: /Change the model/ }).click();
    await page.getByRole('dialog').getByRole('slider').first().waitFor();
  });

  test('shows its tables whole at every width, and on paper with a drill open nothing lies over anything', async () => {
    const { page } = await site.open();
    await settled(page);
    for (const width of [1280, 1440, 1920]) {
      await page.setViewportSize({ width, height: 900 });
      await page.getByRole('region', { name: 'Times' }).waitFor();
      const cut = await page.evaluate(() => [...document.querySelectorAll('.scroll-x')].filter((box) => box.scrollWidth > box.clientWidth).map((box) => box.getAttribute('aria-label')));
      expect(cut, `at ${width}`).toEqual([]);
    }
    await showView(page, 'Drill');
    await page.getByRole('button', { name: 'Run lose-zone' }).click();
    await page.getByText('What came of it').waitFor({ timeout: 60_000 });
    // A sheet of A4 between its margins.
    await page.setViewportSize({ width: 673, height: 1001 });
    await page.emulateMedia({ media: 'print' });
    const [answer, targets] = await page.evaluate(() => ['.strip-answer', '.strip-targets'].map((name) => document.querySelector(name)!.getBoundingClientRect()).map(({ top, bottom }) => ({ top, bottom })));
    expect(answer.bottom).toBeLessThanOrEqual(targets.top);
    expect(await page.locator('.strip-answer').evaluate((box) => getComputedStyle(box).position)).toBe('static');
    const short = await page.locator('.log-text').evaluateAll((all) => all.filter((text) => text.scrollWidth > text.clientWidth).length);
    expect(short).toBe(0);
  });

  test('is quiet until somebody asks what the figures mean, by key or by touch, and after Escape', async () => {
    const { page } = await site.open({ path: await webShop() });
    await settled(page);
    const signs = page.getByRole('button', { name: /^Explain: / });
    const visible = () => page.locator('main').innerText();
    expect([await signs.count(), (await visible()).includes('No exact value')]).toEqual([0, false]);
    await page.keyboard.press('?');
    await expect.poll(() => signs.count()).toBeGreaterThan(5);
    expect(await visible()).toContain('No exact value');
    // Each by the keyboard; Escape closes what is open before it leaves.
    await signs.first().press('Enter');
    await page.getByRole('dialog', { name: /^Meaning: / }).getByText('What goes in').waitFor();
    await page.keyboard.press('Escape');
    expect(await signs.count()).toBeGreaterThan(5);
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toMatch(/^Explain: /);
    await page.keyboard.press('Escape');
    await expect.poll(() => signs.count()).toBe(0);

    const phone = await site.open({ path: await webShop(), viewport: { width: 390, height: 844 }, hasTouch: true });
    await settled(phone.page);
    await phone.page.getByRole('button', { name: 'Explain the figures' }).tap();
    await phone.page.getByRole('button', { name: /^Explain: / }).first().tap();
    await phone.page.getByRole('dialog', { name: /^Meaning: / }).getByText('What goes in').waitFor();
    await phone.page.getByRole('dialog', { name: /^Meaning: / }).getByRole('button', { name: 'Close' }).tap();
    await phone.page.getByRole('region', { name: 'Explanations' }).getByRole('button', { name: 'Done' }).tap();
    await expect.poll(() => phone.page.getByRole('button', { name: /^Explain: / }).count()).toBe(0);
  });

  test('is used with the keyboard alone', async () => {
    const { page } = await site.open({ path: await webShop() });
    await settled(page);
    await page.keyboard.press('-');
    expect(await page.getByRole('tab', { name: 'Learn' }).getAttribute('aria-selected')).toBe('true');
    await page.keyboard.press('?');
    await page.getByRole('region', { name: 'Explanations' }).getByRole('button', { name: 'Help and keys' }).press('Enter');
    await page.getByRole('dialog').getByText('Ctrl').first().waitFor();
    await page.keyboard.press('Escape');
    await page.keyboard.press('?');
    await page.getByRole('tab', { name: 'Learn' }).focus();
    await page.keyboard.press('Home');
    expect(await page.getByRole('tab', { name: 'Downtime' }).getAttribute('aria-selected')).toBe('true');
    // Every stop of the tab key has a visible focus.
    const invisible: string[] = [];
    await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
    for (let i = 0; i < 40; i++) {
      await page.keyboard.press('Tab');
      const seen = await page.evaluate(() => {
        const focused = document.activeElement as HTMLElement | null;
        if (focused === null || focused === document.body) return null;
        const style = getComputedStyle(focused);
        // On the drawing it is a ring of its own.
        const ring = focused.querySelector('.focus-ring');
        const isVisible = style.outlineStyle !== 'none' || style.boxShadow !== 'none' || (ring !== null && getComputedStyle(ring).stroke !== 'none');
        return isVisible ? null : focused.outerHTML.slice(0, 120);
      });
      if (seen !== null) invisible.push(seen);
    }
    expect(invisible).toEqual([]);
  });

  test('starts no animation for those who want none', async () => {
    const { page } = await site.open({ reducedMotion: 'reduce' });
    await settled(page);
    expect(await page.evaluate(() => document.getAnimations().filter((a) => a.playState === 'running').length)).toBe(0);
  });
});
