import { describe, expect, test } from 'vitest';
import { alike } from '../../src/analysis/alike.ts';
import {
  withoutData,
  withoutDetection,
  withoutFailoverFailure,
  withoutFailoverTime,
} from '../../src/analysis/gap/realities.ts';
import { recoveryBesides } from '../../src/analysis/known-recovery.ts';
import { timeInputs } from '../../src/analysis/sensitivity/inputs.ts';
import { parseModel } from '../../src/index.ts';
import type { Model, Service } from '../../src/model/model.ts';
import { expandModel } from '../../src/model/print/expand.ts';
import { timeAt, withTime } from '../../src/model/time-path.ts';
import {
  OTHER_TIMES,
  SERVICE_TIMES,
  type ServiceTime,
  type ServiceTimePath,
  type TimeReality,
  timesOf,
} from '../../src/model/times.ts';
import { mean } from '../../src/random/moments.ts';
import { isConstantZero } from '../../src/random/parameters.ts';
import { gallery } from './gallery.ts';

/** Every time that a service can have, somewhere. */
const POLICY = '{ full: { every: 1 day }, differential: { every: 12 h }, incremental: { every: 1 h }, log-shipping: 5 min, retention: 30 days, restore-rate: 100 MB/s, provision: 10 min, drill: 90 days }';
const EVERYTHING = `
nines: 1
name: Everything
domains:
  region: { kind: region, failures: { outage: { mtbf: 5 years, mttr: 2 h } }, domains: { east: { kind: zone }, west: { kind: zone } } }
  other: { kind: region }
teams: { crew: { acknowledge: 6 min, escalate: { after: 11 min, to: others } }, others: { people: 1 } }
components: { server: { failures: { crash: { mtbf: 20 days, mttr: 1 day, repaired-by: crew, needs-spare: true } }, spares: { stock: 1, lead-time: 3 days }, restart: 3 min }, sensor: { failures: { stuck: { mtbf: 2 years, mttr: 1 h, latent: true } } } }
services:
  alarm: { component: sensor, replicas: 2, check: { every: 30 days, coverage: 80% }, maintenance: { every: 90 days, takes: 2 h } }
  web: { component: server, replicas: 3, needs: [db, store, alarm, till], health-check: { interval: 10 s, timeout: 2 s, unhealthy-threshold: 3, healthy-threshold: 2, slow-start: 1 min }, deploy: { every: 1 week, change-failure-rate: 5%, recovery: 1 h, canary: { bake: 9 min, catches: 90% } } }
  db:
    { component: server, replicas: 2, mode: active-passive, data: { size: 100 GB, change-rate: 1 GB/day },
      replication: { mode: async, lag: 2 s, max-lag: 1 h },
      failover: { detect: 30 s, decide: 5 min, promote: 40 s, redirect: { dns-ttl: 60 s }, success: 95%, retry: 7 min, rebuild: 2 h, failback: { after: 1 h, takes: 9 s }, false-positive: { mtbf: 1 year }, drift: 1%/month, drill: 90 days, needs: [alarm], demote-after: 45 s },
      backup: [${POLICY}, ${POLICY}] }
  till: { component: server, in: [east, west], replicas: 3, reschedule: { after: 8 min, start: 50 s }, load: 200%, overload: { above: 120%, then: crash, after: 6 min } }
  cache: { component: server, replicas: 2, mode: active-passive, failover: { redirect: 4 s } }
  store: { component: server, replicas: 3, mode: quorum, elect: 8 s, needs: [cache] }
shocks: { release: { mtbf: 1 year, mttr: 20 min, hits: [web] } }
targets: { rto: { component: 1 h }, rpo: 5 min }
experiments: { drill: { fail: [region, db], for: 1 day, after: 1 min } }
entry: web
`;
const EVERY = parseModel(EVERYTHING);

/** Where a distribution, or a number of seconds, stands in plain data; a list counts as its entries. */
function placesOf(at: unknown, path: string[] = []): string[] {
  if (Array.isArray(at)) return at.flatMap((each) => placesOf(each, path));
  if (/Seconds$/.test(path.at(-1) ?? '')) return [path.join('.')];
  if (typeof at !== 'object' || at === null) return [];
  if ('kind' in at && /^(constant|exponential|uniform|triangular|lognormal|weibull|gamma|empirical)$/.test(String(at.kind))) {
    return [path.join('.')];
  }
  return Object.entries(at).flatMap(([key, each]) => placesOf(each, [...path, key]));
}

