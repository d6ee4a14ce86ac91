import { describe, expect, test } from 'vitest';
import { createTally, observe } from '../../src/analysis/tally.ts';
import { compile } from '../../src/compile/compile.ts';
import { CLOCK, MODE, OWNER, type Program } from '../../src/compile/program.ts';
import { evaluateAnswer } from '../../src/engine/answer.ts';
import { createEngine, type Engine } from '../../src/engine/engine.ts';
import { isEligible } from '../../src/engine/replication.ts';
import { replicate } from '../../src/engine/replicate.ts';
import { QUORUM, STAGE } from '../../src/engine/state.ts';
import { parseModel } from '../../src/model/index.ts';
import { SECONDS_PER_YEAR } from '../../src/units/table.ts';
import { randomModel } from './random-model.ts';

const MODELS = 300;
const LIVES = 25;

/** Every rule that a state has to obey between two events; returns the ones broken. */
function broken(e: Engine): string[] {
  const p = e.program;
  const s = e.state;
  const wrong: string[] = [];
  const claim = (holds: boolean, what: string) => {
    if (!holds) wrong.push(what);
  };
  const isQueued = (slot: number) => s.slotPosition[slot] >= 0;
  for (let i = 0; i < e.heapSize; i++) {
    claim(s.slotPosition[s.heapSlot[i]] === i, `heap position of slot ${s.heapSlot[i]}`);
    if (i > 0) claim(s.heapTime[(i - 1) >> 1] <= s.heapTime[i], 'heap order');
  }
  for (let c = 0; c < p.counts.clocks; c++) {
    if (s.clockDown[c] === 1) claim(isQueued(c), `clock ${c} is down and nobody repairs it`);
    else if (c >= p.counts.exponentialClocks) claim(isQueued(c), `clock ${c} is up and never fails`);
  }
  for (let m = 0; m < p.counts.members; m++) {
    const own = clocksOf(p, m).filter((c) => s.clockDown[c] === 1).length;
    const shocks = Array.from(p.shockMembers.keys()).filter((i) => p.shockMembers[i] === m && s.struck[i] === 1).length;
    const holds = own + shocks + (s.blocked[m] > 0 ? 1 : 0) + s.restarting[m];
    claim(s.holds[m] === holds, `member ${m} is held ${s.holds[m]} times, by ${holds}`);
    claim(isQueued(e.slots.restart + m) === (s.restarting[m] === 1), `member ${m} restarts`);
  }
  for (let service = 0; service < p.counts.services; service++) {
    const members = range(p, service);
    const name = `service ${service}`;
    const working = members.filter((m) => s.holds[m] === 0);
    if (p.serviceMode[service] === MODE.activeActive) {
      const rotation = members.filter((m) => s.inRotation[m] === 1);
      const healthy = rotation.filter((m) => s.holds[m] === 0);
      claim(s.rotation[service] === rotation.length && s.healthy[service] === healthy.length, `${name}: rotation is counted`);
      for (const m of members) {
        const isUndecided = (s.holds[m] === 0) !== (s.inRotation[m] === 1);
        claim(isUndecided === isQueued(e.slots.member + m), `${name}: the health check looks at member ${m}`);
        if (p.serviceChecked[service] === 0) claim(!isUndecided, `${name}: without a check rotation follows at once`);
      }
    } else if (p.serviceMode[service] === MODE.quorum) {
      const leader = s.active[service];
      const enough = working.length >= p.serviceRequired[service];
      claim(s.healthy[service] === working.length, `${name}: votes are counted`);
      claim(leader < 0 || s.holds[leader] === 0, `${name}: its leader works`);
      const stage = !enough ? QUORUM.stopped : leader >= 0 ? QUORUM.serving : QUORUM.electing;
      claim(s.stage[service] === stage, `${name}: stage ${s.stage[service]}, expected ${stage}`);
      claim(isQueued(e.slots.stage + service) === (stage === QUORUM.electing), `${name}: an election runs`);
    } else if (members.length > 0) {
      checkFailover(e, service, members, claim);
    }
    const answer = evaluateAnswer(p, s.ownShare, s.answerStack, service);
    claim(s.answer[service] === answer, `${name}: its answer is up to date`);
  }
  return wrong;
}

