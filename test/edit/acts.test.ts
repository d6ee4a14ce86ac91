import { describe, expect, test } from 'vitest';
import { applyAct, type Act, type Outcome, type Patch } from '../../src/edit/index.ts';
import { parseModel } from '../../src/model/index.ts';
import { comments, GALLERY, leaves, said, withValue } from './gallery.ts';

function done(text: string, act: Act): Extract<Outcome, { text: string }> {
  const outcome = applyAct(text, act);
  if ('refused' in outcome) throw new Error(outcome.refused);
  return outcome;
}

function refusal(text: string, act: Act): string {
  const outcome = applyAct(text, act);
  return 'refused' in outcome ? outcome.refused : `not refused: ${outcome.says}`;
}

function patched(text: string, patch: readonly Patch[]): string {
  return [...patch].reverse().reduce((now, { from, to, insert }) => now.slice(0, from) + insert + now.slice(to), text);
}

/** Whether all of a list stands in another in this order. */
function isPart(part: readonly string[], whole: readonly string[]): boolean {
  let next = 0;
  for (const item of whole) if (item === part[next]) next++;
  return next === part.length;
}

const SHOP = GALLERY.get('web-shop.yaml') ?? '';
const WARM = GALLERY.get('warm-standby.yaml') ?? '';

describe('a value that is set', () => {
  test.each([...GALLERY])('anywhere in %s changes that and nothing else, comments included', (_, text) => {
    const before = said(text);
    for (const path of leaves(before).filter((_, i) => i % 7 === 0)) {
      const old = path.reduce<unknown>((value, key) => (value as Record<string, unknown>)[key], before);
      // Of the same kind, so that the model stays right: another number, or the same words written otherwise.
      const value = typeof old === 'number' ? old : typeof old === 'boolean' ? !old : `${String(old)}`;
      const outcome = applyAct(text, { act: 'set', path, value });
      if ('refused' in outcome) {
        expect(outcome.refused, path.join('.')).toMatch(/^That cannot be/);
        continue;
      }
      expect(said(outcome.text), path.join('.')).toEqual(withValue(before, path, value));
      expect(comments(outcome.text)).toEqual(comments(text));
      expect(patched(text, outcome.patch)).toBe(outcome.text);
    }
  });

  test('is written as it was typed, in the quotes that stood there', () => {
    expect(done(SHOP, { act: 'set', path: ['services', 'db', 'failover', 'promote'], value: 'uniform(5 s, 9 s)' }).text).toBe(
      SHOP.replace("'uniform(15 s, 30 s)'", "'uniform(5 s, 9 s)'"),
    );
    expect(done(SHOP, { act: 'set', path: ['parameters', 'zone_mtbf', 'value'], value: '18 months' }).text).toBe(
      SHOP.replace('zone_mtbf: { value: 2 years,', 'zone_mtbf: { value: 18 months,'),
    );
  });

  test('gets quotes where YAML asks for them and only there', () => {
    const text = done(SHOP, { act: 'set', path: ['domains', 'eu-west-1', 'failures', 'outage', 'mttr'], value: 'uniform(1 h, 2 h)' }).text;
    expect(text).toContain("outage: { mtbf: 8 years, mttr: 'uniform(1 h, 2 h)' }");
    expect(done(SHOP, { act: 'set', path: ['components', 'redis', 'restart'], value: 'uniform(1 s, 2 s)' }).text).toContain(
      '\n    restart: uniform(1 s, 2 s)\n',
    );
    expect(done(SHOP, { act: 'set', path: ['name'], value: 'Shop: second try' }).text).toContain("name: 'Shop: second try'\n");
  });

  test('makes the maps that are missing on the way, where the language has them in its order', () => {
    const { text, patch } = done(SHOP, { act: 'set', path: ['sla', 'error-rate'], value: '1%' });
    expect(patch.map(({ insert }) => insert)).toEqual(['\nsla: { error-rate: 1% }']);
    expect(text.indexOf('\nsla:')).toBeGreaterThan(text.indexOf('\nlosses:'));
    expect(text.indexOf('\nsla:')).toBeLessThan(text.indexOf('\nsimulation:'));
  });

  test('in braces that would be too wide gets lines of its own', () => {
    const act: Act = { act: 'set', path: ['services', 'db', 'failover', 'decide'], value: 'lognormal(5 min, 20 min)' };
    expect(done(SHOP, act).text).toContain(
      '    failover:\n      detect: 30 s\n      decide: lognormal(5 min, 20 min)\n      promote: ',
    );
  });

  test('where text is shared changes it there alone, and the others keep what they had', () => {
    const path = ['domains', 'us-east-1', 'domains', 'us-east-1a', 'failures', 'outage', 'mtbf'];
    const { text } = done(WARM, { act: 'set', path, value: '1 year' });
    expect(said(text)).toEqual(withValue(said(WARM), path, '1 year'));
    expect(comments(text)).toEqual(comments(WARM));
    const other = ['domains', 'us-west-2', 'failures', 'outage', 'mttr'];
    expect(said(done(WARM, { act: 'set', path: other, value: '3 h' }).text)).toEqual(withValue(said(WARM), other, '3 h'));
  });
});

