import { writeMoneyRate, writeShare, writeTime } from '../../units/index.ts';
import type { Sla } from '../sla.ts';
import { present, type Printed } from './tree.ts';

export function printSla({ errorRate, toleratesSeconds, excludes, windows }: Sla, currency: string): Printed {
  const credits = windows?.credits ?? [];
  return present({
    'error-rate': writeShare(errorRate),
    tolerates: toleratesSeconds === 0 ? undefined : writeTime(toleratesSeconds),
    promise: windows === null ? undefined : writeShare(windows.promise),
    window: windows?.window,
    fee: windows === null || windows.feePerSecond === 0 ? undefined : writeMoneyRate(windows.feePerSecond, currency),
    credits:
      credits.length === 0
        ? undefined
        : new Map(credits.map(({ below, share }) => [writeShare(below), writeShare(share)])),
    excludes: excludes.length === 0 ? undefined : [...excludes],
  });
}
