import { writeShare } from '../../units/index.ts';
import { clock } from '../../units/hours.ts';
import type { Load } from '../load.ts';
import type { Model } from '../model.ts';
import { writeConstant } from './times.ts';
import { present, type Printed } from './tree.ts';

export function printTraffic({ traffic, trafficBySite, domains }: Model): Printed | undefined {
  if (traffic.length === 0 && trafficBySite.length === 0) return undefined;
  const map = <T>(of: readonly T[], entry: (each: T) => [string, string]) =>
    of.length === 0 ? undefined : new Map(of.map(entry));
  return present({
    daily: map(traffic, ({ fromSeconds, share }) => [clock(fromSeconds), writeShare(share)]),
    'by-site': map(trafficBySite, ({ domain, share }) => [domains[domain].name, writeShare(share)]),
  });
}

export function printLoad({ worth, above, crash }: Load): Readonly<Record<string, Printed>> {
  return {
    load: writeShare(worth),
    overload: present({
      above: writeShare(above),
      then: crash === null ? 'shed' : 'crash',
      after: crash === null ? undefined : writeConstant(crash.after),
    }),
  };
}
