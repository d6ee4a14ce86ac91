import { describe, expect, test } from 'vitest';
import { entryUnavailability } from '../../src/analysis/structure/index.ts';
import { parseModel } from '../../src/model/index.ts';
import { solveChain } from './chain.ts';
import { expectExact, expectTells, HOUR, live, read, YEAR } from './harness.ts';

const PROVIDERS = `components:
  a: { failures: { out: { mtbf: 9 days, mttr: 1 day } } }
  b: { failures: { out: { mtbf: 16 days, mttr: 'lognormal(3 days, 10 days)' } } }
  shop: { failures: { crash: { mtbf: 19 days, mttr: 1 day } } }
`;
const share = (name: string, more = '') => read(`${PROVIDERS}services: { x: { component: ${name} } }${more}`).compiled.program.fleetUnavailability[0];
const [A, B] = [share('a'), share('b')];

describe('of two that will do', () => {
  test('the service is down while both are, where they fail independently', () => {
    const text = `${PROVIDERS}services:
  shop: { component: shop, needs: [{ any-of: [a, b] }] }
  a: { component: a }
  b: { component: b }
entry: shop`;
    const { availability, incidents } = live(text, { replications: 100, years: 10 });
    const exact = 0.95 * (1 - A * B);
    expectExact(availability, exact);
    expectTells(availability, 0.95 * (1 - A), 0.05);
    expect(availability.arithmetic).toBeCloseTo(exact, 12);
    expect(entryUnavailability(read(text).model)).toBeCloseTo(1 - exact, 12);
    // Both go down together by whichever comes second; and nobody else is ever to blame.
    expect(incidents.byCause.map(({ cause }) => cause).sort()).toEqual(['a/out', 'b/out', 'shop/crash']);
  });

  test('a domain that both stand in takes both, and what all need counts once', () => {
    const text = `domains: { dc: { failures: { power: { mtbf: 45 days, mttr: 5 days } } } }
${PROVIDERS}services:
  entry: { needs: [shop, { any-of: [a, b] }] }
  shop: { component: shop }
  a: { component: a, in: dc, needs: [shop] }
  b: { component: b, in: dc, needs: [shop] }
entry: entry`;
    const exact = 0.95 * 0.9 * (1 - A * B);
    expectExact(live(text, { replications: 100, years: 10 }).availability, exact);
    expect(entryUnavailability(read(text).model)).toBeCloseTo(1 - exact, 12);
  });

  test('it answers what the better one answers', () => {
    const { availability } = live(
      `components: { a: { failures: { out: { mtbf: 3 days, mttr: 1 day } } }, b: { failures: { out: { mtbf: 1 day, mttr: 1 day } } } }
services:
  shop: { needs: [{ any-of: [a, b] }] }
  a: { component: a, replicas: 2, required: 2, below-required: degraded }
  b: { component: b, wants: { c: 80% } }
  c: { component: b }
entry: shop`,
      { replications: 20, years: 5 },
    );
    // a answers 1, 1/2 or 0; b, up half of the time, 1 or 80%, by c; the larger of the two.
    const a: readonly (readonly [number, number])[] = [[0.75 ** 2, 1], [2 * 0.75 * 0.25, 0.5], [0.25 ** 2, 0]];
    const b: readonly (readonly [number, number])[] = [[0.25, 1], [0.25, 0.8], [0.5, 0]];
    const mean = a.flatMap(([p, x]) => b.map(([q, y]) => p * q * Math.max(x, y))).reduce((sum, each) => sum + each, 0);
    expectExact(availability.requests, mean);
    expectTells(availability.requests, 0.75, 0.05);
  });
});

/** Two members, promoted in 4 h, and two of which one is needed: what is up of each. */
interface State {
  readonly stage: 'serving' | 'promoting' | 'waiting';
  readonly active: boolean;
  readonly other: boolean;
  readonly first: boolean;
  readonly second: boolean;
}

test('a standby is promoted while any of them answers, and waits until one does', () => {
  const perHour = 1 / HOUR;
  const choose = (s: State): State => ({ ...s, stage: s.active ? 'serving' : s.other && (s.first || s.second) ? 'promoting' : 'waiting' });
  const ifWaiting = (before: State, after: State) => (before.stage === 'waiting' ? choose(after) : after);
  const solved = solveChain<State>({ stage: 'serving', active: true, other: true, first: true, second: true }, (s) => [
    ...(['first', 'second'] as const).map((key): readonly [number, State] => (s[key] ? [perHour / 48, { ...s, [key]: false }] : [perHour / 30, ifWaiting(s, { ...s, [key]: true })])),
    s.active ? [perHour / 120, s.stage === 'serving' ? choose({ ...s, active: false }) : { ...s, active: false }] : [perHour / 10, ifWaiting(s, { ...s, active: true })],
    s.other ? [perHour / 120, s.stage === 'promoting' ? choose({ ...s, other: false }) : { ...s, other: false }] : [perHour / 10, ifWaiting(s, { ...s, other: true })],
    ...(s.stage === 'promoting' ? [[perHour / 4, { ...s, stage: 'serving', active: true, other: s.active } as State] as const] : []),
  ]);
  const isUp = ({ stage, first, second }: State) => stage === 'serving' && (first || second);
  const { availability, incidents } = live(
    `components:
  db: { failures: { crash: { mtbf: 5 days, mttr: 10 h } } }
  dcs: { failures: { crash: { mtbf: 2 days, mttr: 30 h } } }
services:
  db: { component: db, replicas: 2, mode: active-passive, failover: { promote: exponential(4 h) }, needs: [{ any-of: [one, two] }] }
  one: { component: dcs }
  two: { component: dcs }
entry: db`,
    { replications: 60, years: 10 },
  );
  expectExact(availability, solved.share(isUp));
  expectExact(incidents.perYear, YEAR * solved.entries((s) => !isUp(s)));
});

test('what is down of them, and hurts nobody, is no failure of an incident', () => {
  const { incidents } = live(
    `components: { slow: { failures: { out: { mtbf: 1 h, mttr: 1000 days } } }, shop: { failures: { crash: { mtbf: 9 days, mttr: 1 day } } }, solid: }
services:
  shop: { component: shop, needs: [{ any-of: [a, b] }] }
  a: { component: slow }
  b: { component: solid }
entry: shop`,
    { replications: 5, years: 10 },
  );
  const model = parseModel('nines: 1\nname: n\ncomponents: { c: }\nservices: { s: { needs: [{ any-of: [a, b] }] }, a: { component: c }, b: { component: c } }\nentry: s');
  expect(model.services[0]).toMatchObject({ needs: [], anyOf: [[1, 2]] });
  expect(incidents.byCause.map(({ cause }) => cause)).toEqual(['shop/crash']);
});
