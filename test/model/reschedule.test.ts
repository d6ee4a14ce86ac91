import { describe, expect, test } from 'vitest';
import { checkModel, expandModel, parseModel } from '../../src/model/index.ts';

const constant = (value: number) => ({ kind: 'constant', value });
const RESCHEDULE = 'reschedule: { after: 340 s, start: 60 s }';
const model = (web: string, { zone = '', component = '', more = '' } = {}) => `nines: 1
domains:
  r: { kind: region, domains: { a: { kind: zone${zone} }, b: { kind: zone${zone} }, c: { kind: zone${zone} } } }
  s: { kind: region, domains: { d: { kind: zone } } }
components: { pod: { failures: { crash: { mtbf: 30 days, mttr: 5 min${component} } } } }
services:
  web: { component: pod, ${web}, needs: [other] }
  other: { component: pod, in: d }
${more}entry: web
`;
const said = (text: string) => checkModel(text).diagnostics.map(({ severity, path, message }) => `${severity} ${path}: ${message}`);

describe('members that are started elsewhere', () => {
  test.each([
    ['where they are spread', 'replicas: 2, in: r, across: zone', ['a', 'b', 'c']],
    ['beside the one domain in which all stand', 'replicas: 2, in: b', ['a', 'b', 'c']],
    ['in those that are named', 'replicas: 2, in: [a, c]', ['a', 'c']],
    ['anywhere, where nothing says in what', 'replicas: 2, across: zone', ['a', 'b', 'c', 'd']],
  ])('are so %s', (_, web, names) => {
    const { domains, services } = parseModel(model(`${web}, ${RESCHEDULE}`));
    const { among, ...rest } = services[0].reschedule!;
    expect(among.map((i) => domains[i].name)).toEqual(names);
    expect(rest).toEqual({ after: constant(340), start: constant(60), haltsAt: null });
  });

  test('are printed as they are, with the room that there is', () => {
    const text = model('replicas: 2, in: r, across: zone, reschedule: { after: 5 min, halts-at: 55% }', { zone: ', room: 2' });
    const expanded = parseModel(expandModel(text, {}));
    expect(expanded.services).toEqual(parseModel(text).services);
    expect(expanded.domains.map(({ room }) => room)).toEqual([Infinity, 2, 2, 2, Infinity, Infinity]);
  });

  const WEB = `replicas: 6, in: r, across: zone, ${RESCHEDULE}`;
  test.each([
    [model(WEB, { zone: ', room: 0' }), 'warning services.web.reschedule: a holds 2 of its members, and the others have room for 0: when it is down 2 have nowhere to go'],
    [model('replicas: 9, in: r, across: zone, reschedule: { after: 0 s }', { zone: ', room: 1' }), 'a holds 3 of its members, and the others have room for 2: when it is down 1 have nowhere to go'],
    [model(WEB, { zone: ', room: -1' }), 'error domains.r.domains.a.room: '],
    [model(WEB, { zone: ', room: 1.5' }), 'error domains.r.domains.a.room: '],
    [model('replicas: 6, in: r, across: zone', { zone: ', room: 1' }), "'room' does nothing: no service has a 'reschedule' that would use it"],
    [model(`${WEB}, data: { size: 1 GB }`), "error services.web.reschedule: 'reschedule' is for members without data"],
    [model(`${WEB}, mode: active-passive, replication: { mode: sync }`), "'reschedule' is for members without data"],
    [model(WEB, { component: ', data: lost' }), "'reschedule' is for members without data, and a failure of 'pod' destroys some"],
    [model(`replicas: 2, across: zone, ${RESCHEDULE}`, { more: 'links: [ { between: [r, s], failures: { cut: { mtbf: 1 year, mttr: 1 h } } } ]\n' }), "'reschedule' is not built beside 'links' yet"],
    [model(`${WEB}, mode: sharded`), "'reschedule' belongs to mode"],
    [model(`replicas: 2, ${RESCHEDULE}`), "'reschedule' needs members that stand in domains, as with 'across: zone'"],
    [model(`replicas: 2, in: d, ${RESCHEDULE}`), "'reschedule' has nowhere to go: there is no other domain of the kind"],
    [model('replicas: 2, in: r, across: zone, reschedule: { start: 60 s }'), "'after'"],
    [model('replicas: 2, in: r, across: zone, reschedule: { after: 0 s, halts-at: 100% }'), 'services.web.reschedule.halts-at'],
    [model('replicas: 2, in: r, across: zone, eviction: { after: 0 s }'), "unknown key 'eviction'"],
    [model(WEB, { zone: ', capacity: 4' }), "unknown key 'capacity'"],
  ])('that cannot be, or hardly, are told so (%#)', (text, message) => {
    expect(said(text).some((line) => line.includes(message)), said(text).join('\n')).toBe(true);
  });

  test('are not sites', () => {
    const text = `nines: 1\ndomains: { a: , b: }\ncomponents: { pod: }\nservices: { all: { of: web, sites: [a, b], ${RESCHEDULE} }, web: { component: pod } }\nentry: all\n`;
    expect(said(text)).toContainEqual(expect.stringContaining("'reschedule' belongs to a service with a 'component'"));
  });
});
