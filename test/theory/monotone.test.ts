import alea from 'seedrandom/lib/alea.js';
import { describe, expect, test } from 'vitest';
import type { Estimate, Report } from '../../src/analysis/report.ts';
import { expectExact, live, meanOf } from './harness.ts';

/*
 * What ought to help never hurts its own figure beyond the interval. Both models of a comparison live through the same
 * failures, so that hardly anything but the difference is left.
 */
const MODELS = 5;

interface Values {
  replicas: number;
  required: number;
  detect: string;
  promote: string;
  rebuild: string;
  mttr: string;
  full: string;
  restorable: string;
  restore: string;
  copies: string;
  sites: string;
}

/** A system whose other values are random, but the same for the better and the worse. */
function values(seed: number): Values {
  const random = alea(`monotone ${seed}`, { state: true });
  const pick = <T>(...items: readonly T[]): T => items[Math.floor(random() * items.length)];
  return {
    replicas: 2,
    required: 1,
    detect: pick('1 min', 'exponential(10 min)', 'uniform(0 min, 1 h)'),
    promote: pick('5 min', 'exponential(10 min)', 'lognormal(5 min, 2 h)'),
    rebuild: pick('0 s', '3 h', 'exponential(6 h)'),
    mttr: pick('4 h', 'constant(6 h)', 'lognormal(1 h, 12 h)'),
    full: pick('1 day', '2 days'),
    restorable: pick('100%', '80%'),
    restore: pick('100 MB/s', '20 MB/s'),
    copies: 'east, west',
    sites: 'east, west',
  };
}

const system = (kind: 'fleet' | 'pair' | 'store' | 'sites', v: Values) => `domains:
  east: { kind: region, failures: { outage: { mtbf: 40 days, mttr: 12 h } } }
  west: { kind: region, failures: { outage: { mtbf: 40 days, mttr: 12 h } } }
components: { unit: { failures: { crash: { mtbf: 10 days, mttr: '${v.mttr}' }${kind === 'store' ? ", disk: { mtbf: 30 days, mttr: 1 h, data: lost }" : ''} } } }
services:
${
  {
    fleet: `  s: { component: unit, replicas: ${v.replicas}, required: ${v.required} }`,
    pair: `  s: { component: unit, replicas: ${v.replicas}, mode: active-passive, replication: { mode: async, lag: 30 s }, failover: { detect: '${v.detect}', promote: '${v.promote}', rebuild: '${v.rebuild}' } }`,
    store: `  s: { component: unit, data: { size: 500 GB, change-rate: 20 GB/day }, backup: { full: ${v.full}, retention: 30 days, restorable: ${v.restorable}, restore-rate: ${v.restore}, copies: [${v.copies}] } }`,
    sites: `  s: { of: app, sites: [${v.sites}], mode: active-passive, failover: { detect: '${v.detect}', promote: '${v.promote}' } }\n  app: { component: unit, replicas: ${v.replicas}, required: ${v.required} }`,
  }[kind]
}
entry: s`;

type Figure = (report: Report) => Estimate;
const unavailability: Figure = ({ availability: { mean, ci95 } }) => ({ mean: 1 - mean, ci95: [1 - ci95[1], 1 - ci95[0]] });
const recovery: Figure = ({ recoveryTime }) => meanOf(recoveryTime);
// Of what can be restored: what might be lost for good has no mean.
const loss: Figure = ({ dataLoss }) => dataLoss.restorablePerYear;
const lossPerYear: Figure = ({ dataLoss }) => dataLoss.restorablePerYear;
const LIVES = { replications: 40, years: 5 };

describe('what helps never hurts beyond its interval', () => {
  const steps: readonly [name: string, kind: Parameters<typeof system>[0], figure: Figure, values: readonly Partial<Values>[]][] = [
    ['more replicas', 'fleet', unavailability, [{ replicas: 1 }, { replicas: 2 }, { replicas: 3 }]],
    ['fewer of them required', 'fleet', unavailability, [{ replicas: 3, required: 3 }, { replicas: 3, required: 2 }, { replicas: 3 }]],
    ['faster repair', 'fleet', unavailability, [{ mttr: '8 h' }, { mttr: '4 h' }, { mttr: '10 min' }]],
    ['more standbys', 'pair', unavailability, [{ replicas: 2 }, { replicas: 3 }, { replicas: 4 }]],
    ['more standbys: recovery', 'pair', recovery, [{ replicas: 2 }, { replicas: 3 }]],
    ['faster detection', 'pair', recovery, [{ detect: '1 h' }, { detect: '10 min' }, { detect: '0 s' }]],
    ['faster promotion', 'pair', unavailability, [{ promote: '1 h' }, { promote: '10 min' }, { promote: '0 s' }]],
    ['faster catching up', 'pair', lossPerYear, [{ rebuild: '1 day' }, { rebuild: '3 h' }, { rebuild: '0 s' }]],
    ['more frequent backups', 'store', loss, [{ full: '2 days' }, { full: '1 day' }, { full: '6 h' }]],
    ['better backups', 'store', loss, [{ restorable: '50%' }, { restorable: '90%' }, { restorable: '100%' }]],
    ['faster restores', 'store', recovery, [{ restore: '10 MB/s' }, { restore: '50 MB/s' }, { restore: '500 MB/s' }]],
    ['more copies of backups', 'store', unavailability, [{ copies: 'east' }, { copies: 'east, west' }]],
    ['a second site', 'sites', unavailability, [{ sites: 'east' }, { sites: 'east, west' }]],
    ['more replicas in each site', 'sites', unavailability, [{ replicas: 1 }, { replicas: 2 }, { replicas: 3 }]],
  ];
  for (const [name, kind, figure, rising] of steps) {
    test(name, () => {
      for (let seed = 0; seed < MODELS; seed++) {
        const figures = rising.map((more) => figure(live(system(kind, { ...values(seed), ...more }), LIVES)));
        figures.slice(1).forEach((better, i) => expect(better.mean, `model ${seed}, step ${i}`).toBeLessThanOrEqual(figures[i].ci95[1]));
        // And all of the way does help.
        expect(figures[figures.length - 1].mean, `model ${seed}`).toBeLessThan(figures[0].mean * (1 + 1e-9));
      }
    });
  }
});

test('the availability of a fleet is that of the formula', () => {
  const { availability } = live(system('fleet', { ...values(0), mttr: '4 h' }), { replications: 400, years: 10 });
  expectExact(availability, 1 - (4 / 244) ** 2);
});
