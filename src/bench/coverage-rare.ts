import { rareFigures } from '../rare/rare.ts';
import { CASES, exactIncidentsPerYear, exactUnavailability, FLEET, modelOf } from './rare-cases.ts';

/*
 * Part of npm run coverage: strikes on copies against exact values. How far the mean over all seeds is from the exact
 * value, how often the interval of one holds it, and what an estimate costs: its relative variance times its seconds,
 * which stays the same however long it is run.
 */

const SEEDS = 100;
/** Instants lived in one estimate. */
const WORK = 100_000;

const percent = (share: number): string => `${(100 * share).toFixed(1)}%`;

const holds = ([low, high]: readonly [number, number], value: number): boolean => low <= value && value <= high;

export function coverRare(): void {
  console.log(`\nStrikes on copies, ${SEEDS} seeds of ${WORK} instants each.`);
  console.log(
    `${'model'.padEnd(49)} exact     mean/exact           covers  incidents  variance·s  largest share  trusted`,
  );
  for (const each of [...CASES, FLEET]) {
    const { model, compiled } = modelOf(each);
    const exact = exactUnavailability(model);
    const ratios: number[] = [];
    const verdicts = new Set<string>();
    const incidents = exactIncidentsPerYear(model);
    let covered = 0;
    let counted = 0;
    let largest = 0;
    const before = process.cpuUsage().user;
    for (let seed = 1; seed <= SEEDS; seed++) {
      const figures = rareFigures(model, compiled, `coverage ${seed}`, WORK);
      if ('refused' in figures) {
        verdicts.add('refused');
        continue;
      }
      const { unavailability, ci95, incidentsPerYear, largestShare } = figures.estimate;
      verdicts.add(figures.trust.verdict);
      ratios.push(unavailability / exact);
      if (holds(ci95, exact)) covered++;
      if (incidents !== null && holds(incidentsPerYear.ci95, incidents)) counted++;
      largest = Math.max(largest, largestShare);
    }
    const seconds = (process.cpuUsage().user - before) / 1e6 / SEEDS;
    const mean = ratios.reduce((sum, x) => sum + x, 0) / ratios.length;
    const variance = ratios.reduce((sum, x) => sum + (x - mean) ** 2, 0) / (ratios.length - 1);
    console.log(
      [
        each.name.slice(0, 48).padEnd(49) + exact.toExponential(1),
        `${mean.toFixed(4)} ± ${Math.sqrt(variance / ratios.length).toFixed(4)}`,
        percent(covered / ratios.length).padStart(8),
        (incidents === null ? 'not known' : percent(counted / ratios.length)).padStart(9),
        (variance * seconds).toExponential(0).padStart(10),
        percent(largest).padStart(13),
        [...verdicts].join(' / '),
      ].join('  '),
    );
  }
}
