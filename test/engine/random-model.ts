import alea from 'seedrandom/lib/alea.js';

/** Everything that is drawn for a random model. */
export function createDice(seed: string) {
  const random = alea(seed, { state: true });
  const chance = (p: number) => random() < p;
  const pick = <T>(...items: readonly T[]): T => items[Math.floor(random() * items.length)];
  const whole = (from: number, to: number) => from + Math.floor(random() * (to - from + 1));
  const time = () => pick('1 h', '2 days', 'exponential(5 h)', 'uniform(1 min, 20 h)', 'lognormal(1 h, 30 h)', 'triangular(0 s, 1 h, 9 h)', 'empirical(0 s, 10 min, 10 min, 1 day)', '0 s');
  const up = () =>
    chance(0.15)
      ? `availability: ${pick('90%', '97%')}`
      : `mtbf: '${pick('10 days', '30 days', 'weibull(2, 20 days)', 'constant(15 days)', 'empirical(1 h, 20 days, 30 days)', 'triangular(1 day, 5 days, 40 days)')}'`;
  const down = () => `mttr: '${pick('5 h', '2 days', 'constant(1 day)', 'gamma(2, 12 h)', 'empirical(1 min, 5 h, 4 days)', 'triangular(0 s, 1 h, 2 days)')}'`;
  /** How something fails. */
  const fails = (losing: number) => `${up()}, ${down()}${chance(losing) ? `, data: ${pick('lost', 'lost', 'lost', 'kept')}` : ''}`;
  const mode = () => `{ ${fails(0.4)} }`;
  return { chance, pick, whole, time, fails, mode };
}
type Dice = ReturnType<typeof createDice>;

/** A small random model, as text: domains, shocks, every mode, with all the delays that the language has. */
export function randomModel(seed: number): string {
  const dice = createDice(`random model ${seed}`);
  const { chance, pick, whole, mode } = dice;
  // Words that came later have dice of their own.
  const more = createDice(`more of random model ${seed}`);
  const standbys = createDice(`what standbys of random model ${seed} answer`);

  const zones = ['z1', 'z2', 'z3'].slice(0, whole(1, 3));
  const domains = zones.map((zone) => `      ${zone}: { kind: zone${chance(0.7) ? `, failures: { outage: ${mode()} }` : ''} }`);
  const components = ['one', 'two'].map((name) => componentOf(name, dice));

  const names = ['a', 'b', 'c', 'd'].slice(0, whole(1, 4));
  const services = names.map((name, i) => {
    const later = names.slice(i + 1);
    const replicas = whole(1, 4);
    const fields = [`component: ${pick('one', 'two')}`, `replicas: ${replicas}`];
    if (chance(0.7)) fields.push('across: zone');
    fields.push(...linksTo(later, dice));
    const kind = pick('active-active', 'active-passive', 'quorum');
    fields.push(`mode: ${kind}`, ...redundancy(kind, replicas, dice));
    if (kind === 'active-passive') {
      if (chance(0.1)) fields.push(`check: ${check(pick)}`);
      if (chance(0.2)) fields.push(`standby-failures: ${pick('0%', '50%')}`);
      const replication = replicationMode(dice);
      if (replication !== '' && replicas > 1) addReplication(fields, replication, dice);
    }
    if (kind === 'active-passive' && later.length > 0 && more.chance(0.4)) addCoordinators(fields, later, more);
    if (kind === 'active-passive' && replicas > 1 && !fields.includes('standby: cold') && standbys.chance(0.3)) fields.push(`standbys-answer: ${standbys.pick('70%', '97%')}`);
    return `  ${name}: { ${fields.join(', ')} }`;
  });
  const shock = chance(0.5) ? shockOn(names, dice) : '';
  return `nines: 1
name: random ${seed}
domains:
  r:
    kind: region
${chance(0.5) ? `    failures: { outage: ${mode()} }\n` : ''}    domains:
${domains.join('\n')}
components:
${components.join('\n')}
${shock}
services:
${services.join('\n')}
entry: a
${errorRate(dice)}`;
}

function componentOf(name: string, { chance, pick, time, mode, fails }: Dice): string {
  const checks = chance(0.3) ? `, check: ${check(pick)}` : '';
  // What is never found is never over, and is lived through for a hundred years.
  const latent = checks !== '' && chance(0.7) ? `, stuck: { ${fails(0)}, latent: ${pick('true', 'true', 'false')} }` : '';
  return `  ${name}: { failures: { crash: ${mode()}${chance(0.5) ? `, disk: ${mode()}` : ''}${latent} }${chance(0.5) ? `, restart: '${time()}'` : ''}${chance(0.2) ? `, standby-failures: ${pick('0%', '30%', '100%')}` : ''}${checks} }`;
}

