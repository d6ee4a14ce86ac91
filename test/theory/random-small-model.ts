import alea from 'seedrandom/lib/alea.js';

/** Everything that is drawn for a random small model. */
function createDice(seed: string) {
  const random = alea(seed, { state: true });
  const chance = (p: number) => random() < p;
  const pick = <T>(...items: readonly T[]): T => items[Math.floor(random() * items.length)];
  const whole = (from: number, to: number) => from + Math.floor(random() * (to - from + 1));
  return { chance, pick, whole };
}
type Dice = ReturnType<typeof createDice>;

/**
 * A small model in which every time is exponential, or none at all, as text: domains, shocks, every mode with all that a
 * failover can have, data that are lost, sites.
 */
export function randomChain(seed: number): string {
  const dice = createDice(`chain ${seed}`);
  const { chance, pick } = dice;
  const isSited = chance(0.25);
  const isSmall = isSited || chance(0.3);
  const lossy = chance(0.3);
  const mode = () => `{ mtbf: ${pick('6 days', '15 days', '40 days')}, mttr: ${pick('5 h', '1 day', '30 h')}${lossy && chance(0.5) ? ', data: lost' : ''} }`;
  const zones = ['z1', 'z2'].slice(0, pick(1, 2, 2)).map((zone) => `  ${zone}: { kind: zone${chance(0.6) ? `, failures: { outage: ${mode()} }` : ''} }`);
  // Drawn apart, so that all else is as it was.
  const standby = createDice(`standby ${seed}`);
  const dormant = () => (standby.chance(0.3) ? `, standby-failures: ${standby.pick('0%', '30%')}` : '');
  const components = ['one', 'two'].map((name) => `  ${name}: { failures: { crash: ${mode()}${chance(0.2) ? `, disk: ${mode()}` : ''} }, restart: ${pick('0 s', 'exponential(5 h)')}${dormant()} }`);
  const names = isSmall ? ['a'] : ['a', 'b'];
  const services = names.map((name, at) => `  ${name}: { ${[...members(dice, at === 0 && chance(0.2) ? 3 : 2), ...links(names.slice(at + 1), dice)].join(', ')} }`);
  if (isSited) services.unshift(`  s: { of: a, sites: zone, ${redundancy(zones.length, dice).join(', ')} }`);
  const shock = chance(0.3) ? `shocks: { deploy: { mtbf: 20 days, mttr: 9 h, hits: [${names.join(', ')}], probability: ${pick('100%', '50%')}${lossy && chance(0.3) ? ', data: lost' : ''} } }\n` : '';
  return `nines: 1
name: chain ${seed}
domains:
${zones.join('\n')}
components:
${components.join('\n')}
${shock}services:
${services.join('\n')}
entry: ${isSited ? 's' : 'a'}
sla: { error-rate: ${pick('5%', '5%', '40%')} }
`;
}

function members(dice: Dice, most: number): string[] {
  const replicas = dice.whole(most === 3 ? 3 : 1, most);
  return [`component: ${dice.pick('one', 'two')}`, `replicas: ${replicas}`, ...(dice.chance(0.7) ? ['across: zone'] : []), ...redundancy(replicas, dice)];
}

function links(later: readonly string[], { pick }: Dice): string[] {
  if (later.length === 0) return [];
  return pick([`needs: [${later[0]}]`], [`wants: { ${later[0]}: ${pick('97%', '50%')} }`]);
}

