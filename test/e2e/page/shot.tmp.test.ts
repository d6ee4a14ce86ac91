import { test } from 'vitest';
import { startSite } from './harness.ts';
test('shots', async () => {
  const site = await startSite();
  const { page, problems } = await site.open();
  const t0 = Date.now();
  await page.waitForSelector('.shell-headline', { timeout: 15000 }).catch((e) => problems.push(String(e)));
  console.log('first headline', Date.now() - t0);
  await page.waitForTimeout(4000);
  await page.screenshot({ path: '/tmp/s1.png', fullPage: true });
  for (const tab of ['recovery', 'data', 'causes', 'cost', 'life', 'compare', 'learn']) {
    await page.click('#tab-' + tab);
    await page.waitForTimeout(2500);
    await page.screenshot({ path: `/tmp/s-${tab}.png`, fullPage: true });
  }
  const phone = await site.open({ viewport: { width: 390, height: 844 }, colorScheme: 'dark' });
  await phone.page.waitForTimeout(5000);
  await phone.page.screenshot({ path: '/tmp/s-phone.png', fullPage: true });
  console.log(problems, phone.problems);
  await site.close();
}, 90000);