describe('a value that is cleared', () => {
  test.each([...GALLERY])('anywhere in %s is all that goes, with its own comments', (_, text) => {
    const before = said(text);
    for (const path of leaves(before).filter((_, i) => i % 5 === 0)) {
      const outcome = applyAct(text, { act: 'clear', path });
      if ('refused' in outcome) {
        expect(outcome.refused, path.join('.')).toMatch(/^That cannot be/);
        continue;
      }
      expect(leaves(said(outcome.text)).length, path.join('.')).toBe(leaves(before).length - 1);
      expect(isPart(comments(outcome.text), comments(text)), path.join('.')).toBe(true);
      expect(patched(text, outcome.patch)).toBe(outcome.text);
    }
  });
});

describe('an act that would make the model wrong', () => {
  test('says so in a line, with the way out, and changes nothing', () => {
    expect(refusal(SHOP, { act: 'need', service: 'db', on: 'web' })).toBe(
      'That would be a circle, as web needs db already: take one of these away first, or put what both need into a service of its own.',
    );
    expect(refusal(SHOP, { act: 'remove', thing: { what: 'component', name: 'redis' } })).toBe(
      'cache is made of redis: give it another component, or remove it, first.',
    );
    expect(refusal(SHOP, { act: 'remove', thing: { what: 'service', name: 'web' } })).toBe(
      'web is the entry: choose another one first.',
    );
    expect(refusal(SHOP, { act: 'replicas', service: 'web', count: 0 })).toMatch(/at least one member/);
    expect(refusal(SHOP, { act: 'set', path: ['services', 'web', 'required'], value: 9 })).toMatch(/^That cannot be: .*required/);
    expect(refusal(SHOP, { act: 'set', path: ['services', 'db', 'failover', 'detect'], value: '30' })).toMatch(/30 s/);
  });

  test('of a text that cannot be read names the line', () => {
    expect(refusal('nines: 1\nname: [', { act: 'set', path: ['name'], value: 'x' })).toMatch(/line 2/);
  });
});

describe('a rename', () => {
  test('follows a service through needs, experiments and shares', () => {
    const { text, says } = done(WARM, { act: 'rename', thing: { what: 'service', name: 'db' }, to: 'orders' });
    expect(text).toBe(
      WARM.replace('needs: [lb, web, db]', 'needs: [lb, web, orders]')
        .replace('\n  db:\n', '\n  orders:\n')
        .replace('db: 50%', 'orders: 50%')
        .replace('corrupt: db', 'corrupt: orders')
        .replace('fail: db.active', 'fail: orders.active'),
    );
    expect(says).toBe('The service db is now orders, in 4 more places.');
  });

  test('follows a domain through sites, copies of backups and experiments', () => {
    const { text } = done(WARM, { act: 'rename', thing: { what: 'domain', name: 'us-east-1' }, to: 'virginia' });
    expect(text).toBe(
      WARM.replace('\n  us-east-1:', '\n  virginia:')
        .replaceAll('[us-east-1, us-west-2]', '[virginia, us-west-2]')
        .replaceAll('fail: us-east-1,', 'fail: virginia,'),
    );
  });

  test('follows a parameter through expressions, and nothing that is only called alike', () => {
    const text = WARM.replace('\nparameters:\n', '\nparameters:\n  region_mtbf_2: region_mtbf / 2\n');
    const renamed = done(text, { act: 'rename', thing: { what: 'parameter', name: 'server_start' }, to: 'boot' }).text;
    expect(renamed).toContain("promote: 'uniform(boot, boot + 1 min)'");
    const other = done(text, { act: 'rename', thing: { what: 'parameter', name: 'region_mtbf' }, to: 'r' }).text;
    expect(other).toContain('region_mtbf_2: r / 2');
  });
});