/** How faults that nobody notices are found. */
function check(pick: Dice['pick']): string {
  return `{ every: ${pick('3 days', '20 days')}${pick('', ', coverage: 60%')}${pick('', ', staggered: true', ', staggered: false')} }`;
}

/** A failure that strikes the first of these services, and some of the others. */
function shockOn(services: readonly string[], { chance, pick, fails }: Dice): string {
  const hits = services.filter((_, i) => i === 0 || chance(0.5));
  return `shocks: { deploy: { ${fails(0.5)}, hits: [${hits.join(', ')}]${chance(0.7) ? `, probability: ${pick('100%', '50%')}` : ''}${chance(0.3) ? `, repair: ${pick('each', 'each', 'together')}` : ''} } }`;
}

function errorRate({ chance, pick }: Dice): string {
  return chance(0.4) ? `sla: { error-rate: ${pick('0%', '1%', '20%', '40%', '70%')} }\n` : '';
}

/** What a service needs and wants of those after it. */
function linksTo(later: readonly string[], { chance, pick }: Dice): string[] {
  const fields: string[] = [];
  const need = later.filter(() => chance(0.4));
  if (need.length > 0) fields.push(`needs: [${need.join(', ')}]`);
  const want = later.find((service) => !need.includes(service) && chance(0.4));
  if (want !== undefined) fields.push(`wants: { ${want}: ${pick('0%', '50%', '80%', '97%', '100%')} }`);
  return fields;
}

/** What a mode says of its members, be they replicas or sites. */
function redundancy(kind: string, members: number, dice: Dice): string[] {
  const { chance, pick, whole, time } = dice;
  const fields: string[] = [];
  if (kind === 'active-active') {
    fields.push(`required: ${whole(1, members)}`, `below-required: ${pick('down', 'degraded')}`, `retry: ${String(chance(0.5))}`);
    if (chance(0.2)) fields.push(`slow-start: '${time()}'`);
  }
  if (kind === 'quorum') {
    fields.push(`elect: '${time()}'`);
    if (chance(0.3)) fields.push(`required: ${whole(1, members)}`);
  }
  if (kind !== 'quorum' && chance(0.5)) fields.push(healthCheck(kind, fields.some((field) => field.startsWith('slow-start')), dice));
  if (kind === 'active-passive') fields.push(...standing(dice));
  return fields;
}

function healthCheck(kind: string, startsSlowly: boolean, { chance, pick, whole, time }: Dice): string {
  const fields = [`interval: ${pick('10 s', '3 h')}`, `unhealthy-threshold: ${whole(1, 4)}`];
  if (chance(0.4)) fields.push(`healthy-threshold: ${whole(1, 5)}`);
  if (chance(0.4)) fields.push(`timeout: ${pick('0 s', '5 s', '2 h')}`);
  if (kind === 'active-active' && !startsSlowly) fields.push(`slow-start: '${time()}'`);
  return `health-check: { ${fields.join(', ')} }`;
}

/** How a standby takes over. What may stand beside the failover as well as in it stands in either. */
function standing({ chance, pick, time }: Dice): string[] {
  const failover = [`decide: '${time()}'`, `success: ${pick('100%', '60%')}`, 'retry: 3 h'];
  const beside: string[] = [];
  const either = (field: string) => (chance(0.2) ? beside : failover).push(field);
  if (chance(0.3)) beside.push(`standby: ${pick('hot', 'warm', 'cold')}`);
  if (chance(0.3)) failover.push(`drift: ${pick('20%/month', '300%/year')}`);
  if (chance(0.3)) failover.push(`drill: ${pick('9 days', '40 days')}`);
  if (chance(0.8)) failover.push(`promote: '${time()}'`);
  if (chance(0.7)) failover.push(`detect: '${time()}'`);
  failover.push(chance(0.3) ? 'redirect: { dns-ttl: 2 h }' : `redirect: '${time()}'`);
  either(`rebuild: '${time()}'`);
  either(`failback: ${pick('never', 'auto', '{ after: 5 h, takes: 1 h }', '{ after: 0 s, takes: 0 s }', '{ after: 0 s }')}`);
  if (chance(0.4)) either('false-positive: { mtbf: 9 days }');
  return [...beside, `failover: { ${failover.join(', ')} }`];
}

