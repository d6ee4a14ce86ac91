import { describe, expect, test } from 'vitest';
import { arithmeticAvailability, arithmeticUnavailability, chanceOf, type Group } from '../../src/analysis/arithmetic.ts';
import { parseModel } from '../../src/model/index.ts';

const atLeast = (k: number, groups: readonly Group[]) => chanceOf(k, groups).up;

/** Every combination of up and down, by the sum over all subsets. */
function byEnumeration(k: number, groups: readonly Group[]): number {
  const down = groups.flatMap((group) => Array.from({ length: group.members }, () => group.down));
  let sum = 0;
  for (let set = 0; set < 2 ** down.length; set++) {
    let chance = 1;
    let up = 0;
    down.forEach((q, i) => {
      const isUp = ((set >> i) & 1) === 1;
      if (isUp) up++;
      chance *= isUp ? 1 - q : q;
    });
    if (up >= k) sum += chance;
  }
  return sum;
}

/** Member by member (Barlow & Heidtmann 1984). */
function byRecursion(k: number, groups: readonly Group[]): number {
  const all = groups.reduce((sum, { members }) => sum + members, 0);
  const chances = new Float64Array(all + 1);
  chances[0] = 1;
  for (const { members, down } of groups) {
    for (let m = 0; m < members; m++) {
      for (let i = all; i > 0; i--) chances[i] = chances[i] * (1 - down) + chances[i - 1] * down;
      chances[0] *= 1 - down;
    }
  }
  return chances.subarray(0, all - k + 1).reduce((sum, chance) => sum + chance, 0);
}

/** The best of three: other tests run at the same time. */
function timed<T>(milliseconds: number, action: () => T): T {
  let best = Infinity;
  let result = action();
  for (let i = 0; i < 3; i++) {
    const start = process.cpuUsage();
    result = action();
    best = Math.min(best, process.cpuUsage(start).user / 1000);
  }
  expect(best).toBeLessThan(milliseconds);
  return result;
}

describe('at least k of n', () => {
  test('of a few is the sum over all combinations', () => {
    const cases: Group[][] = [
      [{ members: 1, down: 0.25 }],
      [{ members: 5, down: 0.1 }],
      [{ members: 3, down: 0.1 }, { members: 4, down: 1e-3 }],
      [{ members: 2, down: 0.5 }, { members: 3, down: 0.9 }, { members: 4, down: 0.01 }],
      [{ members: 2, down: 0 }, { members: 2, down: 0.3 }, { members: 2, down: 1 }],
      [{ members: 2, down: 0.3 }, { members: 2, down: 0.3 }],
    ];
    for (const groups of cases) {
      const all = groups.reduce((sum, { members }) => sum + members, 0);
      for (let k = 0; k <= all; k++) expect(atLeast(k, groups)).toBeCloseTo(byEnumeration(k, groups), 14);
      expect(atLeast(all + 1, groups)).toBe(0);
    }
  });

  test('keeps the digits of values near 0 and near 1', () => {
    expect(1 - atLeast(1, [{ members: 2, down: 1e-4 }])).toBeCloseTo(1e-8, 15);
    expect(atLeast(2, [{ members: 2, down: 1 - 1e-4 }]) / 1e-8).toBeCloseTo(1, 9);
    expect(atLeast(50, [{ members: 50, down: 0.9 }]) / 1e-50).toBeCloseTo(1, 10);
    expect(atLeast(3, [{ members: 2, down: 1 - 1e-4 }, { members: 1, down: 0.999 }]) / 1e-11).toBeCloseTo(1, 9);
  });

  test('of hundreds agrees with the recursion, alike or not', () => {
    const alike: Group[] = [{ members: 600, down: 0.07 }];
    const mixed: Group[] = [{ members: 300, down: 0.07 }, { members: 200, down: 0.01 }, { members: 100, down: 0.4 }];
    for (const k of [1, 300, 500, 520, 540, 558, 570, 590, 600]) {
      expect(atLeast(k, alike)).toBeCloseTo(byRecursion(k, alike), 12);
      expect(atLeast(k, mixed)).toBeCloseTo(byRecursion(k, mixed), 12);
    }
  });

  test('of groups that hardly differ agrees with the incomplete beta function', () => {
    const halves: Group[] = [{ members: 50_000, down: 0.01 }, { members: 50_000, down: 0.01 * (1 + 1e-13) }];
    for (const k of [98_900, 98_990, 99_000, 99_050]) expect(atLeast(k, halves)).toBeCloseTo(atLeast(k, [{ members: 100_000, down: 0.01 }]), 9);
  });

  test('of a million is quick', () => {
    const million: Group[] = [{ members: 1_000_000, down: 0.001 }];
    expect(timed(50, () => atLeast(999_000, million))).toBeCloseTo(0.508, 2);
    expect(timed(50, () => atLeast(500_000, [{ members: 1_000_000, down: 0.5 }]))).toBeCloseTo(0.5004, 4);
    expect(timed(50, () => atLeast(1_000_000, [{ members: 1_000_000, down: 1e-6 }]))).toBeCloseTo(Math.exp(-1), 6);
    const zones = Array.from({ length: 6 }, (_, i): Group => ({ members: 150_000, down: 0.001 * (i + 1) }));
    expect(timed(500, () => atLeast(896_850, zones))).toBeCloseTo(0.503, 2);
  });

  test('of thousands of large and different groups is approximated', () => {
    const groups = Array.from({ length: 4_000 }, (_, i): Group => ({ members: 250, down: 0.1 + i * 1e-6 }));
    const mean = groups.reduce((sum, { members, down }) => sum + members * down, 0);
    const deviation = Math.sqrt(groups.reduce((sum, { members, down }) => sum + members * down * (1 - down), 0));
    const mayFail = Math.floor(mean + 2 * deviation);
    // To the last member it would take hours.
    expect(timed(3000, () => atLeast(1_000_000 - mayFail, groups))).toBeCloseTo(0.977, 3);
  });
});

