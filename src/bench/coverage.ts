import { parseModel, simulate } from '../index.ts';

/*
 * npm run coverage: how often the 95% interval of a run that stopped itself by --precision holds the exact value. Each
 * case has a closed form; each seed is a run of its own. The band is where 500 runs of exactly 95% would fall.
 */

const SEEDS = 500;

interface Case {
  readonly name: string;
  readonly precision: number;
  readonly exactUnavailability: number;
  readonly model: string;
}

const unit = (up: string, down: string, service: string): string =>
  `nines: 1
name: coverage
components: { unit: { failures: { fault: { mtbf: '${up}', mttr: '${down}' } } } }
services: { s: { component: unit, ${service} } }
entry: s
`;

const pairDown = (4 / 724) ** 2;
const cases: readonly Case[] = [
  { name: 'one unit, exponential', precision: 0.1, exactUnavailability: 4 / 724, model: unit('30 days', '4 h', 'replicas: 1') },
  { name: 'one unit, exponential', precision: 0.05, exactUnavailability: 4 / 724, model: unit('30 days', '4 h', 'replicas: 1') },
  { name: 'one unit, exponential', precision: 0.02, exactUnavailability: 4 / 724, model: unit('30 days', '4 h', 'replicas: 1') },
  { name: 'one unit, wear-out', precision: 0.05, exactUnavailability: 4 / 724, model: unit('weibull(3, 30 days)', 'gamma(0.5, 4 h)', 'replicas: 1') },
  { name: 'two parallel units (rare)', precision: 0.2, exactUnavailability: pairDown, model: unit('30 days', '4 h', 'replicas: 2') },
  { name: 'two parallel units (rare)', precision: 0.1, exactUnavailability: pairDown, model: unit('30 days', '4 h', 'replicas: 2') },
];

/** Two binomial standard deviations around 95%. */
const margin = 2 * Math.sqrt((0.95 * 0.05) / SEEDS);
console.log(`Coverage of the 95% interval on availability at the point where --precision stops, ${SEEDS} seeds each.`);
console.log(`Exactly 95% would be seen as ${(100 * (0.95 - margin)).toFixed(1)}% to ${(100 * (0.95 + margin)).toFixed(1)}%.\n`);
console.log('model                       precision  coverage  mean years  half-width / mean');
for (const { name, precision, exactUnavailability, model: text } of cases) {
  const model = parseModel(text);
  let covered = 0;
  let years = 0;
  let halfWidth = 0;
  for (let seed = 1; seed <= SEEDS; seed++) {
    const { availability, run } = await simulate(model, { seed: `coverage ${seed}`, precision, workers: 0 });
    const [low, high] = availability.ci95;
    if (low <= 1 - exactUnavailability && 1 - exactUnavailability <= high) covered++;
    years += run.years / SEEDS;
    halfWidth += (high - low) / 2 / (1 - availability.mean) / SEEDS;
  }
  console.log(
    `${name.padEnd(27)} ${`${precision * 100}%`.padStart(9)} ${`${((100 * covered) / SEEDS).toFixed(1)}%`.padStart(9)} ${String(Math.round(years)).padStart(11)} ${halfWidth.toFixed(3).padStart(18)}`,
  );
}
