import alea from 'seedrandom/lib/alea.js';
import { randomModel, randomSites } from './random-model.ts';

/** A random model as in `random-model.ts`, in which services that all serve may hold shards instead. */
export function randomCapacity(seed: number): string {
  const random = alea(`random capacity ${seed}`, { state: true });
  const chance = (p: number) => random() < p;
  const pick = <T>(...items: readonly T[]): T => items[Math.floor(random() * items.length)];
  const whole = (from: number, to: number) => from + Math.floor(random() * (to - from + 1));
  const sharded = (line: string): string => {
    const replicas = Number(/replicas: (\d)/.exec(line)![1]);
    const copies = whole(1, replicas);
    const leader = chance(0.5);
    const keys = [`mode: sharded`, `copies: ${copies}`, `required: ${whole(1, copies)}`, `leader: ${leader}`];
    if (chance(0.7)) keys.push(`shards: ${pick(1, replicas, 7, 64)}`);
    if (leader) keys.push(`elect: '${pick('0 s', '1 h', 'exponential(5 h)')}'`);
    return line
      .replace(/, (required: \d|below-required: \w+|retry: \w+|slow-start: '[^']*'|(health-check|replication): \{[^}]*\})/g, '')
      .replace('mode: active-active', keys.join(', '));
  };
  const text = seed % 2 === 0 ? randomModel(seed) : randomSites(seed);
  return text
    .split('\n')
    .map((line) => (/^ {2}[a-d]: \{ component.*mode: active-active(?!.*backup)/.test(line) && chance(0.7) ? sharded(line) : line))
    .join('\n');
}
