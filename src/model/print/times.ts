import type { Distribution } from '../../random/distribution.ts';
import { writeTime } from '../../units/index.ts';

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
