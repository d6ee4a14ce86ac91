import alea from 'seedrandom/lib/alea.js';

/** A small random model, as text: domains, shocks, every mode, with all the delays that the language has. */
export function randomModel(seed: number): string {
  const random = alea(`random model ${seed}`, { state: true });
  const chance = (p: number) => random() < p;
  const pick = <T>(...items: readonly T[]): T => items[Math.floor(random() * items.length)];
  const whole = (from: number, to: number) => from + Math.floor(random() * (to - from + 1));
  const time = () => pick('1 h', '2 days', 'exponential(5 h)', 'uniform(1 min, 20 h)', 'lognormal(1 h, 30 h)', '0 s');
  const mode = () => `{ mtbf: '${pick('10 days', '30 days', 'weibull(2, 20 days)', 'constant(15 days)')}', mttr: '${pick('5 h', '2 days', 'constant(1 day)', 'gamma(2, 12 h)')}'${chance(0.3) ? ', data: lost' : ''} }`;

  const zones = ['z1', 'z2', 'z3'].slice(0, whole(1, 3));
  const domains = zones.map((zone) => `      ${zone}: { kind: zone${chance(0.7) ? `, failures: { outage: ${mode()} }` : ''} }`);
  const components = ['one', 'two'].map((name) => `  ${name}: { failures: { crash: ${mode()}${chance(0.5) ? `, disk: ${mode()}` : ''} }${chance(0.5) ? `, restart: '${time()}'` : ''} }`);

  const names = ['a', 'b', 'c', 'd'].slice(0, whole(1, 4));
  const services = names.map((name, i) => {
    const later = names.slice(i + 1);
    const replicas = whole(1, 4);
    const fields = [`component: ${pick('one', 'two')}`, `replicas: ${replicas}`];
    if (chance(0.7)) fields.push('across: zone');
    const need = later.filter(() => chance(0.4));
    if (need.length > 0) fields.push(`needs: [${need.join(', ')}]`);
    const want = later.find((service) => !need.includes(service) && chance(0.4));
    if (want !== undefined) fields.push(`wants: { ${want}: 97% }`);
    const kind = pick('active-active', 'active-passive', 'quorum');
    fields.push(`mode: ${kind}`);
    if (kind === 'active-active') {
      fields.push(`required: ${whole(1, replicas)}`, `below-required: ${pick('down', 'degraded')}`, `retry: ${String(chance(0.5))}`);
    }
    if (kind === 'quorum') fields.push(`elect: '${time()}'`);
    if (kind !== 'quorum' && chance(0.5)) fields.push(`health-check: { interval: ${pick('10 s', '3 h')}, unhealthy-threshold: ${whole(1, 4)}${kind === 'active-active' ? `, slow-start: '${time()}'` : ''} }`);
    if (kind === 'active-passive') {
      const failover = [`decide: '${time()}'`, `promote: '${time()}'`, `success: ${pick('100%', '60%')}`, 'retry: 3 h', `rebuild: '${time()}'`];
      if (chance(0.7)) failover.push(`detect: '${time()}'`);
      failover.push(chance(0.3) ? 'redirect: { dns-ttl: 2 h }' : `redirect: '${time()}'`);
      failover.push(`failback: ${pick('never', 'auto', '{ after: 5 h, takes: 1 h }', '{ after: 0 s, takes: 0 s }')}`);
      if (chance(0.4)) failover.push('false-positive: { mtbf: 9 days }');
      fields.push(`failover: { ${failover.join(', ')} }`);
      const replication = pick('', 'mode: sync', 'mode: sync, strict: true', "mode: async, lag: 'exponential(1 min)'", "mode: async, lag: 'exponential(1 min)', max-lag: 2 min", 'mode: semi-sync, lag: 30 s');
      if (replication !== '' && replicas > 1) fields.push(`replication: { ${replication} }`);
    }
    return `  ${name}: { ${fields.join(', ')} }`;
  });
  const shock = chance(0.5) ? `shocks: { deploy: { mtbf: 20 days, mttr: 3 h, hits: [${names.filter((_, i) => i === 0 || chance(0.5)).join(', ')}], probability: ${pick('100%', '50%')}${chance(0.3) ? ', data: lost' : ''} } }` : '';
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
`;
}
