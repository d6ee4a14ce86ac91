import alea from 'seedrandom/lib/alea.js';
import { randomModel, randomSites } from './random-model.ts';

/** A random model as in `random-model.ts`, in which services have maintenance, under all kinds of budgets. */
export function randomPlanned(seed: number): string {
  const random = alea(`random planned ${seed}`, { state: true });
  const chance = (p: number) => random() < p;
  const pick = <T>(...items: readonly T[]): T => items[Math.floor(random() * items.length)];
  const maintained = (line: string): string => {
    const replicas = Number(/replicas: (\d)/.exec(line)?.[1] ?? 1);
    const keys = [`every: ${pick('3 days', '20 days', '60 days')}`, `takes: '${pick('0 s', '1 h', '9 h', 'exponential(5 h)')}'`];
    if (chance(0.6)) keys.push(replicas > 1 && chance(0.3) ? `min-available: ${pick('1', '30%')}` : `max-unavailable: ${pick('1', '50%', String(replicas))}`);
    if (chance(0.4)) keys.push(`window: ${pick('Sun 02:00-06:00', 'Mon-Fri 22:00-04:00')}`);
    if (chance(0.4)) keys.push(`renews: ${pick('true', 'true', 'false')}`);
    return line.replace(/ \}$/, `, maintenance: { ${keys.join(', ')} } }`);
  };
  const ofSites = (line: string) =>
    line.replace(/ \}$/, `, maintenance: { every: ${pick('20 days', '60 days')}, takes: '${pick('1 h', 'exponential(5 h)')}'${pick('', ', window: Sun 02:00-06:00')} } }`);
  const text = seed % 2 === 0 ? randomModel(seed) : randomSites(seed);
  return text
    .split('\n')
    .map((line) => (/^ {2}\w+: \{ component: .* \}$/.test(line) && chance(0.8) ? maintained(line) : line))
    .map((line) => (/^ {2}\w+: \{ of: .* \}$/.test(line) && chance(0.6) ? ofSites(line) : line))
    .join('\n');
}
