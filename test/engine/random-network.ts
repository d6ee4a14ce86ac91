import alea from 'seedrandom/lib/alea.js';
import { randomModel } from './random-model.ts';

/** A random model as in `random-model.ts`, in which links between zones are cut. */
export function randomNetwork(seed: number): string {
  const random = alea(`random network ${seed}`, { state: true });
  const pick = <T>(...items: readonly T[]): T => items[Math.floor(random() * items.length)];
  const wide = alea(`wide shocks of random network ${seed}`, { state: true });
  const text = randomModel(seed);
  const zones = [...text.matchAll(/^ {6}(z\d):/gm)].map(([, zone]) => zone);
  const link = (a: string, b: string) =>
    `{ between: [${a}, ${b}], failures: { cut: { mtbf: '${pick('5 days', 'weibull(2, 9 days)')}', mttr: '${pick('1 h', '3 days', 'exponential(1 day)', 'constant(2 days)')}' } } }`;
  const pairs = zones.flatMap((a, i) => zones.slice(i + 1).map((b) => link(a, b)));
  if (pairs.length === 0) return text;
  return text
    .split('\n')
    .map((line) => (/^ {2}[a-d]: \{ component.*mode: (?:quorum|active)/.test(line) && random() < 0.5 ? line.replace('mode:', `on-partition: ${/mode: active-active/.test(line) ? pick('consistent', 'available', 'available, conflicts: merge', 'available, conflicts: lost') : 'consistent'}, mode:`) : line))
    .join('\n')
    // Shocks that hit domains came later, and have dice of their own.
    .replace(/hits: \[([^\]]*)\]/, (hits, named: string) => (wide() < 0.6 ? `hits: [${named}, ${zones[Math.floor(wide() * zones.length)]}]` : hits))
    .replace('components:', `links: [ ${[...pairs, ...(random() < 0.3 ? [pairs[0]] : [])].join(', ')} ]\ncomponents:`);
}
