import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkModel, expandModel, parseModel } from '../../src/model/index.ts';
import { EXAMPLE } from './example.ts';
import { DISASTERS, EVERYTHING } from './gallery.ts';

/** Reads a text, whatever it is; checks what holds of every answer. */
function survive(text: string): void {
  // Time of the processor: what else the machine does is none of this text's fault.
  const start = process.cpuUsage();
  const { model, diagnostics } = checkModel(text);
  expect(process.cpuUsage(start).user / 1000, JSON.stringify(text.slice(0, 300))).toBeLessThan(1000);
  expect(model === null).toBe(diagnostics.some(({ severity }) => severity === 'error'));
  const lines = text.split('\n');
  for (const { line, column, message } of diagnostics) {
    expect(message.length).toBeGreaterThan(5);
    expect(message.length).toBeLessThan(1000);
    expect(line >= 1 && line <= lines.length, `line ${line} of ${lines.length}: ${message}`).toBe(true);
    expect(column).toBeGreaterThanOrEqual(1);
  }
  if (model !== null) {
    const again = parseModel(expandModel(text));
    expect({ ...again, sha256: '', words: [], warnings: [] }).toEqual({ ...model, sha256: '', words: [], warnings: [] });
  }
}

const piece = fc.constantFrom(
  'nines: 1', 'services', 'web', ':', ': ', '\n', '\n  ', '\n    ', '{', '}', '[', ']', ',', ', ', '- ', '"', "'", '#', '&a ', '*a', '!', '|', '>', '%', '@', '`', '? ', '---', '...', '<<',
  'component', 'mtbf', '30 s', '1 +', 'lognormal(1 s, 2 s)', '__proto__', 'constructor', 'toString', '~', 'null', 'true', '.nan', '1e999', '0x1f', '\t', '\r', '\u0000', '😀', '\u2028', '\\u0000',
);