describe('a domain', () => {
  test('moves with its text and comments, and what shares its anchor stays right', () => {
    const { text } = done(WARM, { act: 'move', thing: { what: 'domain', name: 'us-east-1a' }, within: 'us-west-2' });
    expect([...comments(text)].sort()).toEqual([...comments(WARM)].sort());
    const before = said(WARM) as { domains: Record<string, { domains: Record<string, unknown> }> };
    const after = said(text) as typeof before;
    expect(after.domains['us-west-2'].domains['us-east-1a']).toEqual(before.domains['us-east-1'].domains['us-east-1a']);
    expect(after.domains['us-east-1'].domains['us-east-1b']).toEqual(before.domains['us-east-1'].domains['us-east-1b']);
  });

  test('is not put into itself', () => {
    expect(refusal(WARM, { act: 'move', thing: { what: 'domain', name: 'us-east-1' }, within: 'us-east-1a' })).toMatch(/itself/);
  });

  test('is copied with domains of new names', () => {
    const { text } = done(WARM, { act: 'duplicate', thing: { what: 'domain', name: 'us-west-2' } });
    expect(text).toContain('\n  us-west-3:\n    kind: region\n    failures: *region\n    domains:\n      us-west-3a: { kind: zone');
  });

  test('is copied in any model of the gallery, three times over, with fresh names for all that is in it', () => {
    for (const text of GALLERY.values())
      for (const { name } of parseModel(text).domains) {
        let now = text;
        for (let i = 0; i < 3; i++) now = done(now, { act: 'duplicate', thing: { what: 'domain', name } }).text;
        expect(parseModel(now).domains.length).toBeGreaterThanOrEqual(parseModel(text).domains.length + 3);
      }
  });

  test('that is removed takes along what is in it, its sites and the experiments about it', () => {
    const { says } = done(SHOP, { act: 'remove', thing: { what: 'domain', name: 'eu-west-1a' } });
    expect(says).toBe('Removed the zone eu-west-1a, and with it the experiment lose-zone.');
  });
});

describe('members', () => {
  test('are as many as is said, in the parameter that says so', () => {
    expect(done(SHOP, { act: 'replicas', service: 'web', count: 8 }).text).toBe(SHOP.replace('web_replicas: { value: 6,', 'web_replicas: { value: 8,'));
    expect(done(SHOP, { act: 'replicas', service: 'db', count: 3 }).says).toBe('db has 3 members.');
  });

  test('are dragged to another zone, the others staying where they are', () => {
    const { text } = done(SHOP, { act: 'move-member', service: 'db', member: 1, to: 'eu-west-1c' });
    expect((said(text) as { services: { db: unknown } }).services.db).toMatchObject({ in: ['eu-west-1a', 'eu-west-1c'] });
  });

  test('of another mode lose the keys that it does not have', () => {
    const { text, says } = done(SHOP, { act: 'mode', service: 'db', mode: 'quorum' });
    expect(text).not.toContain('standby: hot');
    expect(says).toBe('db is quorum; it has no standby and failover any more.');
  });
});

describe('a model in JSON', () => {
  const json = JSON.stringify(said(SHOP), null, 2);

  test('stays JSON', () => {
    let text = json;
    const acts: Act[] = [
      { act: 'set', path: ['services', 'db', 'failover', 'decide'], value: '5 min' },
      { act: 'add', thing: { what: 'domain', name: 'eu-west-1d' }, within: 'eu-west-1', value: { kind: 'zone' } },
      { act: 'duplicate', thing: { what: 'domain', name: 'eu-west-1' } },
      { act: 'move', thing: { what: 'domain', name: 'eu-west-1d' }, within: 'eu-west-2' },
      { act: 'replicas', service: 'cache', count: 3 },
      { act: 'remove', thing: { what: 'service', name: 'cache' } },
      { act: 'add', thing: { what: 'shock', name: 'bad' }, value: { mtbf: '1 year', mttr: '1 h', hits: ['web', 'db'] } },
    ];
    for (const act of acts) {
      text = done(text, act).text;
      expect(() => JSON.parse(text) as unknown, JSON.stringify(act)).not.toThrow();
    }
    expect(said(text)).toEqual(JSON.parse(text));
  });
});

describe('a need within a zone', () => {
  const NEAR = `nines: 1
domains: { a: { kind: zone } }
components: { c: }
services:
  web: { component: c, across: zone, needs: [{ service: cache, within: zone }, db] }
  cache: { component: c, across: zone }
  db: { component: c }
entry: web
`;

  test('is a need: it is there already, goes with the service, and makes a circle', () => {
    expect(done(NEAR, { act: 'need', service: 'web', on: 'cache' }).text).toBe(NEAR);
    expect(done(NEAR, { act: 'remove', thing: { what: 'service', name: 'cache' } }).text).toContain('needs: [db]');
    expect(done(NEAR, { act: 'let-go', service: 'web', on: 'cache' }).text).toContain('needs: [db]');
    expect(refusal(NEAR, { act: 'need', service: 'cache', on: 'web' })).toMatch(/circle/);
  });
});
