import { exactly } from '../analysis/exact/exact.ts';
import { rareFigures } from '../rare/rare.ts';
import { CASES, exactIncidentsPerYear, exactUnavailability, FLEET, HARD, modelOf } from './rare-cases.ts';
import { covers, type Sampled, summed } from './sampled.ts';

/*
 * Part of npm run coverage: strikes on copies against exact values. How far the mean over all seeds is from the exact
 * value, how often the interval of one holds it, and what an estimate costs: its relative variance times its seconds,
 * which stays the same however long it is run. Where nothing is exact, the mean over all seeds stands in its place.
 */

const SEEDS = 300;
/** Instants lived in one estimate. */
const WORK = 30_000;

const SECONDS_PER_YEAR = 31_557_600;

export function coverRare(): void {
  console.log(`\nStrikes on copies, ${SEEDS} seeds of ${WORK} instants each.`);
  console.log(
    `${'model'.padEnd(49)} unavailability  mean/exact         covers  incidents  length  variance·s  largest  trusted`,
  );
  for (const each of [...CASES, ...HARD, FLEET]) {
    const { model, compiled } = modelOf(each);
    const isExact = exactly(model).availability.value !== null;
    const [down, often, long]: Sampled[][] = [[], [], []];
    const verdicts = new Set<string>();
    let largest = 0;
    const before = process.cpuUsage().user;
    for (let seed = 1; seed <= SEEDS; seed++) {
      const figures = rareFigures(model, compiled, `coverage ${seed}`, WORK);
      if ('refused' in figures) {
        verdicts.add('refused');
        continue;
      }
      const { unavailability, ci95, incidentsPerYear, meanSeconds, largestShare } = figures.estimate;
      verdicts.add(figures.trust.verdict);
      down.push({ mean: unavailability, ci95 });
      often.push(incidentsPerYear);
      if (meanSeconds !== null) long.push(meanSeconds);
      largest = Math.max(largest, largestShare);
    }
    const seconds = (process.cpuUsage().user - before) / 1e6 / SEEDS;
    const { mean, error } = summed(down);
    const exact = isExact ? exactUnavailability(model) : mean;
    const incidents = (isExact ? exactIncidentsPerYear(model) : null) ?? summed(often).mean;
    console.log(
      [
        each.name.slice(0, 48).padEnd(49) + exact.toExponential(2).padStart(14),
        (isExact ? `${(mean / exact).toFixed(4)} ± ${(error / exact).toFixed(4)}` : 'not exact').padEnd(16),
        covers(down, exact).padStart(7),
        covers(often, incidents).padStart(9),
        covers(long, (exact * SECONDS_PER_YEAR) / incidents).padStart(7),
        ((error / mean) ** 2 * SEEDS * seconds).toExponential(0).padStart(9),
        `${(100 * largest).toFixed(1)}%`.padStart(8),
        [...verdicts].join(' / '),
      ].join('  '),
    );
  }
}
