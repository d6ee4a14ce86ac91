import { expect, test } from 'vitest';
import { limit } from '../../src/index.ts';

/** Four members' worth at eight in the evening, in zones; servers break once in two months for five minutes. */
const TEXT = (keys = '', more = '', zones = 3) => `nines: 1
domains: { r: { kind: region, domains: { ${['a', 'b', 'c'].slice(0, zones).map((zone) => `${zone}: { kind: zone }`).join(', ')} } } }
components: { server: { failures: { crash: { mtbf: 60 days, mttr: 5 min } }, restart: 2 min } }
services: { web: { component: server, replicas: 4, across: zone, retry: true, load: 400%${keys} } }
traffic: { daily: { 00:00: 40%, 18:00: 100%, 23:00: 60% } }
entry: web
${more}`;

/** Members left without the largest zone; what they may be asked for and not be down, which is to answer less than 95%. */
const left = (members: number, zones: number) => members - Math.ceil(members / zones);
const carried = (members: number, zones: number, above: number) => (left(members, zones) * above) / 0.95;

test.each([[2, ''], [3, ''], [3, ', overload: { above: 130% }']])('over %i zones%s the smallest fleet is the fewest of which enough are left, and the highest load what is left of the fleet carries', async (zones, overload) => {
  const above = overload === '' ? 1 : 1.3;
  const fleet = Array.from({ length: 50 }, (_, i) => i).find((members) => carried(members, zones, above) >= 4);
  const { limits, run } = await limit(TEXT(overload, '', zones), { workers: 0 });
  expect(limits).toHaveLength(1);
  expect(limits[0]).toMatchObject({ service: 'web', replicas: 4, peak: 4, fleet });
  // To a hundredth of a member.
  expect(limits[0].load).toBeLessThanOrEqual(carried(4, zones, above));
  expect(limits[0].load).toBeGreaterThan(carried(4, zones, above) - 0.0101);
  expect(limits[0].zones.map(({ zone }) => zone)).toEqual(['a', 'b', 'c'].slice(0, zones));
  expect(run.partial).toBe(false);
});

test('where members crash under what is too much one crash more is a cascade that only the night ends: where that is often the fleet has one to spare', async () => {
  const crash = TEXT(', overload: { then: crash, after: 1 min }').replace('mttr: 5 min', 'mttr: 20 min').replace('restart: 2 min', 'restart: exponential(30 min)');
  const [seldom, often] = await Promise.all(['60 days', '2 days'].map((mtbf) => limit(crash.replace('60 days', mtbf), { workers: 0, years: 1 })));
  expect(seldom.limits[0].fleet).toBe(6);
  // Four are left of six, and of four that each break every other day one is away in some evening of two.
  expect(often.limits[0].fleet).toBeGreaterThan(6);
  expect(often.limits[0].load).toBeLessThan(seldom.limits[0].load!);
});

test('a parameter that says how many there are is what is varied, whatever it was set to', async () => {
  const text = TEXT('', 'parameters: { servers: { value: 4, from: 3, to: 5, is: decision } }').replace('replicas: 4', 'replicas: servers');
  const { limits, model } = await limit(text, { workers: 0, set: { servers: 5 } });
  expect(limits[0]).toMatchObject({ replicas: 5, fleet: 6 });
  expect(limits[0].load).toBeCloseTo(carried(5, 3, 1), 1);
  expect(model.parameters).toEqual({ servers: 5 });
});

test('what stands in one zone survives its loss in no number, and that is said', async () => {
  const { limits } = await limit(TEXT('', '', 1), { workers: 0 });
  expect(limits[0]).toMatchObject({ fleet: null, load: null });
  expect(limits[0].zones[0].fleet!.tried[1]).toBeGreaterThanOrEqual(8);
});

test('the same seed gives the same limits on any number of threads', async () => {
  const [one, two] = await Promise.all([0, 2].map((workers) => limit(TEXT(), { workers, seed: 7 })));
  expect(two.limits).toEqual(one.limits);
});

test('there is no limit without a load, of what is not there, and of a zone that cannot be lost', async () => {
  await expect(limit(TEXT().replace(', load: 400%', '').replace(/traffic.*\n/, ''))).rejects.toThrow("no service has a load: say how much work there is, in members' worth, as in 'load: 400%'");
  await expect(limit(TEXT(), { services: ['wbe'] })).rejects.toThrow("there is no service 'wbe'");
  await expect(limit(TEXT().replace('load: 400%', 'load: 1200%'))).rejects.toThrow("no hour's load is carried even by all members");
  await expect(limit(TEXT(), { share: 2 })).rejects.toThrow('share must be a share between 0 and 1');
});
