import { CountingProbe } from '../observe/counting-probe.ts';
import { createTally, observe } from '../observe/tally.ts';
import { compile } from '../compile/compile.ts';
import { createEngine } from '../engine/engine.ts';
import { replicate } from '../engine/replicate.ts';
import { parseModel } from '../model/index.ts';
import { SECONDS_PER_YEAR } from '../units/table.ts';

/** Mean times of the fleet's units, seconds. */
export const FLEET = { mtbf: 30 * 86_400, mttr: 4 * 3600 } as const;

/** A service of n exponential units of which 90% are required. */
export function fleetModel(units: number): string {
  return `
nines: 1
name: ${units} units
components: { unit: { failures: { crash: { mtbf: 30 days, mttr: 4 h } } } }
services: { fleet: { component: unit, replicas: ${units}, required: ${requiredOf(units)} } }
entry: fleet
`;
}

/** How many of n units are required. */
export function requiredOf(units: number): number {
  return Math.floor(units * 0.9);
}

/** Runs the engine alone, on this thread, for about so many events. @returns events per second of processor time */
export function engineSpeed(text: string, events: number): number {
  const model = parseModel(text);
  const { program } = compile(model);
  const probe = new CountingProbe(program, observe(createTally(program.counts), program.counts, 10_000, model.targets));
  const engine = createEngine(program, probe);
  const perYear = (2 * program.counts.members * SECONDS_PER_YEAR) / (FLEET.mtbf + FLEET.mttr);
  const years = Math.max(1, Math.min(10_000, Math.round(events / perYear)));
  const start = process.cpuUsage();
  let done = 0;
  for (let replication = 0; done < events; replication++) {
    replicate(engine, 'bench', replication, years, 1);
    done += probe.observation.events;
  }
  const { user, system } = process.cpuUsage(start);
  return done / ((user + system) / 1e6);
}
