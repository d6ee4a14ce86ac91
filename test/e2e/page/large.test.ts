import { afterAll, beforeAll, expect, test } from 'vitest';
import { encodeLink } from '../../../web/state/link.ts';
import { type Site, startSite } from './harness.ts';
import { longestTask } from './main-thread.ts';

let site: Site;
beforeAll(async () => (site = await startSite()));
afterAll(() => site.close());

const COMPONENT = 'components: { node: { failures: { crash: { mtbf: 90 days, mttr: 4 h } } } }';
const zones = (count: number) => `domains: { ${Array.from({ length: count }, (_, i) => `z${i}: { kind: zone, failures: { outage: { mtbf: 2 years, mttr: 2 h } } }`).join(', ')} }`;

const MILLION = `nines: 1
name: A million
simulation: { years: 1 }
${zones(3)}
${COMPONENT}
services: { web: { component: node, replicas: 1000000, across: zone, required: 100 } }
`;

/** Each service needs the next twenty-five. */
const THOUSAND = `nines: 1
name: A thousand
simulation: { years: 1 }
${zones(3)}
${COMPONENT}
services:
${Array.from({ length: 1_000 }, (_, i) => {
  const needs = Array.from({ length: 25 }, (__, k) => i + k + 1).filter((to) => to < 1_000);
  return `  s${i}: { component: node, replicas: 2, across: zone${needs.length > 0 ? `, needs: [${needs.map((to) => `s${to}`).join(', ')}]` : ''} }`;
}).join('\n')}
entry: s0
`;

test.each([
  ['a million members', MILLION, 500, /×333/],
  ['a thousand services that need twenty-five each', THOUSAND, 3_000, /Drawn are the services nearest to the entry/],
])('%s are summarised: few nodes, and the main thread is not blocked by them', async (_, text, mostNodes, said) => {
  const { page } = await site.open({ path: 'icon.svg' });
  const longest = await longestTask(site.browser, page, async () => {
    await page.goto(site.url + (await encodeLink({ text, seed: '', years: 0, tab: '' })));
    await page.locator('.topology').getByText(said).first().waitFor({ timeout: 120_000 });
    await page.getByText(/years simulated/).waitFor({ timeout: 120_000 });
  });
  const nodes = await page.evaluate(() => document.querySelectorAll('.topology *').length);
  expect(nodes).toBeLessThan(mostNodes);
  // A thirtieth of a second as measured; it was two and three whole ones.
  expect(longest).toBeLessThan(150);
}, 180_000);