/** What a failover needs, and how long an active goes on without it. */
function addCoordinators(fields: string[], later: readonly string[], { chance, pick }: Dice): void {
  const failover = fields.findIndex((field) => field.startsWith('failover: {'));
  const demotes = chance(0.6) ? ` demote-after: '${pick('0 s', '1 h', 'exponential(5 h)')}',` : '';
  fields[failover] = fields[failover].replace('{', `{ needs: [${pick(...later)}],${demotes}`);
}

function replicationMode({ pick }: Dice): string {
  return pick('', 'mode: sync', 'mode: sync, strict: true', "mode: async, lag: 'exponential(1 min)'", "mode: async, lag: 'exponential(1 min)', max-lag: 2 min", 'mode: semi-sync, lag: 30 s');
}

/** What may stand in the failover as well as in the replication stands in either. */
function addReplication(fields: string[], replication: string, { chance }: Dice): void {
  const words = replication.split(', ');
  const failover = fields.findIndex((field) => field.startsWith('failover: {'));
  const maxLag = words.findIndex((word) => word.startsWith('max-lag'));
  if (failover >= 0 && maxLag >= 0 && chance(0.5)) fields[failover] = fields[failover].replace('{', `{ ${words.splice(maxLag, 1)[0]},`);
  const rebuild = /, (rebuild: '[^']*')/.exec(fields[failover] ?? '');
  if (rebuild !== null && chance(0.3)) {
    fields[failover] = fields[failover].replace(rebuild[0], '');
    words.push(rebuild[1]);
  }
  fields.push(`replication: { ${words.join(', ')} }`);
}

/**
 * A small random model of two regions, as text: sites, sites within sites, services shared by them, data, backups with
 * copies here and there, drills, and experiments of every kind.
 */