function redundancy(members: number, { chance, pick, whole }: Dice): string[] {
  const time = () => pick('0 s', 'exponential(3 h)', 'exponential(8 h)');
  const kind = pick('active-active', 'active-passive', 'active-passive', 'quorum');
  if (kind === 'quorum') return ['mode: quorum', `elect: ${time()}`];
  if (kind === 'active-active') {
    const slow = chance(0.3) ? ['slow-start: exponential(4 h)'] : [];
    return [`required: ${whole(1, members)}`, `below-required: ${pick('down', 'degraded')}`, ...slow];
  }
  const failover = [`detect: ${time()}`, `decide: ${time()}`, `promote: ${time()}`, `redirect: ${time()}`, `rebuild: ${time()}`];
  if (chance(0.5)) failover.push('success: 60%', `retry: ${pick('exponential(3 h)', 'exponential(1 h)')}`);
  failover.push(`failback: ${pick('never', 'auto', '{ after: exponential(6 h), takes: exponential(1 h) }', '{ after: 0 s, takes: 0 s }', '{ after: exponential(6 h) }')}`);
  if (chance(0.4)) failover.push('false-positive: { mtbf: 9 days }');
  const replication = members < 2 ? '' : pick('', 'mode: sync', 'mode: sync, strict: true', 'mode: async, lag: 1 min', 'mode: semi-sync');
  return ['mode: active-passive', `failover: { ${failover.join(', ')} }`, ...(replication === '' ? [] : [`replication: { ${replication} }`])];
}

/**
 * A small model in which everything fails and is repaired independently of everything else and nothing else takes time, as
 * text: times of every distribution, domains within domains, shocks, k of n, quorums, failovers at once, needs and wants.
 * @param isExponential all times are, so that it is a Markov chain as well
 */
export function randomIndependent(seed: number, isExponential = false): string {
  const dice = createDice(`independent ${seed}`);
  const { chance, pick, whole } = dice;
  const up = () => isExponential ? pick('10 days', '4 days') : pick('10 days', 'weibull(2, 20 days)', 'weibull(0.8, 12 days)', 'constant(15 days)', 'gamma(3, 9 days)', 'lognormal(10 days, 40 days)', 'uniform(2 days, 20 days)');
  const down = () => isExponential ? pick('9 h', '2 days') : pick('9 h', 'constant(1 day)', 'gamma(2, 12 h)', 'lognormal(6 h, 30 h)', 'triangular(1 h, 2 h, 20 h)', 'empirical(2 h, 5 h, 30 h)', 'weibull(3, 20 h)');
  const mode = () => `{ mtbf: '${up()}', mttr: '${down()}' }`;
  const failing = (p: number) => (chance(p) ? `, failures: { outage: ${mode()} }` : '');
  const zones = ['z1', 'z2', 'z3'].slice(0, whole(1, 3)).map((zone) => `${zone}: { kind: zone${failing(0.5)} }`);
  const components = ['one', 'two'].map((name) => `  ${name}: { failures: { crash: ${mode()}${chance(0.3) ? `, disk: ${mode()}` : ''} } }`);
  const names = ['a', 'b', 'c'].slice(0, whole(1, 3));
  const services = names.map((name, at) => {
    const replicas = whole(1, 5);
    const kind = pick('active-active', 'active-active', 'active-passive', 'quorum');
    const fields = [`component: ${pick('one', 'two')}`, `replicas: ${replicas}`, `mode: ${kind}`];
    if (chance(0.6)) fields.push('across: zone');
    if (kind === 'active-active') fields.push(`required: ${whole(1, replicas)}`, `below-required: ${pick('down', 'degraded')}`);
    const later = names.slice(at + 1);
    const needs = later.filter(() => chance(0.5));
    const wants = later.filter((other) => !needs.includes(other) && chance(0.5));
    if (needs.length > 0) fields.push(`needs: [${needs.join(', ')}]`);
    if (wants.length > 0) fields.push(`wants: { ${wants.map((other) => `${other}: ${pick('97%', '60%')}`).join(', ')} }`);
    return `  ${name}: { ${fields.join(', ')} }`;
  });
  const shock = chance(0.4) ? `shocks: { deploy: { mtbf: 20 days, mttr: '${down()}', hits: [${names.filter((_, i) => i === 0 || chance(0.5)).join(', ')}], probability: ${pick('100%', '50%')} } }\n` : '';
  return `nines: 1
name: independent ${seed}
domains: { r: { kind: region${failing(0.3)}, domains: { ${zones.join(', ')} } } }
components:
${components.join('\n')}
${shock}services:
${services.join('\n')}
entry: a
sla: { error-rate: ${pick('5%', '30%', '50%')} }
`;
}
