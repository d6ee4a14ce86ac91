import { describe, expect, test } from 'vitest';
import { CountingProbe } from '../../src/observe/counting-probe.ts';
import { createTally, observe } from '../../src/observe/tally.ts';
import { compile } from '../../src/compile/compile.ts';
import { clockField, clockOwner, FLEET, MODE, OWNER, type Program } from '../../src/compile/program.ts';
import { createEngine, type Engine } from '../../src/engine/engine.ts';
import { advance, replicate } from '../../src/engine/replicate.ts';
import { start } from '../../src/engine/start.ts';
import { type Model, parseModel } from '../../src/model/index.ts';
import type { Life } from '../../src/run/life.ts';
import { simulateLife, worstLife } from '../../src/run/simulate-life.ts';
import { SECONDS_PER_YEAR } from '../../src/units/table.ts';
import { randomModel, randomSites } from '../engine/random-model.ts';

const MODELS = 60;
const LIVES = 3;

function probeOf(program: Program, model: Model, years: number): CountingProbe {
  return new CountingProbe(program, observe(createTally(program.counts), program.counts, years, model.targets));
}

function engineOf(model: Model, years: number): Engine {
  const { program } = compile(model);
  return createEngine(program, probeOf(program, model, years));
}

/** No failure of its own is on. */
function domainsUp({ program: p, state }: Engine): boolean[] {
  const down = Array.from(state.clockDown.keys()).filter((clock) => state.clockDown[clock] === 1 && clockField(p, clock, FLEET.ownerKind) === OWNER.domain);
  return Array.from({ length: p.counts.domains }, (_, domain) => !down.some((clock) => clockOwner(p, clock) === domain));
}

/** With and without a warm-up, in turn. */
function modelOf(number: number): Model {
  const model = parseModel(number % 2 === 0 ? randomSites(number) : randomModel(number));
  return number % 3 === 0 ? { ...model, simulation: { ...model.simulation, warmUpSeconds: 0 } } : model;
}

/** Every life of every model, on the way past a claim. */
function forEachLife(claim: (model: Model, life: Life) => void): void {
  for (let number = 0; number < MODELS; number++) {
    const model = modelOf(number);
    for (let replication = 0; replication < LIVES; replication++) claim(model, simulateLife(model, { seed: 'trace', replication, mostEvents: 1e6 }));
  }
}

/** State after all events, from the state at the start and the events alone. */
function replayed(life: Life) {
  const membersUp = [...life.start.membersUp];
  const domainsUp = [...life.start.domainsUp];
  const answers = [...life.start.answers];
  const active = [...life.start.active];
  for (const event of life.events) {
    if (event.kind === 'member') membersUp[event.index] = event.state === 'up';
    else if (event.kind === 'domain') domainsUp[event.index] = event.state === 'up';
    else if (event.kind === 'service') answers[event.index] = event.value;
    else if (event.kind === 'stage') active[event.index] = event.value;
  }
  return { membersUp, domainsUp, answers, active };
}