function checkFailover(e: Engine, service: number, members: readonly number[], claim: (holds: boolean, what: string) => void): void {
  const s = e.state;
  const p = e.program;
  const name = `service ${service}`;
  const stage = s.stage[service];
  const active = s.active[service];
  const isTimed = stage !== STAGE.serving && stage !== STAGE.waiting;
  claim((s.slotPosition[e.slots.stage + service] >= 0) === isTimed, `${name}: stage ${stage} and its timer`);
  const activeServes = stage === STAGE.serving || stage === STAGE.redirecting;
  if (activeServes) claim(s.holds[active] === 0 && s.hasData[active] === 1, `${name}: its active works`);
  else if (stage !== STAGE.promoting) claim(s.holds[active] > 0 || s.hasData[active] === 0, `${name}: an active that is back serves`);
  if (stage === STAGE.promoting) claim(s.holds[s.target[service]] === 0, `${name}: who is being promoted works`);
  if (stage === STAGE.waiting) claim(!members.some((m) => isEligible(e, service, m)), `${name}: nobody eligible waits`);
  const isQueued = members.some((m) => s.slotPosition[e.slots.member + m] >= 0);
  const all = members.every((m) => s.holds[m] === 0);
  if (all && stage === STAGE.waiting) claim(isQueued || p.maxLag[service] < Infinity, `${name}: all work and nobody ever serves`);
  if (activeServes && stage === STAGE.serving) {
    for (const m of members) {
      const isFollowing = s.connected[m] === 1 || s.slotPosition[e.slots.member + m] >= 0;
      if (s.holds[m] === 0) claim(isFollowing, `${name}: standby ${m} follows or catches up`);
    }
  }
}

/** The failure modes of one member. */
function clocksOf(p: Program, member: number): number[] {
  const field = (clock: number, name: 'ownerKind' | 'owner') => p.clocks[clock * CLOCK.stride + CLOCK[name]];
  return Array.from({ length: p.counts.clocks }, (_, c) => c).filter((c) => field(c, 'ownerKind') === OWNER.member && field(c, 'owner') === member);
}

function range(p: Program, service: number): number[] {
  return Array.from({ length: p.serviceMembers[service + 1] - p.serviceMembers[service] }, (_, i) => p.serviceMembers[service] + i);
}

describe('whatever happens in a random model', () => {
  test('its state obeys every rule between two events, and its books balance', () => {
    for (let seed = 0; seed < MODELS; seed++) {
      const text = randomModel(seed);
      const model = parseModel(text);
      const { program } = compile(model);
      const tally = createTally(program.counts);
      const engine = createEngine(program, observe(tally, program.counts, 2, model.targets));
      for (let life = 0; life < LIVES; life++) {
        replicate(engine, 'invariants', life, 1 + (life % 2), life % 3 === 0 ? 0 : SECONDS_PER_YEAR);
        const wrong = broken(engine);
        expect(wrong, `${wrong.join('; ')}\nlife ${life} of\n${text}`).toEqual([]);
        const o = engine.observer.observation;
        const sum = (values: Float64Array, count: number) => values.subarray(0, count).reduce((a, b) => a + b, 0);
        const down = sum(o.downByYear, o.years);
        expect(sum(o.causeDown, program.counts.causes)).toBeCloseTo(down, 3);
        expect(o.serviceDown[program.entry]).toBeCloseTo(down, 3);
        expect(sum(o.causeIncidents, program.counts.causes)).toBe(sum(o.incidentsByYear, o.years));
        for (let year = 0; year < o.years; year++) {
          const total = o.downByYear[year] + o.degradedByYear[year];
          expect(total).toBeLessThanOrEqual(SECONDS_PER_YEAR * (1 + 1e-12));
          expect(o.unansweredByYear[year]).toBeLessThanOrEqual(total * (1 + 1e-12));
          expect(o.outByYear[year]).toBeLessThanOrEqual(o.downByYear[year]);
        }
      }
    }
  }, 60_000);
});
