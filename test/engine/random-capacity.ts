import alea from 'seedrandom/lib/alea.js';
import { randomModel, randomSites } from './random-model.ts';

/**
 * A random model as in `random-model.ts`, in which services that all serve hold shards instead, or have a load, and
 * members are started elsewhere while their zone is down.
 */
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
  const loaded = (line: string): string => {
    const replicas = Number(/replicas: (\d)/.exec(line)![1]);
    const above = pick(100, 120, 80);
    const overload = chance(0.6) ? `, overload: { above: ${above}%, then: ${pick('shed', 'crash', `crash, after: '${pick('0 s', '5 h', 'exponential(3 h)')}'`)} }` : '';
    return line.replace('mode: active-active', `mode: active-active, load: ${Math.floor(replicas * (overload === '' ? 100 : above) * pick(1, 0.8, 0.5))}%${overload}`);
  };
  // Words that came later have dice of their own.
  const more = alea(`more of random capacity ${seed}`, { state: true });
  const oneOf = <T>(...items: readonly T[]): T => items[Math.floor(more() * items.length)];
  const rescheduled = (line: string): string => {
    const halts = oneOf('', '', ', halts-at: 55%');
    return line.replace(/ \}$/, `, reschedule: { after: '${oneOf('0 s', '1 h', 'exponential(5 h)')}'${oneOf('', ", start: '2 h'", ", start: 'exponential(9 h)'")}${halts} } }`);
  };
  const roomy = (line: string): string => line.replace('kind: zone', `kind: zone${oneOf('', ', room: 0', ', room: 1', ', room: 3')}`);
  const sites = alea(`sites of random capacity ${seed}`, { state: true });
  const hours = chance(0.6) ? [`daily: { ${pick('00:00', '03:30')}: 40%, 08:00: 100%, 20:00: 70% }`] : [];
  const bySite = seed % 2 === 1 && sites() < 0.6 ? [`by-site: { ${sites() < 0.5 ? 'r: 70%, q: 30%' : 'r: 100%'} }`] : [];
  const traffic = hours.length + bySite.length > 0 ? `traffic: { ${[...hours, ...bySite].join(', ')} }\n` : '';
  const text = seed % 2 === 0 ? randomModel(seed) : randomSites(seed);
  const moves = seed % 2 === 0 && text.includes('z2:');
  return text
    .split('\n')
    .map((line) => (/^ {2}[a-d]: \{ component.*mode: active-active(?!.*backup)/.test(line) && chance(0.5) ? sharded(line) : line))
    .map((line) => line.replace(/needs: \[([a-d]), ([a-d])(, [a-d])?\]/, (found, one, two, more = '') => (chance(0.5) ? `needs: [{ any-of: [${one}, ${two}] }${more}]` : found)))
    // Of what stands in sites nothing is carried yet.
    .map((line) => (seed % 2 === 0 && /^ {2}[a-d]: \{ component.*mode: active-active/.test(line) && chance(0.7) ? loaded(line) : line))
    // Who crashes is gone for some time.
    .map((line) => (/^ {2}(one|two): /.test(line) ? line.replace(/restart: '[^']*'/, "restart: '1 h'") : line))
    .map((line) => (moves && /^ {2}[a-d]: \{ component.*across: zone(?!.*(replication|sharded))/.test(line) && more() < 0.6 ? rescheduled(line) : line))
    .map((line) => (moves && / z\d: /.test(line) ? roomy(line) : line))
    // What is started elsewhere holds nothing.
    .map((line) => (moves && /^ {2}(one|two): /.test(line) ? line.replaceAll(/, data: lost/g, '') : line))
    .join('\n')
    .replace('services:', `${traffic}services:`);
}
