import { describe, expect, test } from 'vitest';
import { cutSets, singlePoints } from '../../../src/analysis/structure/index.ts';
import { tryCutSets } from '../../../src/analysis/structure/tried.ts';
import { parseModel } from '../../../src/model/index.ts';
import { bruteForce } from './brute-force.ts';
import { randomModel } from './random-models.ts';

const written = (sets: readonly { readonly causes: readonly string[] }[]) => sets.map(({ causes }) => [...causes].sort().join(' + ')).sort();
const FAILS = 'failures: { out: { mtbf: 1 year, mttr: 1 h } }';
const LINK = 'failures: { cut: { mtbf: 1 year, mttr: 1 h } }';

describe('what takes the entry down, found by breaking it', () => {
  test('is in alone and in twos what a search through all states of the structure finds, on random small models', () => {
    let compared = 0;
    for (let seed = 0; seed < 60; seed++) {
      const model = parseModel(randomModel(seed));
      const brute = bruteForce(model, 12);
      if (brute === null) continue;
      const exact = brute.cuts().filter(({ length }) => length < 3).map((set) => ({ causes: set.map((i) => brute.bits[i].name) }));
      expect(written(tryCutSets(model).found), `model ${seed}`).toEqual(written(exact));
      compared += exact.length;
    }
    expect(compared).toBeGreaterThan(80);
  });

  /** All sets of up to two elements that leave no working member with a majority within its reach, none of them with more than it takes. */
  function enumerated(places: readonly number[], links: readonly (readonly [number, number])[]): string[] {
    const majority = Math.floor(places.length / 2) + 1;
    const elements = [...places.map((_, m) => ({ name: `q[${m}]`, member: m, link: -1 })), ...links.map(([a, b], i) => ({ name: `d${a}--d${b}`, member: -1, link: i }))];
    const isDown = (set: readonly (typeof elements)[number][]) => {
      const reaches = (m: number, n: number) => !set.some(({ link }) => link >= 0 && links[link].includes(places[m]) && links[link].includes(places[n]) && places[m] !== places[n]);
      const up = places.map((_, m) => m).filter((m) => !set.some(({ member }) => member === m));
      return !up.some((m) => up.filter((n) => reaches(m, n)).length >= majority);
    };
    const singles = elements.filter((element) => isDown([element]));
    const rest = elements.filter((element) => !singles.includes(element));
    const pairs = rest.flatMap((a, i) => rest.slice(i + 1).flatMap((b) => (isDown([a, b]) ? [`${a.name} + ${b.name}`] : [])));
    return [...singles.map(({ name }) => name), ...pairs].map((name) => name.split(' + ').sort().join(' + ')).sort();
  }

  test.each([
    ['2 + 1', [0, 0, 1], [[0, 1]]],
    ['2 + 2 + 1', [0, 0, 1, 1, 2], [[0, 1], [1, 2], [0, 2]]],
    ['3 + 3', [0, 0, 0, 1, 1, 1], [[0, 1]]],
    ['3 + 3 and a witness', [0, 0, 0, 1, 1, 1, 2], [[0, 1], [1, 2], [0, 2]]],
    ['1 + 1', [0, 1], [[0, 1]]],
  ] as const)('is of votes that links part what an enumeration finds: %s', (_, places, links) => {
    const model = parseModel(`
nines: 1
domains: { d0: { kind: dc }, d1: { kind: dc }, d2: { kind: dc } }
links: [ ${links.map(([a, b]) => `{ between: [d${a}, d${b}], ${LINK} }`).join(', ')} ]
components: { c: { ${FAILS} } }
services: { q: { component: c, replicas: ${places.length}, in: [${places.map((d) => `d${d}`).join(', ')}], mode: quorum } }
`);
    expect(written(cutSets(model))).toEqual(enumerated(places, links));
    expect(cutSets(model).every(({ unavailability }) => unavailability === null)).toBe(true);
  });

  test('are links and coordinators: with the lock on the other side of a cut nobody is left there but the standby', () => {
    const model = (more: string) => parseModel(`
nines: 1
domains: { a: { kind: dc }, b: { kind: dc } }
links: [ { between: [a, b], ${LINK} } ]
components: { c: { ${FAILS} }, vote: {} }
services:
  db: { component: c, replicas: 2, in: [a, b], mode: active-passive, replication: { mode: async, lag: 1 s }, failover: { needs: [etcd]${more} } }
  etcd: { component: vote, replicas: 3, in: [a, b, b], mode: quorum }
shocks: { trouble: { mtbf: 1 year, mttr: 1 h, hits: etcd } }
entry: db
`);
    // The standby goes on in b, where the majority is; without it, or without anybody's majority, the active goes on.
    const failsafe = model('');
    expect(written(cutSets(failsafe))).toEqual(['db[0] + db[1]', 'db[0] + trouble']);
    expect(singlePoints(failsafe)).toEqual([]);
    // Who steps down without it needs it.
    const demoted = model(', demote-after: 30 s');
    expect(singlePoints(demoted).map(({ cause, kind, downtimePerYear }) => [cause, kind, downtimePerYear])).toEqual([['trouble', 'shock', null]]);
    expect(written(cutSets(demoted))).toEqual(['a--b + db[1]', 'db[0] + db[1]', 'trouble']);
  });

  test('are a link by itself where it parts two halves, shocks that take domains, shards, and members that the rest cannot stand in for', () => {
    const single = (text: string) => singlePoints(parseModel(`nines: 1\ndomains: { a: { kind: zone }, b: { kind: zone } }\ncomponents: { c: { ${FAILS} } }\n${text}`)).map(({ cause, kind }) => `${kind} ${cause}`);
    expect(single(`links: [ { between: [a, b], ${LINK} } ]\nservices: { g: { component: c, replicas: 2, in: [a, b], replication: { mode: sync } } }`)).toEqual(['link a--b']);
    expect(single('services: { w: { component: c, replicas: 2, across: zone } }\nshocks: { heat: { mtbf: 1 year, mttr: 1 h, hits: [a, b] } }')).toEqual(['shock heat']);
    expect(single('services: { w: { component: c, replicas: 2, across: zone, mode: sharded, shards: 4, copies: 1 } }')).toEqual(['member w[0]', 'member w[1]']);
    const loaded = (replicas: number) => single(`services: { w: { component: c, replicas: ${replicas}, load: 300% } }\ntraffic: { daily: { 0:00: 30%, 20:00: 100% } }`);
    expect([loaded(3), loaded(4)]).toEqual([['member w[0]', 'member w[1]', 'member w[2]'], []]);
  });
});
