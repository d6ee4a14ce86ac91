import { readdirSync, readFileSync } from 'node:fs';
import { compile } from '../compile/compile.ts';
import { parseModel, simulate } from '../index.ts';
import { rareFigures } from '../rare/rare.ts';
import { covers, halfWidth, type Sampled, summed } from './sampled.ts';

/*
 * Part of npm run coverage: strikes on copies on the gallery, where nothing is exact. How often the interval of one
 * seed holds the mean over all of them says whether the interval is as wide as they scatter; how far that mean is from
 * a long plain run, in errors of both, whether something is missing.
 */

const SEEDS = 300;
/** Instants lived in one estimate. */
const WORK = 30_000;
/** What a run has at most, and at what share of the unavailability it is enough. */
const MOST_WORK = 1_000_000;
const PRECISION = 0.05;
const PLAIN_YEARS = 20_000;

export async function coverGallery(): Promise<void> {
  console.log(`\nThe gallery: how long a run's strikes on copies take to ${100 * PRECISION}% of the unavailability.`);
  console.log(`${'model'.padEnd(28)} unavailability  half-width  CPU s  trusted`);
  for (const [name, text] of gallery()) console.log(`${name.padEnd(28)} ${timed(text)}`);
  console.log(
    `\nThe gallery: strikes on copies, ${SEEDS} seeds of ${WORK} instants; a plain run of ${PLAIN_YEARS} years.`,
  );
  console.log(`${'model'.padEnd(28)} unavailability  covers  incidents  off plain  incidents  relative error  CPU s`);
  for (const [name, text] of gallery()) console.log(`${name.padEnd(28)} ${await line(text)}`);
}

function* gallery(): Iterable<[name: string, text: string]> {
  for (const file of readdirSync('models', { recursive: true, encoding: 'utf8' }).sort())
    if (/^(dr\/)?[^/]*\.yaml$/.test(file)) yield [file.replace('.yaml', ''), readFileSync(`models/${file}`, 'utf8')];
}

function timed(text: string): string {
  const model = parseModel(text);
  const compiled = compile(model);
  const before = process.cpuUsage().user;
  const figures = rareFigures(model, compiled, 'gallery', MOST_WORK, PRECISION);
  const seconds = ((process.cpuUsage().user - before) / 1e6).toFixed(2).padStart(6);
  if ('refused' in figures) return `${' '.repeat(26)} ${seconds}  ${figures.refused}`;
  const { unavailability: mean, ci95 } = figures.estimate;
  const share = `±${((100 * halfWidth({ mean, ci95 })) / mean).toFixed(1)}%`;
  return `${mean.toExponential(3).padStart(14)} ${share.padStart(11)} ${seconds}  ${figures.trust.verdict}`;
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
    summed(down).mean.toExponential(3).padStart(14),
    covers(down, summed(down).mean).padStart(7),
    covers(often, summed(often).mean).padStart(10),
    off(down, plain).padStart(10),
    off(often, incidents.perYear).padStart(10),
    `${((100 * halfWidth(down[0])) / 2.01 / down[0].mean).toFixed(1)}%`.padStart(15),
    seconds.toFixed(2).padStart(6),
  ].join(' ');
}

/** In standard errors of both. */
function off(values: readonly Sampled[], plain: Sampled): string {
  const { mean, error } = summed(values);
  return ((mean - plain.mean) / Math.hypot(error, halfWidth(plain) / 1.96)).toFixed(2);
}
