import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { offsetOfPath, partAt, pathOfPart, usersOf } from '../../../web/text/whereabouts.ts';

const SHOP = readFileSync(new URL('../../../models/web-shop.yaml', import.meta.url), 'utf8');
const startOf = (part: Parameters<typeof pathOfPart>[1]): string => {
  const path = pathOfPart(SHOP, part);
  const at = path === null ? null : offsetOfPath(SHOP, path);
  return at === null ? 'nowhere' : SHOP.slice(at, SHOP.indexOf('\n', at)).trim();
};

describe('a part of a model', () => {
  test('is found in its text: a domain at any depth, a service, a member, a copy in a site, a need and a want', () => {
    expect(startOf({ kind: 'domain', name: 'eu-west-1' })).toBe('eu-west-1:');
    expect(startOf({ kind: 'domain', name: 'eu-west-1b' })).toMatch(/^eu-west-1b: \{ kind: zone/);
    expect(startOf({ kind: 'service', name: 'db' })).toBe('db:');
    for (const name of ['db[1]', 'db in eu-west-1a']) expect(startOf({ kind: 'member', name })).toBe('db:');
    expect(startOf({ kind: 'service', name: 'cache@eu-west-1' })).toMatch(/^cache: /);
    expect(startOf({ kind: 'link', name: 'web → db' })).toBe('needs: [db]');
    expect(startOf({ kind: 'link', name: 'web → cache' })).toMatch(/^cache: 80%/);
    expect(startOf({ kind: 'component', name: 'postgres' })).toBe('postgres:');
    expect(startOf({ kind: 'parameter', name: 'web_replicas' })).toMatch(/^web_replicas: \{ value: 6/);
    for (const kind of ['service', 'component', 'shock'] as const) expect(startOf({ kind, name: 'nobody' })).toBe('nowhere');
  });

  test('is what the caret is on, in whichever of its lines, and nothing in comments, sections and other things', () => {
    const on = (words: string, within = 0) => partAt(SHOP, SHOP.indexOf(words) + within);
    expect(on('failover: { detect: 30 s', 14)).toEqual({ kind: 'service', name: 'db' });
    expect(on('  cache: { component', 0)).toEqual({ kind: 'service', name: 'cache' });
    expect(on("outage: { mtbf: 8 years", 3)).toEqual({ kind: 'domain', name: 'eu-west-1' });
    expect(on('disk:', 2)).toEqual({ kind: 'component', name: 'postgres' });
    expect(on('zone_mtbf: { value', 15)).toEqual({ kind: 'parameter', name: 'zone_mtbf' });
    expect(on('kill-primary:', 3)).toEqual({ kind: 'experiment', name: 'kill-primary' });
    expect(on('eu-west-1c: {', 20)).toEqual({ kind: 'domain', name: 'eu-west-1c' });
    for (const words of ['# AWS, post-event', 'services:', 'rto: 15 min', 'parameters:']) expect(on(words, 2)).toBeNull();
  });

  test('is used by others: a component by services, a parameter by whatever names it in an expression', () => {
    const users = (kind: 'component' | 'parameter', name: string, text = SHOP) => usersOf(text, { kind, name }).map((each) => `${each.kind} ${each.name}`);
    expect(users('component', 'postgres')).toEqual(['service db']);
    expect(users('parameter', 'zone_mtbf')).toEqual(['domain eu-west-1a', 'domain eu-west-1b', 'domain eu-west-1c']);
    expect(users('parameter', 'web_replicas')).toEqual(['service web']);
    const text = "parameters: { a: 1 h, a_2: 2 * a }\ncomponents: { x: { failures: { f: { mtbf: 'lognormal(a, a_2)', mttr: a_2 } } } }\nservices: { s: { component: 'x' } }\n";
    expect(users('parameter', 'a', text)).toEqual(['parameter a_2', 'component x']);
    expect(users('component', 'x', text)).toEqual(['service s']);
    expect(usersOf(SHOP, { kind: 'service', name: 'db' })).toEqual([]);
  });
});
