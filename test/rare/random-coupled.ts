import alea from 'seedrandom/lib/alea.js';

/**
 * A random model with whatever strikes on copies of states accept, as text, that is mostly whole: teams and parts,
 * faults that nobody notices, coordinators, drift, shards, load, planned work, deploys, data that are lost, sites, wants,
 * links, members that are started elsewhere, shocks that hit domains, standbys that fail less.
 */
export function randomCoupled(seed: number): string {
  const random = alea(`random coupled ${seed}`, { state: true });
  const chance = (p: number) => random() < p;
  const pick = <T>(...items: readonly T[]): T => items[Math.floor(random() * items.length)];
  // Drawn apart, so that all else is as it was.
  const apart = alea(`random carried ${seed}`, { state: true });
  const isNow = (p: number) => apart() < p;
  const [isParted, hitsZones, isDormant] = [isNow(0.2), isNow(0.5), isNow(0.5)];
  const hasTeam = chance(0.5);
  const hasHidden = chance(0.3);
  const by = () => (hasTeam && chance(0.6) ? `, repaired-by: ${pick('crew', 'managers')}` : '');
  const up = () => (hasHidden ? pick('30 days', '60 days') : pick('30 days', '60 days', "'weibull(2, 50 days)'", "'lognormal(40 days, 40 days)'"));
  const down = () => pick('6 h', "'constant(4 h)'", "'lognormal(5 h, 8 h)'", "'exponential(8 h)'");
  const lost = () => (chance(0.2) ? ', data: lost' : '');
  const zone = (name: string) => `${name}: { kind: zone${chance(0.6) ? `, failures: { outage: { mtbf: ${pick('120 days', '1 year')}, mttr: ${down()}${by()}${lost()} } }` : ''} }`;
  const component = (name: string) => {
    const isSpared = chance(0.3);
    const hidden = hasHidden && chance(0.7);
    const crash = `crash: { mtbf: ${up()}, mttr: ${down()}${by()}${hidden ? '' : lost()}${isSpared ? ', needs-spare: true' : ''}${hidden ? ', latent: true' : ''} }`;
    const disk = chance(0.3) ? `, disk: { mtbf: ${up()}, mttr: ${down()}${by()} }` : '';
    const more = `${isSpared ? `, spares: { stock: ${pick(1, 2)}, lead-time: ${pick('4 days', "'exponential(3 days)'")} }` : ''}${hidden ? `, check: { every: ${pick('10 days', '20 days')}, coverage: ${pick('100%', '60%')}, staggered: ${pick('true', 'false')} }` : ''}`;
    return `${name}: { failures: { ${crash}${disk} }, restart: ${pick('0 s', '10 min', "'exponential(1 h)'")}${more} }`;
  };
  const failover = () => {
    const keys = [`detect: ${pick('30 s', "'exponential(10 min)'")}`, `promote: ${pick('1 min', "'exponential(20 min)'")}`, `rebuild: ${pick('0 s', "'exponential(6 h)'")}`];
    if (hasTeam && chance(0.4)) keys.push('decide: { by: crew, takes: 10 min }');
    if (chance(0.3)) keys.push('success: 90%', "retry: 'exponential(1 h)'");
    if (chance(0.3)) keys.push('needs: [t]', ...(chance(0.5) ? ['demote-after: 1 min'] : []));
    if (chance(0.2)) keys.push('drift: 10%/month', 'drill: 90 days');
    if (chance(0.3)) keys.push('failback: auto');
    if (chance(0.2)) keys.push('false-positive: { mtbf: 60 days }');
    return `failover: { ${keys.join(', ')} }`;
  };
  const redundancy = (isInSites: boolean): string => {
    const work = `${chance(0.25) ? `, maintenance: { every: 30 days, takes: ${pick('2 h', "'exponential(4 h)'")} }` : ''}${chance(0.2) ? `, deploy: { every: 7 days, change-failure-rate: 20%, recovery: 1 h${chance(0.5) ? ', canary: { bake: 1 h, catches: 60% }' : ''} }` : ''}`;
    switch (pick('aa', 'aa', 'ap', 'ap', 'quorum', 'sharded', isInSites ? 'aa' : 'load')) {
      case 'aa':
        return `replicas: ${pick(2, 3)}${chance(0.3) ? ', health-check: { interval: 10 s }, retry: true' : ''}${work}`;
      case 'ap':
        return `replicas: 2, mode: active-passive, ${failover()}${chance(0.4) ? `, replication: { mode: ${pick('sync', 'async, lag: 1 s')} }` : ''}${hasHidden && isDormant ? ', standby-failures: 30%' : ''}${work}`;
      case 'quorum':
        return `replicas: 3, mode: quorum, elect: ${pick('0 s', "'exponential(10 min)'")}${work}`;
      case 'sharded':
        return `replicas: 4, mode: sharded, shards: 4, copies: 3, required: 2${work}`;
      default:
        return `replicas: 3, load: ${pick('150%', '240%')}${chance(0.3) ? ', overload: { above: 100%, then: crash }' : ''}`;
    }
  };
  const where = () => (chance(0.7) ? ', across: zone' : '');
  const link = pick(', needs: [b]', ', wants: { b: 50% }', '');
  const isSited = chance(0.15);
  const moves = (across: string) => (isParted || isSited || !isNow(0.3) ? across : ', across: zone, reschedule: { after: 10 min, start: 5 min }');
  const shock = chance(0.3) ? `shocks: { bad: { mtbf: 90 days, mttr: ${down()}, hits: [${hitsZones ? 'z1, z2' : 'a'}], probability: ${pick('40%', '100%')}${chance(0.4) ? ', repair: each' : ''} } }\n` : '';
  const parts = (text: string) => (isParted && !text.includes('mode: sharded') ? `${text}links: [{ between: [z1, z2], failures: { cut: { mtbf: 40 days, mttr: 6 h } } }]\n` : text);
  return parts(`nines: 1
name: coupled ${seed}
${hasTeam ? "teams: { crew: { people: 1, acknowledge: 10 min, escalate: { after: 1 h, to: managers } }, managers: { people: 1, acknowledge: 'exponential(30 min)' } }\n" : ''}domains: { r: { kind: region, domains: { ${zone('z1')}, ${zone('z2')} } } }
components: { ${component('one')}, ${component('two')}, three: { failures: { crash: { mtbf: 60 days, mttr: 4 h } }, restart: 10 min } }
${shock}${chance(0.3) ? 'traffic: { daily: { 00:00: 40%, 08:00: 100% } }\n' : ''}services:
  ${isSited ? 's: { of: a, sites: zone, required: 1 }\n  ' : ''}a: { component: one, ${redundancy(isSited)}${isSited ? '' : where()}${isSited ? '' : link} }
  b: { component: two, ${redundancy(false)}${where()} }
  t: { component: three, replicas: 2${moves(where())} }
entry: ${isSited ? 's' : 'a'}
sla: { error-rate: 5% }
`);
}
