import { parseModel, simulate } from '../index.ts';
import { coverGallery } from './coverage-gallery.ts';
import { coverRare } from './coverage-rare.ts';
import { coverStudies } from './coverage-studies.ts';

/*
 * npm run coverage: how often the 95% intervals of a run hold the exact values, of so many years and where --precision
 * stopped it. Each case has a closed form; each seed is a run of its own. The band is where 500 runs of exactly 95%
 * would fall.
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
  {
    name: 'one unit, exponential',
    precision: 0.1,
    exactUnavailability: 4 / 724,
    model: unit('30 days', '4 h', 'replicas: 1'),
  },
  {
    name: 'one unit, exponential',
    precision: 0.05,
    exactUnavailability: 4 / 724,
    model: unit('30 days', '4 h', 'replicas: 1'),
  },
  {
    name: 'one unit, exponential',
    precision: 0.02,
    exactUnavailability: 4 / 724,
    model: unit('30 days', '4 h', 'replicas: 1'),
  },
  {
    name: 'one unit, wear-out',
    precision: 0.05,
    exactUnavailability: 4 / 724,
    model: unit('weibull(3, 30 days)', 'gamma(0.5, 4 h)', 'replicas: 1'),
  },
  {
    name: 'two parallel units (rare)',
    precision: 0.2,
    exactUnavailability: pairDown,
    model: unit('30 days', '4 h', 'replicas: 2'),
  },
  {
    name: 'two parallel units (rare)',
    precision: 0.1,
    exactUnavailability: pairDown,
    model: unit('30 days', '4 h', 'replicas: 2'),
  },
];

/** A case of so many years, with what is exact of it: seconds of a mean recovery, incidents a year. */
interface Fixed {
  readonly name: string;
  readonly years: readonly number[];
  readonly unavailability: number;
  readonly recoverySeconds: number;
  readonly incidents: number;
  readonly model: string;
}

const YEAR_HOURS = 8766;
/** One unit that is down for `hours` every so many. */
const single = (name: string, up: number, hours: number, years: readonly number[], model: string): Fixed => ({
  ...{
    name,
    years,
    model,
    unavailability: hours / (up + hours),
    recoverySeconds: hours * 3600,
    incidents: YEAR_HOURS / (up + hours),
  },
});
/** Mean of lognormal(median, p95), in the median's unit. */
const lognormalMean = (median: number, p95: number): number =>
  median * Math.exp((Math.log(p95 / median) / 1.6448536269514722) ** 2 / 2);

/**
 * The ordinary pair: six short failovers a year, and once in twenty years both are down, for three hours. By its Markov
 * chain: the active fails 6.137 times a year while it serves.
 */
const PAIR = unit(
  '60 days',
  '6 h',
  'replicas: 2, mode: active-passive, failover: { detect: exponential(30 s), promote: exponential(30 s) }',
);
const FIRE = `nines: 1
name: coverage
domains: { r: { kind: region, failures: { burns: { mtbf: 5000 years, mttr: constant(30 days) } } } }
components: { s: { failures: { crash: { mtbf: 30 days, mttr: 60 s } } } }
services: { web: { component: s, in: r } }
`;
const fixed: readonly Fixed[] = [
  {
    name: 'a pair that fails over',
    years: [2, 10, 30, 100],
    unavailability: 2.87e-5,
    recoverySeconds: (2.87e-5 * 31_557_600) / 6.137,
    incidents: 6.137,
    model: PAIR,
  },
  {
    name: 'a fire in 5,000 years',
    years: [100, 1000],
    unavailability: 3.957e-5,
    recoverySeconds: (3.957e-5 * 31_557_600) / 12.174,
    incidents: 12.174,
    model: FIRE,
  },
  {
    name: 'two parallel units',
    years: [10, 30, 100],
    unavailability: pairDown,
    recoverySeconds: 7200,
    incidents: (pairDown * YEAR_HOURS) / 2,
    model: unit('30 days', '4 h', 'replicas: 2'),
  },
  single(
    'one unit, lognormal(2 h, 9 h)',
    720,
    lognormalMean(2, 9),
    [2, 10, 100],
    unit('30 days', 'lognormal(2 h, 9 h)', 'replicas: 1'),
  ),
  single(
    'one unit, lognormal(1 h, 10 h)',
    720,
    lognormalMean(1, 10),
    [2, 10, 100],
    unit('30 days', 'lognormal(1 h, 10 h)', 'replicas: 1'),
  ),
];

/** Two binomial standard deviations around 95%. */
const margin = 2 * Math.sqrt((0.95 * 0.05) / SEEDS);
const percent = (share: number): string => `${(100 * share).toFixed(1)}%`;
const band = `Exactly 95% would be seen as ${percent(0.95 - margin)} to ${percent(0.95 + margin)}.\n`;

console.log(`Coverage of the 95% intervals of runs of so many years, ${SEEDS} seeds each. ${band}`);
console.log(
  'model                            years  availability  recovery mean  incidents  half-width / unavailability',
);
for (const { name, years, unavailability, recoverySeconds, incidents, model: text } of fixed) {
  const model = parseModel(text);
  for (const each of years) {
    const held = { availability: 0, recovery: 0, withRecovery: 0, incidents: 0, width: 0 };
    for (let seed = 1; seed <= SEEDS; seed++) {
      const report = await simulate(model, { seed: `coverage ${seed}`, years: each, workers: 0 });
      const holds = ([low, high]: readonly [number, number], value: number) => (low <= value && value <= high ? 1 : 0);
      held.availability += holds(report.availability.ci95, 1 - unavailability);
      held.incidents += holds(report.incidents.perYear.ci95, incidents);
      held.width += (report.availability.ci95[1] - report.availability.ci95[0]) / 2 / unavailability;
      if (report.recoveryTime.ci95 === null) continue;
      held.withRecovery++;
      held.recovery += holds(report.recoveryTime.ci95, recoverySeconds);
    }
    console.log(
      `${name.padEnd(31)} ${String(each).padStart(6)} ${percent(held.availability / SEEDS).padStart(13)} ` +
        `${percent(held.recovery / held.withRecovery).padStart(14)} ` +
        `${percent(held.incidents / SEEDS).padStart(10)} ${(held.width / SEEDS).toFixed(2).padStart(12)}`,
    );
  }
}

console.log(`\nCoverage of the 95% interval on availability at the point where --precision stops. ${band}`);
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
    `${name.padEnd(27)} ${`${precision * 100}%`.padStart(9)} ` +
      `${`${((100 * covered) / SEEDS).toFixed(1)}%`.padStart(9)} ${String(Math.round(years)).padStart(11)} ` +
      `${halfWidth.toFixed(3).padStart(18)}`,
  );
}

await coverStudies();
coverRare();
await coverGallery();
