import { describe, expect, test } from 'vitest';
import { MODEL_LIMITS } from '../../src/model/resolve/limits.ts';
import { parseModel, type Model, type Service } from '../../src/model/index.ts';
import { at, clean, only, said, SITED, withSites } from './helpers.ts';

const names = ({ services }: Model): string[] => services.map(({ name }) => name);
const find = ({ services }: Model, name: string): Service => services.find((service) => service.name === name) ?? expect.fail(name);
const targets = (model: Model, name: string): string[] => find(model, name).needs.map((i) => model.services[i].name);
/** A stack with a service in a zone of its own within each region: eu 0, eu-a 1, eu-b 2, us 3, us-a 4, us-b 5. */
const NESTED = SITED.replace('needs: [web, db] }', 'needs: [cell, db] }\n  cell: { of: web, sites: zone }').replace(', needs: db }', ' }');

describe('a service that works on sites', () => {
  test('has one copy of its stack in each, in the order of the sites', () => {
    const model = clean(SITED);
    expect(names(model)).toEqual(['shop', 'stack@eu', 'stack@us', 'web@eu', 'web@us', 'db@eu', 'db@us']);
    expect(model.services.map(({ written }) => written)).toEqual(['shop', 'stack', 'stack', 'web', 'web', 'db', 'db']);
    expect(find(model, 'shop')).toMatchObject({ component: -1, placement: [0, 3], sites: [1, 2], mode: 'active-active', required: 1, needs: [], wants: [] });
    expect(names(clean(withSites('of: stack, sites: [us, eu]')))).toEqual(['shop', 'stack@us', 'stack@eu', 'web@us', 'web@eu', 'db@us', 'db@eu']);
  });

  test('has copies that stand in their site and need the copies there', () => {
    const model = clean(SITED);
    expect(['web@eu', 'web@us'].map((name) => find(model, name).placement)).toEqual([[1, 2], [4, 5]]);
    expect(['stack@us', 'web@us', 'web@eu'].map((name) => targets(model, name))).toEqual([['web@us', 'db@us'], ['db@us'], ['db@eu']]);
    expect(model.entry).toBe(0);
  });

  test('may work on a service with members, in one site by its name, or in all domains of a kind', () => {
    expect(names(clean(withSites('of: stack, sites: region')))).toEqual(names(clean(SITED)));
    const cells = clean(SITED.replace('of: stack, sites: [eu, us]', 'of: web, sites: zone').replace('  stack: { needs: [web, db] }\n', ''));
    expect(names(cells).slice(0, 5)).toEqual(['shop', 'web@eu-a', 'web@eu-b', 'web@us-a', 'web@us-b']);
    expect(find(cells, 'web@us-a').placement).toEqual([4, 4]);
    expect(said(withSites('of: stack, sites: eu'))).toEqual(["warning 4:3 domains.us: nothing is placed in region 'us': place a service there, or take it out"]);
  });

  test('has its own needs once, outside of its sites', () => {
    const model = clean(withSites('of: stack, sites: [eu, us], needs: dns', '  dns: { component: server, replicas: 2 }\n'));
    expect(targets(model, 'shop')).toEqual(['dns']);
    expect(find(model, 'dns')).toMatchObject({ placement: [-1, -1], inFirstSite: true, siteCostShare: 1 });
  });

  test('shares with all sites what has a place of its own, and what that needs', () => {
    const model = clean(SITED.replace('needs: [web, db]', 'needs: [web, auth]') + '  auth: { component: server, in: eu-a, needs: db }\n');
    expect(names(model)).toEqual(['shop', 'stack@eu', 'stack@us', 'web@eu', 'web@us', 'db', 'db@eu', 'db@us', 'auth']);
    expect([targets(model, 'stack@us'), targets(model, 'auth'), targets(model, 'web@us')]).toEqual([['web@us', 'auth'], ['db'], ['db@us']]);
    expect(find(model, 'db').placement).toEqual([1, 1]);
  });

  test('leaves a service outside of its sites as well where something out there needs it', () => {
    const model = clean(`${SITED}  admin: { in: us, needs: web }\n  all: { needs: [shop, admin] }\nentry: all\n`);
    expect(names(model)).toEqual(['shop', 'stack@eu', 'stack@us', 'web', 'web@eu', 'web@us', 'db', 'db@eu', 'db@us', 'admin', 'all']);
    expect(find(model, 'web').placement).toEqual([4, 5]);
    expect(targets(model, 'admin')).toEqual(['web']);
  });

  test('shares its copies with another one in the same site', () => {
    const model = clean(`${SITED}  search: { of: index, sites: [us, eu], mode: active-passive, replication: { mode: async } }\n  index: { component: server, needs: db }\n  all: { needs: [shop, search] }\n`);
    expect(names(model).filter((name) => name.startsWith('db'))).toEqual(['db@eu', 'db@us']);
    expect(targets(model, 'index@us')).toEqual(['db@us']);
    // Both are a first site to somebody.
    expect(['db@eu', 'db@us', 'index@us', 'index@eu'].map((name) => find(model, name).inFirstSite)).toEqual([true, true, true, false]);
  });

  test('takes the keys of its mode', () => {
    const quorum = clean(withSites('of: stack, sites: [eu, us, moon], mode: quorum, elect: 10 s').replace('components:', '  moon: { domains: { sea: { kind: zone } } }\ncomponents:'));
    expect(find(quorum, 'shop')).toMatchObject({ mode: 'quorum', required: 2, elect: { kind: 'constant', value: 10 } });
    expect(find(clean(withSites('of: stack, sites: [eu, us], required: 2, retry: true, below-required: degraded, health-check: { interval: 10 s }')), 'shop')).toMatchObject({ required: 2, retry: true });
    const passive = find(clean(withSites("of: stack, sites: [eu, us], mode: active-passive, standby: warm, rebuild: 1 h, failback: auto, false-positive: { mtbf: 1 year }, replication: { mode: async, lag: 5 s, max-lag: 1 min }, failover: { decide: 5 min }")), 'shop');
    expect(passive).toMatchObject({ failover: { promote: { value: 300 }, rebuild: { value: 3600 }, failback: { takes: null } }, replication: { mode: 'async', maxLagSeconds: 60 }, passiveCostShare: 1 });
    expect(only(withSites('of: stack, sites: [eu, us], elect: 5 s')).message).toMatch(/^'elect' belongs to mode quorum/);
  });

  test('may stand in the sites of another one, with those of its sites that lie there', () => {
    const model = clean(NESTED);
    expect(names(model)).toEqual(['shop', 'stack@eu', 'stack@us', 'cell@eu', 'cell@us', 'web@eu@eu-a', 'web@eu@eu-b', 'web@us@us-a', 'web@us@us-b', 'db@eu', 'db@us']);
    expect(find(model, 'cell@us')).toMatchObject({ placement: [4, 5], sites: [7, 8] });
    expect(find(model, 'web@us@us-b').placement).toEqual([5, 5]);
    expect(model.services.map(({ inFirstSite }) => inFirstSite)).toEqual([true, true, false, true, false, true, false, false, false, true, false]);
    const missing = NESTED.replace('sites: zone', 'sites: [eu-a, eu-b]');
    expect(only(missing)).toMatchObject({ ...at(missing, '[eu-a'), path: 'services.cell.sites', message: "none of the sites of 'cell' lies in 'us', in which a copy of it stands" });
  });
});