export function randomSites(seed: number): string {
  const dice = createDice(`random sites ${seed}`);
  const { chance, pick, whole, time, mode } = dice;
  const zones = { r: ['r1', 'r2', 'r3'].slice(0, whole(1, 3)), q: ['q1', 'q2'].slice(0, whole(1, 2)) };
  const places = ['r', 'q', ...zones.r, ...zones.q];
  const failures = (p: number) => (chance(p) ? `, failures: { outage: ${mode()} }` : '');
  const domains = Object.entries(zones).map(
    ([region, inside]) => `  ${region}: { kind: region${failures(0.6)}, domains: { ${inside.map((zone) => `${zone}: { kind: zone${failures(0.4)} }`).join(', ')} } }`,
  );
  const components = ['one', 'two'].map((name) => componentOf(name, dice));

  const every = (time: string) => (chance(0.2) ? `{ every: ${time} }` : time);
  const policy = () => {
    const fields = [`full: ${every(pick('1 day', '2 days'))}`, `provision: '${time()}'`, `restorable: ${pick('100%', '100%', '60%', '5%')}`, `retention: ${pick('2 days', '10 days')}`];
    if (chance(0.5)) fields.push('backup-rate: 10 MB/s', 'restore-rate: 20 MB/s');
    if (chance(0.3)) fields.push(`differential: ${every('12 h')}`);
    if (chance(0.3)) fields.push(`incremental: ${every('3 h')}`);
    if (chance(0.3)) fields.push(`log-shipping: ${pick('10 min', '0 s')}`);
    if (chance(0.3)) fields.push(`replay-rate: ${pick('1 MB/s', '50 MB/s')}`);
    if (chance(0.3)) fields.push(`drill: ${pick('10 h', '5 days')}`);
    const copies = places.filter(() => chance(0.25));
    if (copies.length > 0) fields.push(`copies: [${copies.join(', ')}]`);
    return `{ ${fields.join(', ')} }`;
  };
  // Several policies came later, and have dice of their own.
  const more = createDice(`policies of random sites ${seed}`);
  const backup = () => `backup: ${more.chance(0.3) ? `[${policy()}, ${policy()}]` : policy()}`;
  const data = () => `data: { size: ${pick('100 GB', '0 GB')}, change-rate: ${pick('20 GB/day', '0 GB/day')} }`;

  const isSited = chance(0.7);
  const names = ['a', 'b', 'c', 'd'].slice(0, whole(isSited ? 1 : 2, 4));
  // One of them may stand in sites of its own: copies of another one after it.
  const nested = chance(0.4) && names.length > 1 ? whole(0, names.length - 2) : -1;
  const withMembers: string[] = [];
  const withRoles: string[] = [];
  const fixed = new Set<string>();
  const rest = names.map((_, i) => names.length - 1 - i).map((i) => {
    const name = names[i];
    const later = names.slice(i + 1);
    const fields: string[] = [];
    let kind = pick('active-active', 'active-passive', 'quorum');
    let members = whole(1, 3);
    if (i === nested) {
      const region = chance(0.3);
      fields.push(`of: ${pick(...later.filter((other) => !fixed.has(other)))}`, `sites: ${region && !isSited ? 'region' : 'zone'}`);
      kind = pick('active-active', 'active-passive', 'active-passive', 'quorum');
      // As few as there may be in any site.
      members = 1;
      const others = later.filter(() => chance(0.2));
      if (others.length > 0) fields.push(`needs: [${others.join(', ')}]`);
    } else {
      fields.push(`component: ${pick('one', 'two')}`, `replicas: ${members}`);
      if (chance(0.6)) fields.push('across: zone');
      // Shared by all sites.
      if (i > 0 && i !== nested + 1 && chance(0.15)) {
        fields.push(`in: ${pick('r', 'q')}`);
        fixed.add(name);
      }
      fields.push(...linksTo(later, dice));
    }
    if (kind !== 'active-active') withRoles.push(name);
    withMembers.push(name);
    fields.push(`mode: ${kind}`, ...redundancy(kind, members, dice));
    const holdsData = chance(0.6) && i !== nested;
    if (holdsData) fields.push(data());
    const drawn = replicationMode(dice);
    // A strict active without anybody to replicate to never serves, and nobody can repair that.
    const replication = i === nested && Math.min(zones.r.length, zones.q.length) < 2 ? drawn.replace(', strict: true', '') : drawn;
    if (replication !== '' && kind === 'active-passive' && (members > 1 || i === nested)) addReplication(fields, replication, dice);
    else if (replication !== '' && kind === 'active-active' && (holdsData || i === nested) && !replication.includes('strict')) addReplication(fields, replication, dice);
    if (holdsData && chance(0.6)) fields.push(backup());
    return `  ${name}: { ${fields.join(', ')} }`;
  });
  const services = rest.reverse();
  if (isSited) {
    const strategy = chance(0.3) ? pick('backup-restore', 'pilot-light', 'warm-standby', 'active-active') : null;
    const kind = strategy === null ? pick('active-active', 'active-passive', 'active-passive', 'quorum') : strategy === 'active-active' ? strategy : 'active-passive';
    const fields = [`of: a`, `sites: ${pick('region', '[r, q]', '[q, r]')}`];
    if (strategy !== null) fields.push(`strategy: ${strategy}`);
    // A strategy says the rest by itself.
    if (strategy === null || chance(0.3)) fields.push(`mode: ${kind}`, ...redundancy(kind, 2, dice));
    const replication = strategy === null || chance(0.3) ? replicationMode(dice) : '';
    if (replication !== '' && kind !== 'quorum' && !(kind === 'active-active' && replication.includes('strict'))) addReplication(fields, replication, dice);
    if (chance(0.5)) fields.push(data(), backup());
    services.unshift(`  s: { ${fields.join(', ')} }`);
    withMembers.push('s');
    if (kind !== 'active-active') withRoles.push('s');
  }
  const hit = names.filter((_, i) => i !== nested);
  const shock = chance(0.5) ? shockOn(hit, dice) : '';
  const lasting = () => `for: '${pick('10 min', '2 h', '3 days', 'exponential(5 h)')}'`;
  const lost = () => (chance(0.5) ? `, data: ${pick('lost', 'lost', 'lost', 'kept')}` : '');
  const experiments = [
    `  domain: { fail: ${pick(...places)}, ${lasting()}${lost()} }`,
    `  service: { fail: ${pick(...withMembers)}, ${lasting()}${lost()} }`,
    `  corrupt: { corrupt: ${pick(...withMembers)} }`,
    `  several: { fail: [${pick(...places)}, ${pick(...withMembers)}], after: ${pick('0 s', '10 min', '1 day')}, ${lasting()}${lost()} }`,
    ...(withRoles.length > 0 ? [`  role: { fail: ${pick(...withRoles)}.active, ${lasting()}${lost()} }`, `  both: { fail: ${pick(...withRoles)}.active, corrupt: ${pick(...withMembers)}, after: 2 h, ${lasting()} }`] : []),
  ];
  return `nines: 1
name: random sites ${seed}
domains:
${domains.join('\n')}
components:
${components.join('\n')}
${shock}
services:
${services.join('\n')}
entry: ${isSited ? 's' : 'a'}
${errorRate(dice)}experiments:
${experiments.join('\n')}
`;
}
