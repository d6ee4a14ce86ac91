import { readFile } from 'node:fs/promises';
import { parseModel, simulate } from '../index.ts';
import { bareLoop } from './bare-loop.ts';
import { compileCLoop } from './c-loop.ts';
import { engineSpeed, fleetModel, FLEET, requiredOf } from './fleet.ts';

/*
 * npm run bench: ratios within one run, because machines differ and drift. Each pair is measured alternately and the
 * median of the ratios is what counts.
 */

const ROUNDS = 5;
const EVENTS = 2_000_000;

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
}

function millions(perSecond: number): string {
  return `${(perSecond / 1e6).toFixed(2)} M/s`;
}

/** Units, and what the engine is to reach of the loop in C. */
const GOALS = [
  [12, 0.6],
  [100, 0.9],
  [1_000, 1.1],
  [10_000, 1.1],
  [100_000, 1],
  [1_000_000, 1],
] as const;

/** @returns seconds that an event of the smallest fleet takes */
function fleets(): number {
  const cLoop = compileCLoop();
  console.log('Events per second of processor time on one core, n exponential units under k of n:\n');
  if (cLoop === null)
    console.log('  This machine has no C compiler (`cc`): the ratios to the loop in C are left out.\n');
  console.log('     units     engine  loop in C  engine / C  to reach   loop in JS  engine / JS');
  let perEvent = NaN;
  for (const [units, goal] of GOALS) {
    const text = fleetModel(units);
    engineSpeed(text, EVENTS / 4);
    bareLoop(units, FLEET.mtbf, FLEET.mttr, EVENTS / 4);
    const speeds = Array.from({ length: ROUNDS }, () => ({
      engine: engineSpeed(text, EVENTS),
      c: cLoop === null ? NaN : EVENTS / cLoop(units, requiredOf(units), FLEET.mtbf, FLEET.mttr, EVENTS),
      js: bareLoop(units, FLEET.mtbf, FLEET.mttr, EVENTS),
    }));
    const middle = (of: (speed: (typeof speeds)[number]) => number) => median(speeds.map(of));
    const engine = middle((speed) => speed.engine);
    if (units === GOALS[0][0]) perEvent = 1 / engine;
    const ratio = (value: number) => (Number.isNaN(value) ? '–' : value.toFixed(2));
    console.log(
      [
        String(units).padStart(10),
        millions(engine).padStart(10),
        (cLoop === null ? '–' : millions(middle(({ c }) => c))).padStart(10),
        ratio(middle((speed) => speed.engine / speed.c)).padStart(11),
        `≥ ${goal}`.padStart(9),
        millions(middle(({ js }) => js)).padStart(12),
        ratio(middle((speed) => speed.engine / speed.js)).padStart(12),
      ].join(' '),
    );
  }
  return perEvent;
}

async function workers(): Promise<void> {
  const model = parseModel(fleetModel(100));
  const ratios: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const one = await simulate(model, { years: 30_000, workers: 1 });
    const two = await simulate(model, { years: 30_000, workers: 2 });
    ratios.push(one.run.seconds / two.run.seconds);
  }
  console.log(`Two workers / one worker: ${median(ratios).toFixed(2)} times as fast (to reach: ≥ 1.85)`);
}

interface Pace {
  /** A simulated year, the warm-up's share included. */
  readonly events: number;
  readonly seconds: number;
}

/** @param perFleetEvent seconds that an event of the fleet of 12 took in this run */
async function webShop(perFleetEvent: number): Promise<void> {
  const text = await readFile(new URL('../models/web-shop.yaml', import.meta.url), 'utf8');
  const texts = [text, without(text, /^ *health-check:.*\n/m), without(text, /(?<=warm-up: )[^},\n]*[^},\s]/, '0 s')];
  const paces: Pace[][] = texts.map(() => []);
  for (let round = 0; round <= ROUNDS; round++) {
    for (const [i, each] of texts.entries()) {
      const pace = await paceOf(each);
      // The first round is for the compiler.
      if (round > 0) paces[i].push(pace);
    }
  }
  const [shop, unchecked, unwarmed] = paces.map((rounds): Pace => ({
    events: rounds[0].events,
    seconds: median(rounds.map(({ seconds }) => seconds)),
  }));
  console.log(
    `\nThe web shop with all its delays, one thread: ${millions(shop.events / shop.seconds)} events, ` +
      `${Math.round(1 / shop.seconds)} simulated years per second (${Math.round(shop.events)} events a year ` +
      'with the warm-up).',
  );
  const perEvent = shop.seconds / shop.events;
  const limits = [
    {
      share: 1 - perFleetEvent / perEvent,
      name: 'what services do at each event (rotation, failover, who still answers)',
    },
    { share: gains(paces[0], paces[1]), name: 'health checks' },
    { share: gains(paces[0], paces[2]), name: 'the warm-up' },
  ].sort((a, b) => b.share - a.share);
  console.log(
    'What limits it, by what goes without it: ' +
      `${limits.map(({ share, name }) => `${name} ${percent(share)} of the time`).join(', ')}; ` +
      `an event takes ${nanoseconds(perEvent)} (in the fleet of 12, whose services do next to nothing, ` +
      `${nanoseconds(perFleetEvent)}), ` +
      `and ${percent(1 - unchecked.events / shop.events)} of the events are health checks', ` +
      `${percent(1 - unwarmed.events / shop.events)} the warm-up's.`,
  );
}

async function paceOf(text: string): Promise<Pace> {
  const years = 5_000;
  const { run } = await simulate(parseModel(text), { years, workers: 0 });
  return { events: run.events / years, seconds: run.seconds / years };
}

/** The share of the time that is saved; the two were measured alternately. */
function gains(all: readonly Pace[], less: readonly Pace[]): number {
  return 1 - median(all.map(({ seconds }, round) => less[round].seconds / seconds));
}

/** The model without something that it must have, or the comparison would be of nothing. */
function without(text: string, what: RegExp, instead = ''): string {
  if (!what.test(text))
    throw new Error(`models/web-shop.yaml has no ${String(what)} any more: the bench compares without it.`);
  return text.replace(what, instead);
}

function percent(share: number): string {
  return `${Math.round(Math.max(0, share) * 100)}%`;
}

function nanoseconds(seconds: number): string {
  return `${Math.round(seconds * 1e9)} ns`;
}

const perFleetEvent = fleets();
await workers();
await webShop(perFleetEvent);
