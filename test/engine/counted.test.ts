import { isDeepStrictEqual } from 'node:util';
import { describe, expect, test } from 'vitest';
import { compile } from '../../src/compile/compile.ts';
import { countedFleets } from '../../src/engine/counted-fleets.ts';
import { createEngine } from '../../src/engine/engine.ts';
import { replicate } from '../../src/engine/replicate.ts';
import { parseModel } from '../../src/model/index.ts';
import { CountingProbe } from '../../src/observe/counting-probe.ts';
import { createTally, observe } from '../../src/observe/tally.ts';
import { SECONDS_PER_YEAR } from '../../src/units/table.ts';
import { randomCapacity } from './random-capacity.ts';
import { createDice, randomModel, randomSites } from './random-model.ts';
import { randomNetwork } from './random-network.ts';
import { randomPeople } from './random-people.ts';
import { randomPlanned } from './random-planned.ts';

const YEARS = 3;
const NO_GOALS = { availability: null, rtoSeconds: null, rpoSeconds: null, byKind: [] };

/** What is observed of two lives, with or without the loop, whether or not it would pay. */
function livesOf(text: string, withLoop: boolean): unknown {
  const { program } = compile(parseModel(text));
  const probe = new CountingProbe(program, observe(createTally(program.counts), program.counts, YEARS, NO_GOALS));
  const e = Object.assign(createEngine(program, probe), { hasCounted: withLoop });
  return [SECONDS_PER_YEAR, 0].map((warmUp, life) => {
    replicate(e, 'counted', life, YEARS, warmUp);
    return [structuredClone(probe.observation), e.events, e.now];
  });
}

/** Fleets that are counted, in zones that go out, needed by others, with failures that fall together. */
function randomCounted(seed: number): string {
  const { chance, fails, mode, pick, whole } = createDice(`counted ${seed}`);
  const replicas = whole(1, 12);
  const times = () => (chance(0.3) ? '{ mtbf: constant(10 days), mttr: constant(12 h) }' : mode().replace(/, data: \w+/, ''));
  return `nines: 1
name: counted ${seed}
domains: { z1: { kind: zone${chance(0.7) ? `, failures: { outage: ${times()} }` : ''} }, z2: { kind: zone } }
components:
  unit: { failures: { crash: ${times()}, hang: ${times()} } }
  other: { failures: { crash: { ${fails(0.5)} } } }
services:
  fleet: { component: unit, replicas: ${replicas}, required: ${whole(1, replicas)}, across: zone${chance(0.4) ? ', below-required: degraded' : ''} }
  more: { component: ${pick('unit', 'other')}, replicas: ${whole(1, 3)}, ${pick('needs: [fleet]', 'wants: { fleet: 60% }')}${chance(0.3) ? ', health-check: { interval: 10 min, timeout: 1 min }' : ''} }
entry: more`;
}

const RANDOM = { randomCounted, randomModel, randomSites, randomPeople, randomPlanned, randomCapacity, randomNetwork };

describe('the loop for members that are only counted', () => {
  test.each(Object.entries(RANDOM))('changes no bit of what happens in models of %s', (name, random) => {
    let counted = 0;
    for (let seed = 0; seed < 20; seed++) {
      const text = random(seed);
      if (!countedFleets(compile(parseModel(text)).program).includes(1)) continue;
      counted++;
      expect(isDeepStrictEqual(livesOf(text, true), livesOf(text, false)), `${name} ${seed}`).toBe(true);
    }
    if (random === randomCounted) expect(counted).toBe(20);
  });

  test('is for what it was written for, and for nothing else', () => {
    const countedOf = ({ failure = '', service = 'required: 2', more = '' }) =>
      countedFleets(
        compile(
          parseModel(`nines: 1
name: one
${more}
components: { unit: { failures: { crash: { mtbf: 30 days, mttr: 4 h${failure} } } } }
services: { web: { component: unit, replicas: 3, ${service} } }
entry: web`),
        ).program,
      )[0];
    expect(countedOf({})).toBe(1);
    expect(countedOf({ failure: ', data: lost' }), 'data').toBe(0);
    expect(countedOf({ failure: ', latent: true', service: 'required: 2, check: { every: 30 days }' }), 'latent').toBe(0);
    expect(countedOf({ failure: ', repaired-by: ops', more: 'teams: { ops: { people: 1 } }' }), 'people').toBe(0);
    expect(countedOf({ service: 'health-check: { interval: 10 s, timeout: 1 s }' }), 'health checks').toBe(0);
    expect(countedOf({ service: 'mode: active-passive' }), 'roles').toBe(0);
    expect(countedOf({ service: 'maintenance: { every: 30 days, takes: 1 h }' }), 'maintenance').toBe(0);
  });
});
