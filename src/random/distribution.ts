/**
 * The distributions of the language, as plain data. Times are in seconds; every parameter is finite.
 * `lognormal` is given by its median and 95th percentile, `weibull` and `gamma` by shape and mean,
 * as practitioners quote them; conversions to textbook parameters live in this folder only.
 */
export type Distribution =
  | { readonly kind: 'constant'; readonly value: number }
  | { readonly kind: 'exponential'; readonly mean: number }
  | { readonly kind: 'uniform'; readonly min: number; readonly max: number }
  | { readonly kind: 'triangular'; readonly min: number; readonly mode: number; readonly max: number }
  | { readonly kind: 'lognormal'; readonly median: number; readonly p95: number }
  | { readonly kind: 'weibull'; readonly shape: number; readonly mean: number }
  | { readonly kind: 'gamma'; readonly shape: number; readonly mean: number }
  | { readonly kind: 'empirical'; readonly values: readonly number[] };

/** What takes no time. */
export const AT_ONCE: Distribution = { kind: 'constant', value: 0 };
