import type { Distribution } from '../../random/distribution.ts';
import { writeTime } from '../../units/index.ts';
import { timeAt } from '../time-path.ts';
import { SERVICE_TIMES, type ServiceTime } from '../times.ts';
import type { Printed } from './tree.ts';

/** A distribution as the language writes it, by its name: `lognormal(45 min, 4 h)`. */
export function writeDistribution(d: Distribution): string {
  switch (d.kind) {
    case 'constant':
      return `constant(${writeTime(d.value)})`;
    case 'exponential':
      return `exponential(${writeTime(d.mean)})`;
    case 'uniform':
      return `uniform(${writeTime(d.min)}, ${writeTime(d.max)})`;
    case 'triangular':
      return `triangular(${writeTime(d.min)}, ${writeTime(d.mode)}, ${writeTime(d.max)})`;
    case 'lognormal':
      return `lognormal(${writeTime(d.median)}, ${writeTime(d.p95)})`;
    case 'weibull':
    case 'gamma':
      return `${d.kind}(${d.shape}, ${writeTime(d.mean)})`;
    case 'empirical':
      return `empirical(${d.values.map(writeTime).join(', ')})`;
  }
}

/** The same where a bare duration would be exponential (`mtbf`, `mttr`): then the mean is enough. */
export function writeExponential(d: Distribution): string {
  if (d.kind === 'exponential') return writeTime(d.mean);
  return d.kind === 'constant' && d.value === 0 ? '0 s' : writeDistribution(d);
}

/** The same where a bare duration is constant: everywhere else. */
export function writeConstant(d: Distribution): string {
  return d.kind === 'constant' ? writeTime(d.value) : writeDistribution(d);
}

interface Keys {
  [key: string]: string | Keys;
}

/**
 * The times of a service that are written under one of its keys, by the keys in that; without those that are not there.
 */
export function printTimes(service: object, under: string): Readonly<Record<string, Printed>> {
  const printed: Keys = {};
  for (const [path, { written, input }] of Object.entries<ServiceTime>(SERVICE_TIMES)) {
    const time = written.startsWith(`${under}.`) ? timeAt(service, path) : null;
    if (time === null) continue;
    const keys = written.slice(under.length + 1).split('.');
    const last = keys.pop()!;
    let at = printed;
    for (const key of keys) at = (at[key] ??= {}) as Keys;
    at[last] = input === 'mtbf' ? writeExponential(time) : writeConstant(time);
  }
  return printed;
}