describe('whatever the text, checkModel', () => {
  test('survives any characters', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 200 }), survive), { numRuns: 500, seed: 1 });
  });

  test('survives scraps of YAML', () => {
    fc.assert(fc.property(fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join('')), survive), { numRuns: 2000, seed: 2 });
  });

  test('survives any structure, with right keys in wrong places', () => {
    const key = fc.constantFrom('nines', 'services', 'domains', 'components', 'parameters', 'web', 'needs', 'wants', 'mode', 'failures', 'mtbf', 'mttr', 'availability', 'replicas', 'required', 'failover', 'redirect', 'dns-ttl', 'health-check', 'in', 'across', 'entry', 'shocks', 'hits', 'of', 'sites', 'strategy', 'data', 'backup', 'full', 'copies', 'size', 'experiments', 'fail', 'corrupt', 'running-cost', '__proto__', 'constructor', 'h', '');
    const value = fc.letrec((tie) => ({
      any: fc.oneof({ maxDepth: 6 }, fc.constantFrom<unknown>(1, 0, -1, 1e300, null, true, '', 'web', '5 min', '1/0', 'zone', 'quorum', 'warm-standby', 'web.active', '500 GB', 'x'.repeat(600), '(('), fc.array(tie('any'), { maxLength: 3 }), fc.dictionary(key, tie('any'), { maxKeys: 6, noNullPrototype: false })),
    })).any;
    fc.assert(fc.property(value, (structure) => {
      survive(JSON.stringify(structure));
    }), { numRuns: 1500, seed: 3 });
  });

  test('survives slips in a sound model: characters lost, put in, changed, lines moved', () => {
    const edit = fc.record({ at: fc.nat(), kind: fc.constantFrom('delete', 'insert', 'replace', 'cut', 'double'), piece });
    fc.assert(fc.property(fc.constantFrom(EXAMPLE, EVERYTHING, DISASTERS), fc.array(edit, { minLength: 1, maxLength: 4 }), (text, edits) => {
      let changed: string = text;
      for (const { at, kind, piece: scrap } of edits) {
        const i = at % changed.length;
        if (kind === 'delete') changed = changed.slice(0, i) + changed.slice(i + 1);
        else if (kind === 'insert') changed = changed.slice(0, i) + scrap + changed.slice(i);
        else if (kind === 'replace') changed = changed.slice(0, i) + scrap + changed.slice(i + scrap.length);
        else if (kind === 'cut') changed = changed.slice(0, Math.max(1, i));
        else changed = changed.slice(0, i) + changed.slice(Math.max(0, i - 80), i) + changed.slice(i);
      }
      survive(changed);
    }), { numRuns: 600, seed: 4 });
  });

  test('survives services that need, want and copy each other at random, and copies stand where they should', () => {
    const place = fc.constantFrom('eu', 'us', 'eu-a', 'eu-b', 'us-a', 'zone', 'region');
    const passive = { mode: 'active-passive', replication: { mode: 'async', lag: '5 s' } };
    const data = { data: { size: '1 GB', 'change-rate': '1 GB/day' } };
    const backup = { backup: { full: '1 day', incremental: '1 h', 'restore-rate': '10 MB/s', copies: ['us'] } };
    const member = fc.record({ component: fc.constant('c'), replicas: fc.integer({ min: 1, max: 3 }) });
    const how = fc.constantFrom({}, { across: 'zone' }, data, { ...data, ...backup, in: 'eu' }, { ...data, ...passive }, { mode: 'quorum', in: ['eu', 'us'] });
    const sitedHow = fc.constantFrom<object>({}, passive, { ...passive, standby: 'warm', 'running-cost': { f: '20%' } }, { mode: 'quorum' }, { strategy: 'warm-standby' }, { strategy: 'pilot-light', 'running-cost': '5%' }, { strategy: 'backup-restore' }, { strategy: 'active-active' });
    /** Service i may name those after it: there are no circles, and the last is a member. */
    const services = fc.tuple(...[...'abcdef'].map((_, i) => {
      const others = [...'abcdef'].slice(i + 1);
      if (others.length === 0) return fc.tuple(member, how).map((parts): object => Object.assign({}, ...parts));
      const needs = fc.uniqueArray(fc.constantFrom(...others), { maxLength: 2 });
      const sited = fc.tuple(fc.record({ of: fc.constantFrom(...others), sites: fc.uniqueArray(place, { minLength: 1, maxLength: 3 }) }), sitedHow);
      const plain = fc.tuple(member, how);
      const group = fc.tuple(fc.constant({}), fc.constantFrom({}, {}, { in: 'eu' }));
      return fc.tuple(fc.oneof(sited, sited, plain, group), needs, fc.boolean()).map(([parts, all, want]): object =>
        Object.assign({}, ...parts, want ? { wants: Object.fromEntries(all.map((each) => [each, '50%'])) } : { needs: all }));
    })).map((all) => Object.fromEntries(all.map((each, i) => ['abcdef'[i], each])));
    let sound = 0;
    let copied = 0;
    fc.assert(fc.property(services, (all) => {
      const text = JSON.stringify({ nines: 1, domains: { eu: { kind: 'region', domains: { 'eu-a': { kind: 'zone' }, 'eu-b': { kind: 'zone' } } }, us: { kind: 'region', domains: { 'us-a': { kind: 'zone' } } } }, components: { c: { failures: { f: { mtbf: '1 year', mttr: '1 h' } } } }, services: all, entry: 'a', experiments: { x: { fail: ['f[0]', 'eu'], for: '1 h', corrupt: 'f' } } });
      survive(text);
      const { model } = checkModel(text);
      if (model === null) return;
      sound++;
      if (model.services.filter(({ sites }) => sites !== null).length > 1) copied++;
      expect(new Set(model.services.map((each) => each.name)).size).toBe(model.services.length);
      for (const { name: own, needs, wants, sites, placement, siteCostShare, inFirstSite } of model.services) {
        const site = own.slice(1);
        for (const i of [...needs, ...wants.map((want) => want.service)]) expect([site, '']).toContain(model.services[i].name.slice(1));
        expect(sites?.map((i) => model.services[i].name.slice(1)) ?? []).toEqual(sites === null ? [] : placement.map((domain) => `${site}@${model.domains[domain].name}`));
        if (site === '' || inFirstSite) expect(siteCostShare).toBe(1);
      }
    }), { numRuns: 250, seed: 6 });
    expect(sound).toBeGreaterThan(60);
    expect(copied).toBeGreaterThan(30);
  });

  test('survives hostile expressions wherever a value may stand', () => {
    const token = fc.constantFrom('1', 'h', 's', 'zone_mtbf', 'web_replicas', 'USD', '+', '-', '*', '/', '^', '(', ')', '%', 'max(', 'lognormal(', '; ', ' ', 'constructor', '__proto__', '1e308', '.', '=', '**');
    const place = fc.constantFrom('2 years', '90 s', '0.17 USD/h', '99.95%', '30 s', '99%', '80%', '1 year');
    fc.assert(fc.property(place, fc.array(token, { minLength: 1, maxLength: 60 }).map((tokens) => tokens.join('')), (value, text) => {
      survive(EXAMPLE.replace(value, JSON.stringify(text)));
    }), { numRuns: 400, seed: 5 });
  });

  test('takes time in proportion to the text, however hostile', () => {
    const size = 40_000;
    const repeat = (text: string) => text.repeat(Math.floor(size / text.length));
    const count = (line: (i: number) => string, head = 'nines: 1\nservices:\n') => {
      let text = head;
      for (let i = 0; text.length < size; i++) text += line(i);
      return text;
    };
    const texts = [
      ...['[', '{', '{a: ', '- ', '? ', 'a: ', '"', "'", '(', '\n', '&a ', '*a ', '!a ', ': ', '|\n', '- - ', 'a: b\n', '? a\n', '{a: (, '].map(repeat),
      `{${repeat('a: (, ')}}`, `[${repeat('((, ')}]`,
      count((i) => `  s${i}: { needs: s${i + 1} }\n`),
      count((i) => `  s${i}: { needs: [s1, s2, s3, s4, x${i}] }\n`),
      count((i) => ` p${i}: p${i + 1}\n`, 'nines: 1\nservices: { a: }\nparameters:\n'),
      count((i) => ` p${i}: q${i} + r${i}\n`, 'nines: 1\nservices: { a: }\nparameters:\n'),
      count((i) => `  s${i}: { of: s${i + 1}, sites: k }\n`, 'nines: 1\ndomains: { a: { kind: k, domains: { b: { kind: k } } }, c: { kind: k } }\nservices:\n'),
      count((i) => ` d${i}: { kind: k }\n`, 'nines: 1\ncomponents: { c: }\nservices: { a: { of: b, sites: k, needs: d }, b: { of: d, sites: k }, d: { component: c, across: k } }\ndomains:\n'),
      count((i) => ` x${i}: { fail: [a, a.active, "a[${i}]", b${i}] }\n`, 'nines: 1\ncomponents: { c: { failures: { f: { mtbf: 1 h, mttr: 1 s } } } }\nservices: { a: { component: c, replicas: 9, mode: quorum } }\nexperiments:\n'),
      count((i) => ` c${i}: { cost: 1+${i} USD }\n`, 'nines: 1\nservices: { a: }\ncomponents:\n'),
      count((i) => ` c${i}: { restart: 1${'+1%'.repeat(100)}+${i} }\n`, 'nines: 1\nservices: { a: }\ncomponents:\n'),
      count((i) => ` d${i}: { kind: k${i} }\n`, 'nines: 1\ncomponents: { c: }\nservices: { a: { component: c, across: kk } }\ndomains:\n'),
    ];
    for (const text of texts) survive(text);
  });

  test('leaves the objects of the language alone', () => {
    const before = Object.getOwnPropertyNames(Object.prototype).length;
    for (const key of ['__proto__', 'constructor', 'prototype']) {
      checkModel(`nines: 1\n${key}: { polluted: 1 }\nparameters: { ${key}: 1 }\nservices: { ${key}: { ${key}: 1, needs: [${key}] } }`, { set: { [key]: 1 } });
    }
    expect(Object.getOwnPropertyNames(Object.prototype)).toHaveLength(before);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });
});
