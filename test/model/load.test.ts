import { describe, expect, test } from 'vitest';
import { expandModel, parseModel } from '../../src/model/index.ts';
import { said, SITED, withService } from './helpers.ts';

const COMPONENT = 'replicas: 4, load: 300%';

describe('a load', () => {
  test('is what its members carry and no more, shed above 100%, unless it says otherwise', () => {
    expect(parseModel(withService(COMPONENT)).services[0].load).toEqual({ worth: 3, above: 1, crash: null });
    const crash = 'overload: { above: 120%, then: crash, after: 5 min }';
    expect(parseModel(withService(`${COMPONENT}, ${crash}`)).services[0].load).toEqual({ worth: 3, above: 1.2, crash: { after: { kind: 'constant', value: 300 } } });
  });

  test('is printed as it is, with the hours of the traffic', () => {
    const text = withService(`${COMPONENT}, overload: { then: crash, after: 5 min }`, 'traffic: { daily: { 20:00: 70%, 00:00: 40%, 8:30: 120% } }\n');
    const expanded = expandModel(text, {});
    expect(parseModel(expanded).traffic).toEqual([{ fromSeconds: 0, share: 0.4 }, { fromSeconds: 30_600, share: 1.2 }, { fromSeconds: 72_000, share: 0.7 }]);
    expect(parseModel(expanded).services).toEqual(parseModel(text).services);
  });

  test.each([
    ['replicas: 4, overload: { above: 120% }', '', "'overload' needs 'load': how much work there is, in members' worth, as in 'load: 400%'"],
    [`${COMPONENT}, overload: { after: 5 min }`, '', "'after' is how long a member stands an overload: add 'then: crash', or leave it out"],
    ['replicas: 4, load: 500%', '', "no hour's load is carried even by all members: 500% at least, and 4 carry 400%: add replicas"],
    ['replicas: 4, load: 500%', 'traffic: { daily: { 0:00: 90%, 12:00: 95% } }', "no hour's load is carried even by all members: 450% at least, and 4 carry 400%: add replicas"],
    ['replicas: 4, load: 500%', 'traffic: { daily: { 0:00: 50%, 12:00: 100% } }', "the busiest hour's load, 500%, is more than all 4 members carry, 400%, every day"],
    ['replicas: 4, load: 0%', '', "needs more than nothing, such as '400%' or 4, got '0%'"],
    [COMPONENT, 'traffic: { daily: { 25:00: 40% } }', "'25:00' is no hour of the day: write it as '08:00' or '20:30'"],
    [COMPONENT, 'traffic: { daily: { 8:00: 40%, 08:00: 50% } }', '08:00 is there twice: give each hour once'],
    ['replicas: 4', 'traffic: { daily: { 8:00: 40% } }', "'daily' does nothing: no service has a 'load' that it would scale"],
    ['replicas: 4, mode: quorum, load: 300%', '', "'load' belongs to mode active-active, this service is quorum"],
    ['replicas: 4, demand: 300%', '', "unknown key 'demand'"],
  ])('%s %s is told so', (keys, more, message) => {
    expect(said(withService(keys, `${more}\n`)).some((line) => line.includes(message)), said(withService(keys, `${more}\n`)).join('\n')).toBe(true);
  });

  test('of a site is a share of all requests, by the name of its domain, and is printed as it is', () => {
    const text = `${SITED}traffic: { by-site: { eu: 60%, us: 40% } }\n`;
    expect(said(text)).toEqual([]);
    const { trafficBySite, domains } = parseModel(expandModel(text, {}));
    expect(trafficBySite.map(({ domain, share }) => [domains[domain].name, share])).toEqual([['eu', 0.6], ['us', 0.4]]);
  });

  test.each([
    ['{ eu: 60%, us: 30% }', '', 'error', 'the shares of all sites have to be 100% together, these are 90%'],
    ['{ eu: 60%, uss: 40% }', '', 'error', "unknown domain 'uss'"],
    ['{ eu: 100% }', '', 'warning', "'by-site' leaves out us, where 'shop' serves"],
    ['{ eu: 60%, us: 40% }', 'active-passive', 'warning', "'by-site' does nothing: no service serves in several of these sites at once"],
  ])('of a site, by-site: %s %s, is told so', (shares, mode, severity, message) => {
    const text = (mode === '' ? SITED : SITED.replace('sites: [eu, us]', `sites: [eu, us], mode: ${mode}, failover: { detect: 1 min }`)) + `traffic: { by-site: ${shares} }\n`;
    expect(said(text).some((line) => line.startsWith(severity) && line.includes(message)), said(text).join('\n')).toBe(true);
  });

  test('that crashes members which would be back in no time is refused', () => {
    const text = withService(`${COMPONENT}, overload: { then: crash }`).replace('{ failures: { crash: { mtbf: 30 days, mttr: 5 min } } }', '{ failures: { crash: { mtbf: 30 days, mttr: constant(0 s) } } }');
    expect(said(text).join('\n')).toMatch(/would be back in no time: say how long it takes/);
  });
});
