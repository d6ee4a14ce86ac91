import { AT_ONCE, type Distribution } from '../../random/distribution.ts';

/** A distribution's arguments in order. Times are in seconds and not negative, shapes are plain numbers. */
interface Signature {
  readonly args: readonly string[];
  readonly written: string;
  readonly build: (values: readonly number[]) => Distribution;
}

export const SIGNATURES: ReadonlyMap<string, Signature> = new Map<string, Signature>([
  [
    'exponential',
    {
      args: ['mean'],
      written: 'exponential(mean)',
      build: ([mean]) => (mean === 0 ? AT_ONCE : { kind: 'exponential', mean }),
    },
  ],
  ['constant', { args: ['time'], written: 'constant(time)', build: ([value]) => ({ kind: 'constant', value }) }],
  [
    'uniform',
    { args: ['min', 'max'], written: 'uniform(min, max)', build: ([min, max]) => ({ kind: 'uniform', min, max }) },
  ],
  [
    'triangular',
    {
      args: ['min', 'mode', 'max'],
      written: 'triangular(min, mode, max)',
      build: ([min, mode, max]) => ({ kind: 'triangular', min, mode, max }),
    },
  ],
  [
    'lognormal',
    {
      args: ['median', 'p95'],
      written: 'lognormal(median, p95)',
      build: ([median, p95]) => ({ kind: 'lognormal', median, p95 }),
    },
  ],
  [
    'weibull',
    {
      args: ['shape', 'mean'],
      written: 'weibull(shape, mean)',
      build: ([shape, mean]) => ({ kind: 'weibull', shape, mean }),
    },
  ],
  [
    'gamma',
    {
      args: ['shape', 'mean'],
      written: 'gamma(shape, mean)',
      build: ([shape, mean]) => ({ kind: 'gamma', shape, mean }),
    },
  ],
  ['empirical', { args: [], written: 'empirical(t1, t2, …)', build: (values) => ({ kind: 'empirical', values }) }],
]);

/** The names of the distributions, as the language writes them. */
export const DISTRIBUTION_NAMES: readonly string[] = [...SIGNATURES.keys()];

/** How each is written, for hover texts: `lognormal(median, p95)`. */
export const DISTRIBUTION_SIGNATURES: readonly string[] = [...SIGNATURES.values()].map(({ written }) => written);
