import { expect, test } from 'vitest';
import { parseModel } from '../../../src/model/index.ts';
import { simulateLife } from '../../../src/run/simulate-life.ts';
import { promisedOf } from '../../../web/life/promise.ts';
import { live } from '../../theory/harness.ts';

const text = (asked: string) => `components: { c: { failures: { crash: { mtbf: 40 days, mttr: 50 min } } } }
services: { web: { component: c } }
${asked}
`;
const SEED = 'burn';
const LIVES = 25;

test.each(['promise: 99.9%, window: month', 'promise: 99.9%, window: month, tolerates: 20 min', 'promise: 99.9%, window: quarter'])(
  'the windows that are marked in lives are those that the run counts as broken: %s',
  (sla) => {
    const model = parseModel(`nines: 1\nname: theory\n${text(`sla: { ${sla} }`)}`);
    const report = live(text(`sla: { ${sla} }`), { replications: LIVES, years: 1, seed: SEED });
    const lives = Array.from({ length: LIVES }, (_, replication) => promisedOf(simulateLife(model, { seed: SEED, replication }), model, report)!);
    const all = lives.flatMap(({ burns: [burn] }) => burn.windows);
    expect(all.filter(({ brokenAt }) => brokenAt !== null).length / all.length).toBe(report.windows!.broken.mean);
    expect(report.windows!.broken.mean).toBeGreaterThan(0);
    expect(lives[0].note).toMatch(/^A diamond .* Of all (month|quarter)s [\d.]+% break the promise of 99\.9%\.$/);
  },
);

test('without an SLA the budget is that of the availability target, a year and a month, and without either there is none', () => {
  const burnt = (asked: string) => {
    const model = parseModel(`nines: 1\n${text(asked)}`);
    return promisedOf(simulateLife(model, { seed: SEED, replication: 0 }), model, null);
  };
  expect(burnt('targets: { availability: 99.9% }')!.burns.map(({ name, windows }) => [name, windows.length])).toEqual([['year', 1], ['month', 12]]);
  expect(burnt('')).toBeNull();
});
