import { describe, expect, test } from 'vitest';
import { cutSets, cutSetsByOrder, entryUnavailability, singlePoints } from '../../src/analysis/structure/index.ts';
import { parseModel } from '../../src/model/index.ts';

const model = (services: string, more = '') =>
  parseModel(`nines: 1\ncomponents: { c: { failures: { crash: { mtbf: 9 h, mttr: 1 h } } }, solid: }\nservices:\n${services}\n${more}`);
const ZONES = `domains:
  r: { kind: region, failures: { out: { mtbf: 99 h, mttr: 1 h } }, domains: { x: { kind: zone, failures: { out: { mtbf: 49 h, mttr: 1 h } } }, y: { kind: zone, failures: { out: { mtbf: 49 h, mttr: 1 h } } } } }
`;
/** Fails seldom enough that a million are allowed. */
const million = (services: string, more = '') =>
  parseModel(`nines: 1\ncomponents: { c: { failures: { crash: { mtbf: 99 days, mttr: 1 day } } } }\nservices:\n${services}\n${more}`);
const cuts = (...args: Parameters<typeof model>) => cutSets(model(...args)).map(({ causes }) => causes.join(' + ')).sort();

/** Of the processor: others may be at work beside. */
function timed<T>(action: () => T): T {
  const start = process.cpuUsage();
  const result = action();
  const { user, system } = process.cpuUsage(start);
  expect((user + system) / 1000).toBeLessThan(3000);
  return result;
}

describe('cut sets', () => {
  test('are minimal: members, domains and shocks, alone and in pairs', () => {
    expect(cuts('  web: { component: c, replicas: 2, across: zone }', ZONES)).toEqual(['r', 'web[0] + web[1]', 'x + web[1]', 'x + y', 'y + web[0]'].sort());
    expect(cuts('  web: { component: c, replicas: 3, required: 2, needs: [db] }\n  db: { component: c }')).toEqual(['db', 'web[0] + web[1]', 'web[0] + web[2]', 'web[1] + web[2]']);
    expect(cuts('  web: { component: c, replicas: 2, needs: [db] }\n  db: { component: c, replicas: 2 }', 'shocks: { bad: { mtbf: 9 h, mttr: 1 h, hits: [web] }, half: { mtbf: 9 h, mttr: 1 h, hits: [db], probability: 50% } }'))
      .toEqual(['bad', 'db[0] + db[1]', 'half', 'web[0] + web[1]']);
  });

  test('come the likeliest first, with their downtime', () => {
    const found = model('  web: { component: c, needs: [db] }\n  db: { component: c, replicas: 2 }', 'shocks: { bad: { mtbf: 99 h, mttr: 1 h, hits: [db] } }');
    expect(cutSets(found).map(({ causes, unavailability }) => [causes.join(), Number(unavailability!.toPrecision(9))])).toEqual([['web', 0.1], ['bad', 0.01], ['db[0],db[1]', 0.01]]);
    expect(singlePoints(found).map(({ cause }) => cause)).toEqual(['web', 'bad']);
  });

  test('know of degraded service and of wants', () => {
    expect(cuts('  web: { component: c, replicas: 2, required: 2, below-required: degraded }', 'sla: { error-rate: 60% }')).toEqual(['web[0] + web[1]']);
    expect(cuts('  web: { component: solid, wants: { a: 96%, b: 96% } }\n  a: { component: c }\n  b: { component: c }\nentry: web')).toEqual(['a + b']);
    expect(cuts('  web: { component: c, wants: { a: 50% } }\n  a: { component: c }\nentry: web')).toEqual(['a', 'web']);
  });
});

describe('in a large model', () => {
  test('the members of a service are one', () => {
    const text = '  web: { component: c, replicas: 2000, required: 2000, needs: [db, one] }\n  db: { component: c, replicas: 2 }\n  one: { component: c }';
    const found = model(text, 'entry: web');
    expect(singlePoints(found).map(({ cause }) => cause)).toEqual(['web[any]', 'one']);
    expect(cutSets(found)[0].unavailability).toBeCloseTo(1 - 0.9 ** 2000, 14);
    // What is left is small enough for pairs.
    expect(cutSets(found).at(-1)!.causes).toEqual(['db[0]', 'db[1]']);
  });

  test('up to 1,000 elements they have their names', () => {
    expect(singlePoints(model('  web: { component: c, replicas: 1000, required: 1000 }'))).toHaveLength(1000);
    const pairs = model('  web: { component: c, replicas: 1000, required: 999 }');
    expect(timed(() => cutSets(pairs))).toHaveLength(1000);
    expect(cutSets(pairs)[999].causes).toEqual(['web[1]', 'web[2]']);
  });

  test('what is not listed is counted', () => {
    expect(timed(() => cutSetsByOrder(model('  web: { component: c, replicas: 1000, required: 999 }')))).toEqual([0, 499_500, 0]);
    expect(timed(() => cutSetsByOrder(model('  web: { component: c, replicas: 3000, required: 2998 }')))).toEqual([0, 0, (3000 * 2999 * 2998) / 6]);
    const any = cutSets(model('  web: { component: c, replicas: 3000, required: 2998 }'));
    expect(any).toEqual([{ causes: ['web[any]', 'web[any]', 'web[any]'], unavailability: expect.closeTo(1, 12) }]);
  });

  test('a million members and shocks that strike them all take no time', () => {
    expect(timed(() => cutSets(million('  web: { component: c, replicas: 1000000, required: 999000 }')))).toEqual([]);
    expect(timed(() => singlePoints(million('  web: { component: c, replicas: 1000000, across: zone, required: 600000 }', ZONES))).map(({ cause }) => cause)).toEqual(['x', 'y', 'r']);
    const shocks = Array.from({ length: 1500 }, (_, i) => `  s${i}: { mtbf: ${i + 1} years, mttr: 1 h, hits: [web] }`).join('\n');
    expect(timed(() => singlePoints(million('  web: { component: c, replicas: 200000 }', `shocks:\n${shocks}`)))).toHaveLength(1500);
  });

  test('racks by the hundred are counted three by three, and what is too large is left', () => {
    const racks = Array.from({ length: 1000 }, (_, i) => `r${i}: { kind: rack, failures: { out: { mtbf: 99 days, mttr: 1 day } } }`).join(', ');
    const fleet = (required: number) => million(`  web: { component: c, replicas: 10000, across: rack, required: ${required} }`, `domains: { ${racks} }`);
    expect(timed(() => cutSetsByOrder(fleet(9975)))).toEqual([0, 0, (1000 * 999 * 998) / 6]);
    expect(timed(() => entryUnavailability(fleet(9700)))).toBeGreaterThan(0);
    expect(timed(() => entryUnavailability(fleet(5000)))).toBeNull();
    expect(timed(() => cutSetsByOrder(fleet(5000)))).toEqual([0]);
  });

  test('long chains of wants take no time', () => {
    const links = Array.from({ length: 800 }, (_, i) => `  s${i}: { component: c${i === 799 ? '' : `, wants: { s${i + 1}: 50% }`} }`).join('\n');
    expect(timed(() => singlePoints(model(links, 'entry: s0'))).map(({ cause }) => cause)).toEqual(['s0', 's1', 's2', 's3', 's4']);
  });
});
