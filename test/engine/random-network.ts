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
  return nearer(text, zones.length, seed)
    .split('\n')
    .map((line) => (/^ {2}[a-d]: \{ component.*mode: (?:quorum|active)/.test(line) && random() < 0.5 ? line.replace('mode:', `on-partition: ${/mode: active-active/.test(line) ? pick('consistent', 'available', 'available, conflicts: merge', 'available, conflicts: lost') : 'consistent'}, mode:`) : line))
    .join('\n')
    // Shocks that hit domains came later, and have dice of their own.
    .replace(/hits: \[([^\]]*)\]/, (hits, named: string) => (wide() < 0.6 ? `hits: [${named}, ${zones[Math.floor(wide() * zones.length)]}]` : hits))
    .replace('components:', `links: [ ${[...pairs, ...(random() < 0.3 ? [pairs[0]] : [])].join(', ')} ]\ncomponents:`);
}

/** Needs within a zone came later, and have dice of their own: of what all members serve, with somebody in each zone. */
function nearer(text: string, zones: number, seed: number): string {
  const close = alea(`near needs of random network ${seed}`, { state: true });
  const spread = (line: string, least: number): string =>
    line.replace(/replicas: (\d)(, across: zone)?/, (_, count: string) => `replicas: ${Math.max(Number(count), least)}, across: zone`);
  const lines = text.split('\n');
  for (const [i, line] of lines.entries()) {
    const names = /^ {2}[a-d]: \{ component: \w+, replicas: \d(?:, across: zone)?, needs: \[([a-d, ]+)\]/.exec(line)?.[1] ?? '';
    for (const name of names.split(', ')) {
      const at = lines.findIndex((other) => other.startsWith(`  ${name}: { component`) && other.includes('mode: active-active'));
      if (name === '' || at < 0 || close() > 0.7) continue;
      lines[at] = spread(lines[at], zones);
      lines[i] = spread(lines[i], 1).replace(/needs: \[[^\]]*/, (needs) => needs.replace(new RegExp(`(\\[|, )${name}\\b`), `$1{ service: ${name}, within: zone }`));
    }
  }
  return lines.join('\n');
}