describe('the bare arithmetic', () => {
  const model = (services: string, more = '') =>
    parseModel(`nines: 1\ncomponents: { c: { failures: { crash: { mtbf: 9 h, mttr: 1 h } } } }\nservices:\n${services}\n${more}`);

  test('follows needs, and wants without which the rest would be down', () => {
    const text = (share: string) => `  a: { component: c, needs: [b], wants: { d: ${share} } }\n  b: { component: c }\n  d: { component: c }`;
    expect(arithmeticAvailability(model(text('50%')))).toBeCloseTo(0.9 ** 3, 14);
    expect(arithmeticAvailability(model(text('99%')))).toBeCloseTo(0.9 ** 2, 14);
  });

  test('counts members with their domains', () => {
    const zones = 'domains: { x: { kind: zone, failures: { out: { mtbf: 4 h, mttr: 1 h } } }, y: { kind: zone } }';
    expect(arithmeticAvailability(model('  a: { component: c, replicas: 2, across: zone }', zones))).toBeCloseTo(1 - 0.1 * (1 - 0.9 * 0.8), 14);
  });

  test('puts what all replicas share in series, once', () => {
    const region = 'domains: { r: { kind: region, failures: { out: { mtbf: 99 h, mttr: 1 h } }, domains: { x: { kind: zone, failures: { out: { mtbf: 4 h, mttr: 1 h } } }, y: { kind: zone, failures: { out: { mtbf: 4 h, mttr: 1 h } } } } } }';
    const replica = 0.9 * 0.8;
    expect(arithmeticAvailability(model('  a: { component: c, replicas: 2, across: zone }', region))).toBeCloseTo(0.99 * (1 - (1 - replica) ** 2), 14);
    // Two services in one region: the region counts once for both.
    const two = model('  a: { component: c, replicas: 2, across: zone, needs: [b] }\n  b: { component: c, in: x }', region);
    expect(arithmeticAvailability(two)).toBeCloseTo(0.99 * (1 - (1 - replica) ** 2) * 0.9 * 0.8, 14);
  });

  test('keeps the digits of a claim of more nines than a number next to 1 can hold', () => {
    const four = parseModel('nines: 1\ncomponents: { c: { failures: { crash: { mtbf: 99999 h, mttr: 1 h } } } }\nservices: { a: { component: c, replicas: 4 } }');
    expect(arithmeticUnavailability(four)! / 1e-20).toBeCloseTo(1, 12);
    expect(arithmeticUnavailability(model('  a: { component: c, replicas: 3, required: 2 }'))).toBeCloseTo(1 - 0.972, 14);
  });

  test('of a long chain of wants is no deep recursion', () => {
    const links = Array.from({ length: 2_000 }, (_, i) => ({ ...model('  a: { component: c }').services[0], name: `s${i}`, wants: i === 1_999 ? [] : [{ service: i + 1, without: 0.5 }] }));
    expect(arithmeticAvailability({ ...model('  a: { component: c }'), services: links })).toBeCloseTo(0.9 ** 2000, 14);
  });

  test('is calculated once for a model', () => {
    const fleet = model('  a: { component: c, replicas: 100000, required: 90000 }');
    const first = arithmeticAvailability(fleet);
    expect(timed(0.1, () => arithmeticAvailability(fleet))).toBe(first);
    expect(first).toBeCloseTo(0.5, 2);
  });
});
