import type { Distribution } from '../../random/distribution.ts';

/** What becomes of a time: the same multiple of each. */
export type Stretch = (seconds: number) => number;

/** A distribution with all of its times longer or shorter: the same shape. */
export function stretched(d: Distribution, by: Stretch): Distribution {
  switch (d.kind) {
    case 'constant':
      return { kind: d.kind, value: by(d.value) };
    case 'exponential':
      return { kind: d.kind, mean: by(d.mean) };
    case 'uniform':
      return { kind: d.kind, min: by(d.min), max: by(d.max) };
    case 'triangular':
      return { kind: d.kind, min: by(d.min), mode: by(d.mode), max: by(d.max) };
    case 'lognormal':
      return { kind: d.kind, median: by(d.median), p95: by(d.p95) };
    case 'weibull':
    case 'gamma':
      return { kind: d.kind, shape: d.shape, mean: by(d.mean) };
    case 'empirical':
      return { kind: d.kind, values: d.values.map(by) };
  }
}