describe('what standby sites cost', () => {
  const shares = (keys: string, text = SITED): number[] => parseModel(text.replace('of: stack, sites: [eu, us]', `of: stack, sites: [eu, us], mode: active-passive, replication: { mode: async }, ${keys}`)).services.map(({ siteCostShare }) => siteCostShare);

  test('is by standby, by one share, or by a share for each service', () => {
    expect(shares('standby: warm')).toEqual([1, 1, 0.5, 1, 0.5, 1, 0.5]);
    expect(shares('standby: cold')).toEqual([1, 1, 0, 1, 0, 1, 0]);
    expect(shares('failback: auto')).toEqual([1, 1, 1, 1, 1, 1, 1]);
    expect(shares('standby: warm, running-cost: 20%')).toEqual([1, 1, 0.2, 1, 0.2, 1, 0.2]);
    expect(shares('standby: warm, running-cost: { web: 33%, db: 100% }')).toEqual([1, 1, 0.5, 1, 0.33, 1, 1]);
  });

  test('multiplies where sites stand within sites', () => {
    const nested = NESTED.replace('sites: zone', 'sites: zone, mode: active-passive, running-cost: 10%');
    expect(shares('running-cost: { web: 50%, db: 40% }', nested)).toEqual([1, 1, 1, 1, 1, 1, 0.1, 0.5, 0.05, 1, 0.4]);
  });

  test('is all of it where all sites serve', () => {
    expect(clean(SITED).services.every(({ siteCostShare }) => siteCostShare === 1)).toBe(true);
    expect(clean(SITED).services.map(({ inFirstSite }) => inFirstSite)).toEqual([true, true, false, true, false, true, false]);
  });

  test('of a service that does not stand in the sites is an error', () => {
    const text = withSites('of: stack, sites: [eu, us], mode: active-passive, replication: { mode: async }, running-cost: { wbe: 10% }');
    expect(only(text)).toMatchObject({ ...at(text, 'wbe'), message: "'wbe' does not stand in the sites of this service: did you mean 'web'?", suggestion: 'web' });
    const single = SITED.replace('mode: active-passive, ', 'mode: active-passive, running-cost: { web: 5% }, ');
    expect(only(single)).toMatchObject({ path: 'services.db.running-cost', message: "a map of running costs belongs to a service with 'of', whose sites hold several services: give one share" });
  });
});

