import { describe, expect, test } from 'vitest';
import { compile } from '../../src/compile/compile.ts';
import { compileExperiment } from '../../src/compile/faultload.ts';
import { runExperiment } from '../../src/engine/experiment.ts';
import { nextEvent } from '../../src/engine/heap.ts';
import { createEngine } from '../../src/engine/engine.ts';
import { advance, replicate } from '../../src/engine/replicate.ts';
import { start } from '../../src/engine/start.ts';
import { parseModel } from '../../src/model/index.ts';
import { CountingProbe } from '../../src/observe/counting-probe.ts';
import { ExperimentCountingProbe } from '../../src/observe/experiment.ts';
import { createTally, observe } from '../../src/observe/tally.ts';
import { SECONDS_PER_YEAR } from '../../src/units/table.ts';
import { randomCapacity } from './random-capacity.ts';
import { randomModel, randomSites } from './random-model.ts';
import { randomNetwork } from './random-network.ts';
import { randomPeople } from './random-people.ts';
import { randomPlanned } from './random-planned.ts';
import { broken, checkStages } from './rules.ts';

/** More of them, and others, to look for what hides: `MODELS=1000 FIRST=5000 npx vitest run test/engine/invariants.test.ts`. */
const MODELS = Number(process.env.MODELS ?? 80);
const FIRST = Number(process.env.FIRST ?? 0);
/** After every instant, which takes longer. */
const WATCHED = Number(process.env.MODELS ?? 200);
const LIVES = 12;
/** Theirs have many more events each. */
const LIVES_WITH_PEOPLE = 2;
const RUNS = 3;

describe.each([
  ['a random model', randomModel, LIVES, 1],
  ['a random model of sites and backups', randomSites, LIVES, 1],
  ['a random model with shards, loads and members that are started elsewhere', randomCapacity, LIVES_WITH_PEOPLE, 1],
  ['a random model with links', randomNetwork, LIVES_WITH_PEOPLE, 1],
  ['a random model with planned work', randomPlanned, LIVES_WITH_PEOPLE, 5],
  ['a random model with people and parts', randomPeople, LIVES_WITH_PEOPLE, 1],
])('whatever happens in %s', (_, random, lives, oneIn) => {
  test('its state obeys every rule after every instant', () => {
    for (let seed = FIRST; seed < FIRST + WATCHED; seed += oneIn) {
      const text = random(seed);
      const model = parseModel(text);
      const { program } = compile(model);
      const wrong: string[] = [];
      const probe = new CountingProbe(program, checkStages(observe(createTally(program.counts), program.counts, 1, model.targets), wrong), seed % 4 === 0);
      const e = createEngine(program, probe);
      start(e, 'instants', seed, 1, seed % 3 === 0 ? 0 : SECONDS_PER_YEAR, SECONDS_PER_YEAR);
      for (let next = nextEvent(e); next <= SECONDS_PER_YEAR && wrong.length === 0; next = nextEvent(e)) {
        advance(e, next);
        wrong.push(...broken(e, probe));
      }
      expect(wrong, `${wrong.join('; ')}\nat ${e.now} of\n${text}`).toEqual([]);
    }
  });

  test('its state obeys every rule when a history is over, and its books balance', () => {
    for (let seed = FIRST; seed < FIRST + MODELS; seed += oneIn) {
      const text = random(seed);
      const model = parseModel(text);
      const { program } = compile(model);
      const tally = createTally(program.counts);
      const wrong: string[] = [];
      const probe = new CountingProbe(program, checkStages(observe(tally, program.counts, 2, model.targets), wrong));
      const engine = createEngine(program, probe);
      for (let life = 0; life < lives; life++) {
        replicate(engine, 'invariants', life, 1 + (life % 2), life % 3 === 0 ? 0 : SECONDS_PER_YEAR);
        wrong.push(...broken(engine, probe));
        expect(wrong, `${wrong.join('; ')}\nlife ${life} of\n${text}`).toEqual([]);
        const o = probe.observation;
        const sum = (values: Float64Array, count: number) => values.subarray(0, count).reduce((a, b) => a + b, 0);
        const down = sum(o.downByYear, o.years);
        expect(sum(o.causeDown, program.counts.causes)).toBeCloseTo(down, 3);
        expect(o.serviceDown[program.entry]).toBeCloseTo(down, 3);
        expect(sum(o.causeIncidents, program.counts.causes)).toBe(sum(o.incidentsByYear, o.years));
        // Whatever way the downtime is taken apart, the parts add up to it.
        for (const parts of [o.serviceBlame, o.domainBlame, o.phaseDown, o.failuresDown]) expect(sum(parts, parts.length), text).toBeCloseTo(down, 3);
        expect(sum(o.failuresIncidents, o.failuresIncidents.length)).toBe(sum(o.incidentsByYear, o.years));
        for (let year = 0; year < o.years; year++) {
          const total = o.downByYear[year] + o.degradedByYear[year];
          expect(total).toBeLessThanOrEqual(SECONDS_PER_YEAR * (1 + 1e-12));
          expect(o.unansweredByYear[year]).toBeLessThanOrEqual(total * (1 + 1e-12));
          expect(o.outByYear[year]).toBeLessThanOrEqual(o.downByYear[year]);
          expect(o.lossByYear[year]).toBeGreaterThanOrEqual(0);
          expect(o.lossByYear[year]).toBeLessThan(Infinity);
        }
      }
    }
  });
});

describe('whatever is broken in a random model of sites and backups', () => {
  test('its state obeys every rule after every instant, and the stages of a run add up', () => {
    for (let seed = FIRST; seed < FIRST + MODELS; seed++) {
      const text = randomSites(seed);
      const model = parseModel(text);
      for (const experiment of model.experiments) {
        const { program, faultload } = compileExperiment(model, experiment);
        const probe = new ExperimentCountingProbe(program);
        const engine = createEngine(program, probe);
        for (let run = 0; run < RUNS; run++) {
          const wrong: string[] = [];
          let instants = 0;
          const { began, ended } = runExperiment(engine, probe, 'drills', run, SECONDS_PER_YEAR / 12, faultload, (e) => {
            if (wrong.length === 0) wrong.push(...broken(e, probe));
            if (++instants > 100_000) throw new Error(`run ${run} of ${experiment.name} never ends:\n${text}`);
          });
          const { recoverySeconds, lossSeconds, stages } = probe.result(engine);
          expect(wrong, `${wrong.join('; ')}\nrun ${run} of ${experiment.name}\n${text}`).toEqual([]);
          // Of a run that was cut off while the entry was down nobody knows how long it takes.
          if (recoverySeconds < Infinity) expect(Math.abs(stages.reduce((a, b) => a + b, 0) - recoverySeconds)).toBeLessThan(1e-5);
          expect(lossSeconds).toBeGreaterThanOrEqual(0);
          expect(ended).toBeGreaterThanOrEqual(began);
        }
      }
    }
  });
});