describe('a year that is watched', () => {
  test('has the downtime of the run, to the last bit, also as the first year of a longer history', () => {
    for (let number = 0; number < MODELS; number++) {
      const model = modelOf(number);
      const { program } = compile(model);
      const first = probeOf(program, model, 1);
      const longer = probeOf(program, model, 3);
      const one = createEngine(program, first);
      const three = createEngine(program, longer);
      for (let replication = 0; replication < LIVES; replication++) {
        const life = simulateLife(model, { seed: 'trace', replication });
        replicate(one, 'trace', replication, 1, model.simulation.warmUpSeconds);
        replicate(three, 'trace', replication, 3, model.simulation.warmUpSeconds);
        expect(life.downtime).toBe(first.observation.downByYear[0]);
        expect(life.downtime).toBe(longer.observation.downByYear[0]);
      }
    }
  });

  test('ends in the state in which the run stands then', () => {
    forEachLife((model, life) => {
      const e = engineOf(model, 1);
      start(e, 'trace', life.replication, 1, model.simulation.warmUpSeconds, SECONDS_PER_YEAR);
      advance(e, SECONDS_PER_YEAR);
      const end = replayed(life);
      const hasRoles = (service: number) => e.program.serviceMode[service] === MODE.activePassive || e.program.serviceMode[service] === MODE.quorum;
      expect(end.membersUp).toEqual(Array.from(e.state.holds, (holds) => holds === 0));
      expect(end.domainsUp).toEqual(domainsUp(e));
      expect(end.answers).toEqual(Array.from(e.state.answer));
      expect(end.active).toEqual(Array.from(e.state.active, (member, service) => (hasRoles(service) ? member : -1)));
    });
  });

  test('tells its events in the order of time, within the year, and none without a change', () => {
    forEachLife((_, life) => {
      let time = 0;
      const state = new Map<string, string>();
      const wrong = life.events.filter((event) => {
        const key = `${event.kind} ${event.index}`;
        const now = `${event.state} ${event.value}`;
        const isWrong = event.time < time || event.time > SECONDS_PER_YEAR || state.get(key) === now || /undefined|NaN/.test(event.text);
        time = event.time;
        state.set(key, now);
        return isWrong;
      });
      expect(wrong).toEqual([]);
    });
  });

  test('has incidents that add up to its downtime', () => {
    forEachLife((_, life) => {
      const sum = life.incidents.reduce((total, { start: from, end }) => total + end - from, 0);
      expect(Math.abs(sum - life.downtime)).toBeLessThan(1e-6 * SECONDS_PER_YEAR);
    });
  });

  test('is the same again with the same seed, and another with another', () => {
    const model = modelOf(1);
    const life = simulateLife(model, { seed: 'a', replication: 4 });
    expect(simulateLife(model, { seed: 'a', replication: 4 })).toEqual(life);
    expect(simulateLife(model, { seed: 'b', replication: 4 }).events).not.toEqual(life.events);
    expect(simulateLife(model, { seed: 'a', replication: 5 }).events).not.toEqual(life.events);
  });

  test('keeps the first events where there are too many, and all of its downtime', () => {
    const model = modelOf(1);
    const whole = simulateLife(model, { seed: 'a', replication: 0 });
    const cut = simulateLife(model, { seed: 'a', replication: 0, mostEvents: 10 });
    expect(whole.truncated).toBe(false);
    expect(cut.truncated).toBe(true);
    expect(cut.events).toEqual(whole.events.slice(0, 10));
    expect(cut.downtime).toBe(whole.downtime);
    expect(cut.incidents).toEqual(whole.incidents);
    expect(simulateLife(model, { seed: 'a', replication: 0, mostEvents: whole.events.length }).truncated).toBe(false);
  });
});

describe('the worst year of many', () => {
  test('has the most downtime of them, and is the first that has', async () => {
    const model = modelOf(2);
    const downtimes = Array.from({ length: 40 }, (_, replication) => simulateLife(model, { seed: 'w', replication }).downtime);
    const worst = await worstLife(model, { seed: 'w', count: 40 });
    expect(worst.downtime).toBe(Math.max(...downtimes));
    expect(worst.replication).toBe(downtimes.indexOf(worst.downtime));
  });
});

describe('the words of a year', () => {
  test('name who failed, why, and who took over', () => {
    const model = parseModel(`
nines: 1
name: words
domains: { z: { kind: zone, failures: { outage: { mtbf: 40 days, mttr: 5 h } } } }
components: { pg: { failures: { disk: { mtbf: 20 days, mttr: 2 h } } } }
services: { db: { component: pg, replicas: 2, in: [z], mode: active-passive, failover: { detect: 30 s, promote: 20 s, redirect: 5 s, false-positive: { mtbf: 60 days } } } }
entry: db
`);
    const texts = new Set(simulateLife(model, { seed: '1', replication: 0 }).events.map((event) => event.text));
    for (const text of ['db[0] fails (disk)', 'db[0] works again', 'z fails (outage)', 'z returns', 'db: promoting db[1]', 'db: db[1] serves', 'db answers nothing: down', 'db answers everything']) {
      expect([...texts]).toContain(text);
    }
    expect([...texts].some((text) => text.endsWith('though nothing had failed'))).toBe(true);
    expect([...texts].some((text) => /^db\[\d] fails \(z\/outage\)$/.test(text))).toBe(true);
  });
});
