import alea from 'seedrandom/lib/alea.js';
import { randomModel, randomSites } from './random-model.ts';

/** A random model as in `random-model.ts`, with teams that repair and decide, parts, repairs that need services, and changes that go out. */
export function randomPeople(seed: number): string {
  const random = alea(`random people ${seed}`, { state: true });
  const chance = (p: number) => random() < p;
  const pick = <T>(...items: readonly T[]): T => items[Math.floor(random() * items.length)];
  const text = seed % 2 === 0 ? randomModel(seed) : randomSites(seed);
  const hours = () => (chance(0.5) ? `, hours: ${pick('Mon-Fri 09:00-17:00', '[Mon 22:00-06:00, Wed-Sat 08:00-20:00]', '24x7', '20:00-04:00')}` : '');
  const answers = () => `, acknowledge: '${pick('0 s', '30 min', 'exponential(2 h)', 'lognormal(1 h, 9 h)')}'`;
  const teams = `teams:
  crew: { people: ${pick(1, 1, 2)}${answers()}${chance(0.6) ? `, escalate: { after: '${pick('0 s', '30 min', 'exponential(1 h)')}', to: managers }` : ''}${hours()} }
  managers: { people: ${pick('1', '2', 'unlimited')}${answers()}${chance(0.4) ? ', escalate: { after: 2 h, to: outside }' : ''}${hours()} }
  outside: { acknowledge: 4 h${hours()} }
`;
  const services = [...text.matchAll(/^ {2}([a-d]): \{ (?:component|of)/gm)].map(([, name]) => name);
  const by = () => (chance(0.6) ? `, repaired-by: ${pick('crew', 'crew', 'managers', 'outside')}${chance(0.4) ? `, priority: ${pick(0, 1, 5)}` : ''}` : '');
  const tools = () => (chance(0.2) ? `, repair-needs: [${pick(...services)}]` : '');
  const spare = (line: string) => (/^ {2}(?:one|two):/.test(line) && chance(0.5) ? ', needs-spare: true' : '');
  const canary = (members: number) => (chance(0.5) ? `, canary: { ${chance(0.5) ? `members: ${pick(1, members)}, ` : ''}bake: ${pick('0 s', '2 h')}, catches: ${pick('0%', '60%', '100%')} }` : '');
  const deploy = (members: number) =>
    `deploy: { every: '${pick('2 days', '9 days', 'exponential(4 days)', 'gamma(2, 5 days)')}', change-failure-rate: ${pick('5%', '30%', '100%')}, recovery: '${pick('1 h', '3 days', 'exponential(5 h)')}'${by()}${canary(members)} }`;
  return text
    .split('\n')
    .map((line) => line.replaceAll(/mttr: '[^']*'/g, (found) => `${found}${by()}${tools()}${spare(line)}`))
    .map((line) => (/needs-spare/.test(line) ? line.replace(/^ {2}(one|two): \{/, (found) => `${found} spares: { stock: ${pick(0, 1, 2)}, lead-time: '${pick('0 s', '2 days', 'exponential(5 days)')}' },`) : line))
    .map((line) => line.replace(/decide: ('[^']*')/, (found: string, takes: string) => (chance(0.5) ? `decide: { by: ${pick('crew', 'managers')}, takes: ${takes} }` : found)))
    // Nobody has to be free for victims that are repaired one by one.
    .map((line) => (/repaired-by|repair-needs/.test(line) ? line.replace(/, repair: each/, '') : line))
    .map((line) => line.replace(/^ {2}[a-d]: \{ component: \w+, replicas: (\d)/, (found, members: string) => (chance(0.4) ? `${found}, ${deploy(Number(members))}` : found)))
    .join('\n')
    .replace('components:\n', `${teams}components:\n`);
}
