import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** All rules about colours that axe-core follows where nothing else is said. */
const COLOURS = ['color-contrast', 'link-in-text-block'];

interface Violation {
  readonly id: string;
  readonly nodes: readonly { readonly target: readonly unknown[]; readonly failureSummary?: string }[];
}

interface Axe {
  run(options: object): Promise<{ readonly violations: readonly Violation[] }>;
}

/**
 * What axe-core finds, a line a rule with the first places. Where a page is opened in a second theme, the `colours`: no other
 * rule looks at them, and what the others find is the same in both.
 */
export async function violations(page: Page, rules: 'all' | 'colours' = 'all'): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(AXE);
  // Only of violations are the places worked out: of all that is well that takes longer than the rules themselves.
  const options = { resultTypes: ['violations'], ...(rules === 'all' ? {} : { runOnly: COLOURS }) };
  const found = await page.evaluate((chosen) => (window as unknown as { axe: Axe }).axe.run(chosen).then((result) => result.violations), options);
  return found.map(({ id, nodes }) => {
    const places = nodes.slice(0, 3).map(({ target, failureSummary }) => `${target.join(' ')} (${failureSummary?.split('\n').at(1)?.trim() ?? ''})`);
    return `${id}: ${places.join('; ')}`;
  });
}
