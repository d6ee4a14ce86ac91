import type { Irreducible } from './markov-balance.ts';

/** The moves into each state, as in `Irreducible`. */
type Moves = Pick<Irreducible, 'states' | 'offsets' | 'from' | 'perSecond'>;

/**
 * State reduction of Grassmann, Taksar & Heyman (1985): states are taken out one by one, and their moves divided among
 * those that are left. Nothing is subtracted, so that the smallest share keeps all its digits.
 */
export function eliminate({ states: n, offsets, from, perSecond }: Moves): Float64Array {
  const rates = new Float64Array(n * n);
  for (let state = 0; state < n; state++)
    for (let k = offsets[state]; k < offsets[state + 1]; k++) rates[from[k] * n + state] += perSecond[k];
  for (let k = n - 1; k > 0; k--) {
    let leaving = 0;
    for (let j = 0; j < k; j++) leaving += rates[k * n + j];
    for (let i = 0; i < k; i++) {
      const into = rates[i * n + k];
      if (into === 0) continue;
      const visits = into / leaving;
      rates[i * n + k] = visits;
      for (let j = 0; j < k; j++) rates[i * n + j] += visits * rates[k * n + j];
    }
  }
  const shares = new Float64Array(n);
  shares[0] = 1;
  let sum = 1;
  for (let k = 1; k < n; k++) {
    for (let i = 0; i < k; i++) shares[k] += shares[i] * rates[i * n + k];
    sum += shares[k];
  }
  return shares.map((share) => share / sum);
}
