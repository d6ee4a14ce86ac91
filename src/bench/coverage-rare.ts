import { estimateRare } from '../rare/estimate.ts';
import { refusedRare } from '../rare/scope.ts';
import { CASES, exactUnavailability, FLEET, modelOf } from './rare-cases.ts';

/*
 * Part of npm run coverage: strikes on copies against exact values. How far the mean over all seeds is from the exact
 * value, how often the interval of one holds it, and what an estimate costs: its relative variance times its seconds,
 * which stays the same however long it is run.
 */

const SEEDS = 200;
/** Instants lived in one estimate. */
const WORK = 100_000;

const percent = (share: number): string => `${(100 * share).toFixed(1)}%`;

export function coverRare(): void {
  console.log(`\nStrikes on copies, ${SEEDS} seeds of ${WORK} instants each.`);
  console.log(`${'model'.padEnd(49)} exact     mean/exact           covers  variance·s  largest share`);
  for (const each of [...CASES, FLEET]) {
    const { model, program } = modelOf(each);
    const refused = refusedRare(model, program);
    if (refused !== null) throw new Error(`${each.name}: ${refused}`);
    const exact = exactUnavailability(model);
    const ratios: number[] = [];
    let covered = 0;
    let largest = 0;
    const before = process.cpuUsage().user;
    for (let seed = 1; seed <= SEEDS; seed++) {
      const { unavailability, ci95, largestShare } = estimateRare(program, `coverage ${seed}`, WORK);
      ratios.push(unavailability / exact);
      if (ci95[0] <= exact && exact <= ci95[1]) covered++;
      largest += largestShare / SEEDS;
    }
    const seconds = (process.cpuUsage().user - before) / 1e6 / SEEDS;
    const mean = ratios.reduce((sum, x) => sum + x, 0) / SEEDS;
    const variance = ratios.reduce((sum, x) => sum + (x - mean) ** 2, 0) / (SEEDS - 1);
    console.log(
      `${each.name.slice(0, 48).padEnd(49)} ${exact.toExponential(1)}  ${mean.toFixed(4)} ± ` +
        `${Math.sqrt(variance / SEEDS).toFixed(4)} ${percent(covered / SEEDS).padStart(9)} ` +
        `${(variance * seconds).toExponential(0).padStart(10)} ${percent(largest).padStart(14)}`,
    );
  }
}
