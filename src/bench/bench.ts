import { readFile } from 'node:fs/promises';
import { parseModel, simulate } from '../index.ts';
import { bareLoop } from './bare-loop.ts';
import { engineSpeed, fleetModel, FLEET } from './fleet.ts';

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

function fleets(): void {
  console.log('Events per second on one core, n exponential units under k of n:\n');
  console.log('     units     engine   bare loop   engine / bare   to reach');
  const goals = new Map([[12, '≥ 0.5'], [100, ''], [1_000, '> 1'], [10_000, '> 1']]);
  const perEvent = new Map<number, number>();
  for (const [units, goal] of goals) {
    const text = fleetModel(units);
    engineSpeed(text, EVENTS / 4);
    bareLoop(units, FLEET.mtbf, FLEET.mttr, EVENTS / 4);
    const engine: number[] = [];
    const bare: number[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      engine.push(engineSpeed(text, EVENTS));
      bare.push(bareLoop(units, FLEET.mtbf, FLEET.mttr, EVENTS));
    }
    const ratio = median(engine.map((speed, i) => speed / bare[i]));
    perEvent.set(units, 1 / median(engine));
    console.log(`${String(units).padStart(10)} ${millions(median(engine)).padStart(10)}  ${millions(median(bare)).padStart(10)} ${ratio.toFixed(2).padStart(15)}   ${goal}`);
  }
  const growth = perEvent.get(10_000)! / perEvent.get(12)!;
  console.log(`\nCost per event at 10,000 units / at 12: ${growth.toFixed(2)} (to reach: ≤ 2.5)`);
}

async function workers(): Promise<void> {
  const model = parseModel(fleetModel(100));
  const ratios: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const one = await simulate(model, { years: 30_000, workers: 1 });
    const two = await simulate(model, { years: 30_000, workers: 2 });
    ratios.push(one.run.seconds / two.run.seconds);
  }
  console.log(`Two workers / one worker: ${median(ratios).toFixed(2)} times as fast (to reach: ≥ 1.8)`);
}

async function webShop(): Promise<void> {
  const model = parseModel(await readFile(new URL('../models/web-shop.yaml', import.meta.url), 'utf8'));
  const years = 5_000;
  await simulate(model, { years: 500, workers: 0 });
  const { run } = await simulate(model, { years, workers: 0 });
  console.log(
    `\nThe web shop with all its delays, one thread: ${millions(run.events / run.seconds)} events, ` +
      `${Math.round(years / run.seconds)} simulated years per second (${Math.round(run.events / years)} events a year with the warm-up).`,
  );
}

fleets();
await workers();
await webShop();
