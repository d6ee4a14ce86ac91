import { readdirSync, readFileSync } from 'node:fs';
import { compile } from '../compile/compile.ts';
import { parseModel, simulate } from '../index.ts';
import { rareFigures } from '../rare/rare.ts';

/*
 * Part of npm run coverage: strikes on copies on the gallery, where nothing is exact. How often the interval of one
 * seed holds the mean over all of them says whether the interval is as wide as they scatter; how far that mean is from
 * a long plain run, in errors of both, whether something is missing.
 */

const SEEDS = 50;
/** Instants lived in one estimate: a twentieth of a run's. */
const WORK = 50_000;
const PLAIN_YEARS = 20_000;

export async function coverGallery(): Promise<void> {
  console.log(
    `\nThe gallery: strikes on copies, ${SEEDS} seeds of ${WORK} instants; a plain run of ${PLAIN_YEARS} years.`,
  );
  console.log(`${'model'.padEnd(28)} unavailability  covers  incidents  off plain  incidents  relative error  CPU s`);
  for (const file of readdirSync('models').filter((name) => name.endsWith('.yaml'))) {
    const name = file.replace('.yaml', '').padEnd(28);
    console.log(`${name} ${await line(readFileSync(`models/${file}`, 'utf8'))}`);
  }
}

async function line(text: string): Promise<string> {
  const model = parseModel(text);
  const compiled = compile(model);
  const down: Sampled[] = [];
  const often: Sampled[] = [];
  const before = process.cpuUsage().user;
  for (let seed = 1; seed <= SEEDS; seed++) {
    const figures = rareFigures(model, compiled, `gallery ${seed}`, WORK);
    if ('refused' in figures) return figures.refused;
    const { unavailability, ci95, incidentsPerYear } = figures.estimate;
    down.push({ mean: unavailability, ci95 });
    often.push(incidentsPerYear);
  }
  const seconds = (process.cpuUsage().user - before) / 1e6 / SEEDS;
  const { availability, incidents } = await simulate(model, { years: PLAIN_YEARS, seed: 'gallery', workers: 0 });
  const [low, high] = availability.ci95;
  const plain = { mean: 1 - availability.mean, ci95: [1 - high, 1 - low] as const };
  return [
    meanOf(down).mean.toExponential(3).padStart(14),
    covers(down).padStart(7),
    covers(often).padStart(10),
    off(down, plain).padStart(10),
    off(often, incidents.perYear).padStart(10),
    `${((100 * half(down[0])) / 2.01 / down[0].mean).toFixed(1)}%`.padStart(15),
    seconds.toFixed(2).padStart(6),
  ].join(' ');
}

interface Sampled {
  readonly mean: number;
  readonly ci95: readonly [number, number];
}

function meanOf(values: readonly Sampled[]): { mean: number; error: number } {
  const mean = values.reduce((sum, each) => sum + each.mean, 0) / values.length;
  const squares = values.reduce((sum, each) => sum + (each.mean - mean) ** 2, 0);
  return { mean, error: Math.sqrt(squares / (values.length - 1) / values.length) };
}

function covers(values: readonly Sampled[]): string {
  const { mean } = meanOf(values);
  const held = values.filter(({ ci95: [low, high] }) => low <= mean && mean <= high).length;
  return `${((100 * held) / values.length).toFixed(0)}%`;
}

/** In standard errors of both. */
function off(values: readonly Sampled[], plain: Sampled): string {
  const { mean, error } = meanOf(values);
  return ((mean - plain.mean) / Math.hypot(error, half(plain) / 1.96)).toFixed(2);
}

function half({ ci95: [low, high] }: Sampled): number {
  return (high - low) / 2;
}