const LISTED = new Set([...Object.keys(SERVICE_TIMES).map((path) => `services.${path}`), ...Object.keys(OTHER_TIMES)]);
const paths = Object.keys(SERVICE_TIMES) as ServiceTimePath[];

describe('the list of times', () => {
  test('has every time that stands in a model of the gallery, or in one with everything', () => {
    const models: readonly Model[] = [EVERY, ...gallery().map(([, text]) => parseModel(text))];
    const found = new Set(models.flatMap((model) => placesOf({ ...model, warnings: [] })));
    expect([...found].filter((path) => !LISTED.has(path))).toEqual([]);
    expect([...LISTED].filter((path) => !found.has(path))).toEqual([]);
  });

  test('reads and writes each where it stands, and nothing beside it', () => {
    for (const path of paths) {
      const owner = EVERY.services.find((service) => timeAt(service, path) !== null)!;
      expect(alike(withTime(owner, path, timeAt(owner, path)), owner), path).toBe(true);
      const changed = withTime(owner, path, { kind: 'constant', value: 4711 });
      expect(timeAt(changed, path), path).toEqual({ kind: 'constant', value: 4711 });
      for (const other of paths) if (other !== path) expect(timeAt(changed, other)).toEqual(timeAt(owner, other));
      expect(placesOf(changed)).toEqual(placesOf(owner));
    }
  });

  test('is printed as a whole, each time under the keys that it is written by', () => {
    const text = expandModel(EVERYTHING);
    for (const path of paths) {
      const last = SERVICE_TIMES[path].written.split('.').at(-1)!;
      expect(text, path).toMatch(new RegExp(`\\b${last}: `));
    }
    expect(parseModel(text).services).toEqual(EVERY.services);
  });

  test('is made longer and shorter by the tornado, each time that does something and is more than a limit', () => {
    const names = new Set(timeInputs(EVERY).map(({ name }) => name));
    const expected = EVERY.services.flatMap((service) =>
      timesOf(service).flatMap(([path, { name, written, input }]) =>
        input === null || isConstantZero(timeAt(service, path)!) ? [] : [`${service.name} ${name ?? written}`],
      ),
    );
    expect(expected.length).toBeGreaterThan(15);
    expect(expected.filter((name) => !names.has(name))).toEqual([]);
  });

  test.each<[TimeReality, (model: Model) => Model]>([
    ['detection', withoutDetection],
    ['failoverTime', withoutFailoverTime],
    ['failoverFailure', withoutFailoverFailure],
    ['data', withoutData],
  ])('leaves none of %s in the model without it', (reality, without) => {
    const left = (model: Model) =>
      model.services.flatMap((service) =>
        timesOf(service).filter(([path, time]) => time.reality === reality && !isConstantZero(timeAt(service, path)!)),
      );
    expect(left(EVERY).length).toBeGreaterThan(0);
    expect(left(without(EVERY)).map(([path]) => path)).toEqual([]);
  });

  test('says of each delay of a failover what it takes so long to do, or that the chain has a rate for it', () => {
    const silent = (Object.entries(SERVICE_TIMES) as [string, ServiceTime][]).filter(
      ([, { input, toDo, chain, reality }]) => input !== null && reality !== 'data' && toDo === null && chain === null,
    );
    expect(silent).toEqual([]);
  });

  test('says how often a recovery waits for each time: the bound on what was not seen grows by so much', () => {
    const waited = EVERY.services.flatMap((service) =>
      paths.flatMap((path) => {
        const time = timeAt(service, path);
        if (time === null) return [];
        const longer = withTime(service, path, { kind: 'constant', value: mean(time) + 64 });
        const of = (each: Service) => recoveryBesides({ ...EVERY, services: [each] });
        expect((of(longer) - of(service)) / 64, path).toBeCloseTo(SERVICE_TIMES[path].recovers(service), 9);
        return SERVICE_TIMES[path].recovers(service) > 0 ? [path] : [];
      }),
    );
    expect(new Set(waited)).toEqual(new Set(paths.filter((path) => SERVICE_TIMES[path].reality !== 'data' && !/failback|rebuild|false|drill|demote|crash|maintenance|deploy.every|deploy.recovery/i.test(path))));
  });
});
