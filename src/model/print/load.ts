import { writeShare } from '../../units/index.ts';
import { clock } from '../../units/hours.ts';
import type { Load, TrafficStep } from '../model.ts';
import { writeConstant } from './times.ts';
import { present, type Printed } from './tree.ts';

export function printTraffic(steps: readonly TrafficStep[]): Printed | undefined {
  if (steps.length === 0) return undefined;
  return { daily: new Map(steps.map(({ fromSeconds, share }) => [clock(fromSeconds), writeShare(share)])) };
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