describe('a slip around sites', () => {
  test('is an error with a way out', () => {
    for (const [keys, path, message] of [
      ['of: stack', 'of', /^'of' needs 'sites', the domains in which its copies stand/],
      ['sites: [eu, us], needs: stack', 'sites', /^'sites' needs 'of', the service of which one copy stands in each/],
      ['of: stack, sites: []', 'sites', /at least one/],
      ['of: stack, sites: [eu, us], in: eu', 'in', /^'in' does not belong beside 'of' and 'sites': `sites` says where/],
      ['of: stack, sites: [eu, us], replicas: 2', 'replicas', /^'replicas' does not belong beside 'of' and 'sites': it has one copy in each/],
      ['of: stack, sites: [eu, us], across: zone', 'across', /takes a kind of domain as well, as in `sites: zone`$/],
      ['of: stack, sites: [eu, us], component: server', 'component', /give the component to the service that `of` names/],
      ['of: stack, sites: [eu, us], required: 3', 'required', /^required: 3 is above the number of sites, 2, so/],
      ['of: stack, sites: [eu, us, eu]', 'sites[2]', /^'eu' is listed twice, and counts once: take the second out$/],
      ['of: stack, sites: [eu, u]', 'sites[1]', /^unknown domain 'u': did you mean 'eu'\?$/],
      ['of: stack, sites: regions', 'sites', /^unknown domain 'regions': did you mean 'region'\?$/],
      ['of: stak, sites: [eu, us]', 'of', /^unknown service 'stak': did you mean 'stack'\?$/],
    ] as const) {
      const diagnostic = only(withSites(keys));
      expect(diagnostic).toMatchObject({ severity: 'error', path: `services.shop.${path}` });
      expect(diagnostic.message).toMatch(message);
    }
  });

  test('is a copy of what says where it stands', () => {
    const text = SITED.replace('stack: {', 'stack: { in: eu,');
    expect(only(text)).toMatchObject({ path: 'services.shop.of', message: "'stack' has an 'in' of its own, so there is nothing to copy: leave its 'in' out, or name a service that needs it" });
  });

  test('is a circle', () => {
    const text = SITED.replace('needs: [web, db]', 'needs: [web, shop]');
    expect(said(text)).toEqual([`error 9:${at(text.split('\n')[8], 'stack,').column} services.shop.of: services depend on each other in a circle: shop → stack → shop`]);
    expect(only(withSites('of: shop, sites: [eu, us]', 'entry: shop\n')).message).toMatch(/in a circle: shop → shop$/);
  });

  test('is an entry of which there are copies only', () => {
    const text = `${SITED}entry: stack\n`;
    expect(only(text)).toMatchObject({ ...at(text, 'stack\n'), path: 'entry', message: "'stack' stands in sites only, as copies: the entry is the service that works on them ('shop')", suggestion: 'shop' });
  });

  test('is said once, however many copies share it', () => {
    const text = SITED.replace('across: zone', 'across: zones');
    expect(only(text)).toMatchObject({ path: 'services.web.across', message: "no domain of kind 'zones': did you mean 'zone'?" });
    expect(said(SITED.replace('across: zone', 'across: region')).map((line) => line.split(': ')[0])).toEqual([]);
  });

  test('is a name that a copy has', () => {
    expect(only(`${SITED}  web@us: { component: server }\nentry: shop\n`)).toMatchObject({ path: 'services["web@us"]', message: "'web@us' is what a copy in a site is called: give this service another name" });
  });

  test('is suspicious where it is one site only, or one that follows the other at once', () => {
    expect(said(withSites('of: stack, sites: us, mode: active-passive')).map((line) => line.split(': ').slice(1).join(': '))).toEqual(["nothing is placed in region 'eu': place a service there, or take it out", 'active-passive with one site: there is no standby: name a second one']);
    expect(only(withSites('of: stack, sites: [eu, us], mode: active-passive, replication: { mode: sync }'))).toMatchObject({ path: 'services.shop.replication', message: 'synchronous replication between regions (eu, us): every write waits for the other one: \'mode: async\' does not wait, and loses what is on its way' });
    expect(said(withSites('of: stack, sites: [eu, us, eu-b]'))).toEqual([expect.stringMatching(/services.shop.sites: site 'eu-b' lies in site 'eu': one failure takes both: choose sites of which none lies in another$/)]);
    expect(only(withSites('of: stack, sites: [eu, us], mode: quorum'))).toMatchObject({ path: 'services.shop.sites', message: 'a quorum of 2 survives no more failures than one of 1: an even number of sites is wasted: make it 3, or 1' });
  });
});

