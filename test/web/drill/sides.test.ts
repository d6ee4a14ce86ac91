import { describe, expect, test } from 'vitest';
import { parseModel } from '../../../src/model/index.ts';
import { experimentOf } from '../../../src/model/experiments/experiment.ts';
import { simulateExperimentLife } from '../../../src/run/experiment-life.ts';
import { bandsOf } from '../../../web/life/bands.ts';
import { rowsOf } from '../../../web/life/lanes.ts';
import { countAt, createReplay } from '../../../web/life/replay.ts';
import { cutsAt } from '../../../web/drill/sides.ts';

/** Two domains and what stands in them; the link between them is cut for an hour, and this is how it is after so many seconds. */
function cutOf(services: string, entry: string, seconds: number) {
  const model = parseModel(`
nines: 1
name: two
domains: { a: { kind: dc }, b: { kind: dc } }
links: [{ between: [a, b] }]
components: { c: {} }
services:
${services}
entry: ${entry}
`);
  const experiment = experimentOf(model, { name: 'x', fail: ['a--b'], for: { kind: 'constant', value: 3600 } })!;
  const life = simulateExperimentLife(model, experiment);
  const [{ parted } = { parted: [] }] = cutsAt(model, createReplay(life).after(countAt(life.events, seconds)));
  return { life, parted: parted.map(({ service, sides }) => [service, ...sides.map(({ end, does, says }) => `${end} ${does}: ${says}`)]) };
}

describe('both sides of a cut', () => {
  const quorum = '  q: { component: c, replicas: 3, in: [a, b, b], mode: quorum, elect: 5 s }';

  test('of a quorum: the majority serves, once it has elected', () => {
    const [, a, b] = cutOf(quorum, 'q', 600).parted[0];
    expect([a, b]).toEqual([expect.stringMatching(/^a refuses: /), expect.stringMatching(/^b serves: q\[[12]\] is leader$/)]);
    // When it is over nothing is parted.
    expect(cutOf(quorum, 'q', 4000).parted).toEqual([]);
  });

  test('of an active and its standby without a lock: the active goes on, the other side refuses', () => {
    const pair = '  db: { component: c, replicas: 2, in: [a, b], mode: active-passive, replication: { mode: async, lag: 1 s } }';
    expect(cutOf(pair, 'db', 60).parted).toEqual([['db', 'a serves: db[0] is active', 'b refuses: db[1] cannot reach db[0]']]);
  });

  test('of members that all serve: one side has the majority, or both go on and diverge', () => {
    const group = (more: string) => `  g: { component: c, replicas: 3, in: [a, b, b], replication: { mode: sync }${more} }`;
    expect(cutOf(group(''), 'g', 60).parted).toEqual([['g', 'a refuses: nobody is left on this side', 'b serves: g[1], g[2]: this side has the majority']]);
    expect(cutOf(group(', on-partition: available'), 'g', 60).parted).toEqual([
      ['g', 'a diverges: g[0] goes on, and the other side knows nothing of it', 'b diverges: g[1], g[2] go on, and the other side knows nothing of it'],
    ]);
  });

  test('is told in the log, and is a span among the lanes of a life', () => {
    const { life } = cutOf(quorum, 'q', 60);
    expect(life.events.filter(({ kind }) => kind === 'link').map(({ time, state, text }) => [time, state, text])).toEqual([
      [0, 'down', 'a--b is cut (x/a--b)'],
      [3600, 'up', 'a--b is whole again'],
    ]);
    const bands = bandsOf(life);
    expect(bands.links).toEqual([[{ start: 0, end: 3600, state: 'down' }]]);
    expect(rowsOf(life, bands).find((row) => row.key === 'link:0')).toMatchObject({ kind: 'link', name: 'a--b', bands: bands.links[0] });
  });
});
