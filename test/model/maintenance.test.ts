import { describe, expect, test } from 'vitest';
import { checkModel, expandModel, parseModel } from '../../src/model/index.ts';

const text = (maintenance: string, component = '', service = 'replicas: 3') => `nines: 1
name: planned
components: { server: { failures: { crash: { mtbf: 1 year, mttr: 1 h${component} } } } }
services: { web: { component: server, ${service}, ${maintenance} } }
entry: web
`;
const work = (more: string) => text(`maintenance: { every: 30 days, takes: 1 h${more} }`);
const sited = (more: string) => `nines: 1
name: planned
domains: { east: {}, west: {} }
components: { server: { failures: { crash: { mtbf: 1 year, mttr: 1 h } } } }
services: { web: { component: server }, shop: { of: web, sites: [east, west], maintenance: { every: 30 days, takes: 1 h${more} } } }
entry: shop
`;
const said = (model: string) => checkModel(model).diagnostics.map(({ severity, path, message }) => `${severity} ${path}: ${message}`);
const teams = (hours: string) => text('retry: true', ', repaired-by: crew').replace('components', `teams: { crew: { people: 1, hours: ${hours} } }\ncomponents`);

describe('bad input about what is planned', () => {
  test.each([
    ['max-unavailable 0', work(', max-unavailable: 0'), /^error services.web.maintenance.max-unavailable: 'max-unavailable: 0' lets nobody be taken out.*'max-unavailable: 1' takes one at a time/],
    ['all have to be left', work(', min-available: 100%'), /^error .*'min-available: 100%' lets nobody be taken out/],
    ['more than there are', work(', max-unavailable: 4'), /^error .*'max-unavailable: 4' is more than there are: the service has 3 members/],
    ['two budgets', work(', max-unavailable: 1, min-available: 2'), /^error .*say the same thing twice: keep the one/],
    ['no time between rounds', text('maintenance: { every: 0 s, takes: 1 h }'), /^error .*every: maintenance every 0 s.*'30 days'/],
    ['a window shorter than the work', work(', window: Sun 02:00-02:30'), /^warning .*window: the window is shorter than the work: .*cut off 1 times or more.*make the window longer, or the work shorter/],
    ['a window that never comes', work(', window: Sun 02:00-02:00'), /^error .*hours that never come/],
    ['no window at all', work(', window: []'), /^error services.web.maintenance.window: no hours are hours that never come/],
    ['a team without hours', teams('[]'), /^error teams.crew.hours: no hours are hours that never come/],
    ['a round that does not fit', text('maintenance: { every: 1 day, takes: 10 h }'), /^warning .*the work is never done in time: .*make the window longer, or 'every'/],
    ['renewal of what does not wear', work(', renews: true'), /^warning .*'renews' makes nothing new.*weibull/],
    ['renewal of a site', sited(', renews: true'), /^error services.shop.maintenance.renews: a site does not wear out by itself: .*services that stand in it/],
    ['more sites than there are', sited(', min-available: 2'), /^error services.shop.maintenance.min-available: .*lets nobody be taken out.*'max-unavailable: 1'/],
    ['a check that covers nothing', text('check: { every: 30 days }'), /^warning services.web.check: the check covers nothing: .*'latent: true'/],
    ['a check that finds nothing', text('check: { every: 30 days, coverage: 0% }', ', latent: true'), /^error .*coverage: a check that finds nothing is none/],
    ['an RTO for planned work that there is none of', `${text('retry: true')}targets: { rto: { maintenance: 1 h } }\n`, /^warning targets.rto.maintenance: nothing in this model is of the kind 'maintenance'.*stays undecided; give a service 'maintenance', or take it out/],
    ['an RTO for a kind of domain that there is none of', `${text('retry: true')}targets: { rto: { region: 1 h } }\n`, /^error targets.rto.region: no kind of disruption 'region': there are .*'maintenance'/],
  ])('%s is answered with the advice that helps', (_, model, message) => {
    expect(said(model).filter((line) => message.test(line)).length, said(model).join('\n')).toBe(1);
  });
});

test('planned work, of members as of sites, is printed so that it reads as the same', () => {
  for (const model of [work(', min-available: 2, window: [Sat 01:00-05:00, Sun 02:00-06:00]'), sited(', max-unavailable: 50%')]) {
    expect(said(model)).toEqual([]);
    const again = parseModel(expandModel(model));
    expect(again.services.map(({ maintenance }) => maintenance)).toEqual(parseModel(model).services.map(({ maintenance }) => maintenance));
  }
  expect(parseModel(sited('')).services.find(({ name }) => name === 'shop')?.maintenance).toMatchObject({ mostOut: 1, everySeconds: 30 * 86_400 });
});