describe('a shock', () => {
  test('strikes all copies of what it hits', () => {
    const model = clean(`${SITED}shocks: { deploy: { mtbf: 1 week, mttr: 10 min, hits: [web] } }\n`);
    expect(model.shocks[0].hits.map((i) => model.services[i].name)).toEqual(['web@eu', 'web@us']);
  });

  test('cannot strike what has sites in place of members, nor a stack', () => {
    const text = (hits: string): string => `${SITED}shocks: { deploy: { mtbf: 1 week, mttr: 10 min, hits: ${hits} } }\n`;
    expect(only(text('shop')).message).toBe("'shop' has no members that a shock could strike");
    expect(only(text('stack')).message).toBe("'stack' has no members that a shock could strike");
  });
});

describe('too many copies', () => {
  const timed = (text: string): string => {
    const start = process.cpuUsage();
    const message = only(text).message;
    expect(process.cpuUsage(start).user / 1000).toBeLessThan(2000);
    return message;
  };
  const tooMany = `the model is too large to run: with the copies in all sites more than ${MODEL_LIMITS.services} services`;

  test('are refused before they are made', () => {
    const domains = Array.from({ length: 1500 }, (_, i) => `  d${i}: { kind: cell }\n`).join('');
    const head = `nines: 1\ncomponents: { c: }\ndomains:\n${domains}services:\n`;
    expect(timed(`${head}  a: { of: b, sites: cell }\n  b: { needs: c }\n  c: { component: c }\n`)).toBe(tooMany);
    const wide = Array.from({ length: 1000 }, (_, i) => `  s${i}: { component: c }\n`).join('');
    expect(timed(`${head}  a: { of: b, sites: cell }\n  b: { needs: [${Array.from({ length: 1000 }, (_, i) => `s${i}`).join(',')}] }\n${wide}`)).toBe(tooMany);
  });

  test('are refused where sites within sites within sites would be more than could ever be counted', () => {
    const depth = 40;
    let tree = '';
    for (let i = depth - 1; i >= 0; i--) tree = `d${i}: { kind: cell${tree === '' ? '' : `, domains: { ${tree} }`} }`;
    const chain = Array.from({ length: depth }, (_, i) => `  s${i}: { of: ${i === depth - 1 ? 'leaf' : `s${i + 1}`}, sites: cell }\n`).join('');
    expect(timed(`nines: 1\ncomponents: { c: }\ndomains: { ${tree} }\nservices:\n${chain}  leaf: { component: c }\n`)).toBe(tooMany);
  });

  test('count as members', () => {
    expect(only(SITED.replace('replicas: 2', 'replicas: 600000')).message).toBe('the model is too large to run: 1200006 members, at most 1000000');
  });
});
