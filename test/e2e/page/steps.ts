import { readFile } from 'node:fs/promises';
import { expect } from 'vitest';
import type { Page } from 'playwright-core';

/** What people do on the page, in their words. */

/** Waits until a run is over and its figures are of the model as it is, or of so many years. */
export async function settled(page: Page, years = 0): Promise<void> {
  await page.getByText(years === 0 ? /years simulated, seed/ : `${years.toLocaleString('en-US')} years simulated, seed`).waitFor({ timeout: 60_000 });
  await page.getByRole('button', { name: 'Run', exact: true }).waitFor({ timeout: 60_000 });
}

export async function chooseFromGallery(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: 'Gallery' }).click();
  await page.getByRole('dialog').getByRole('button', { name }).click();
  await page.getByRole('heading', { level: 1 }).getByText(name).waitFor();
}

export async function showView(page: Page, name: string): Promise<void> {
  await page.getByRole('tab', { name, exact: true }).click();
}

/** Waits until what is loaded late is there and nothing has moved for a sixth of a second; where something plays, not longer than two. */
export async function still(page: Page): Promise<void> {
  await page.locator('.waiting').filter({ hasText: 'Loading.' }).first().waitFor({ state: 'detached' });
  await page.evaluate(() => new Promise<void>((done) => {
    const end = () => (observer.disconnect(), done());
    let quiet = setTimeout(end, 160);
    setTimeout(end, 2_000);
    const observer = new MutationObserver(() => {
      clearTimeout(quiet);
      quiet = setTimeout(end, 160);
    });
    observer.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
  }));
}

/** From here on each figure has a «?». */
export async function explainFigures(page: Page): Promise<void> {
  const button = page.getByRole('button', { name: 'Explain the figures' });
  if ((await button.getAttribute('aria-pressed')) !== 'true') await button.click();
}

/** The editor's text is replaced by another. */
export async function typeModel(page: Page, text: string): Promise<void> {
  await page.getByRole('tab', { name: 'Text' }).click();
  const editor = page.locator('.cm-content');
  await editor.waitFor({ timeout: 15_000 });
  await editor.click();
  await page.keyboard.press('Control+a');
  await page.keyboard.insertText(text);
}

/** The answer and the targets, without what the last change has bought: of the same model that is the same everywhere. */
export async function headline(page: Page): Promise<string> {
  const strip = page.getByRole('region', { name: 'The answer', exact: true });
  return (await strip.locator('.strip-answer, .strip-targets').allInnerTexts()).join(' ').replace(/\s+/g, ' ');
}

/** The same with all that belongs to it, which begins the view of the downtime. */
export async function inFull(page: Page): Promise<string> {
  return (await page.getByRole('region', { name: 'The answer in full' }).innerText()).replace(/\s+/g, ' ');
}

export async function chooseYears(page: Page, years: number): Promise<void> {
  await page.locator('summary').filter({ hasText: 'Settings' }).click();
  await page.getByRole('combobox', { name: 'Years' }).selectOption(String(years));
  await page.keyboard.press('Escape');
}

export async function shareLink(page: Page): Promise<string> {
  await page.getByRole('button', { name: 'Share' }).click();
  const field = page.getByLabel('Link to this model');
  await expect.poll(() => field.inputValue()).toContain('#n1=');
  const link = await field.inputValue();
  await page.keyboard.press('Escape');
  return link;
}

/** Clicks what downloads a file and reads it. */
export async function downloaded(page: Page, click: () => Promise<void>): Promise<{ readonly name: string; readonly bytes: Buffer }> {
  const [download] = await Promise.all([page.waitForEvent('download'), click()]);
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
}
