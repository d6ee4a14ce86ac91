/** A continuous-time Markov chain by its transitions: from a state to others, each at a rate. States are told apart by their JSON. */
export type Transitions<S> = (state: S) => readonly (readonly [rate: number, next: S])[];

export interface Solved<S> {
  /** Long-run share of time in states for which the predicate holds. */
  share(predicate: (state: S) => boolean): number;
  /** Long-run rate of moves from states where the predicate fails to states where it holds. */
  entries(predicate: (state: S) => boolean): number;
  readonly states: readonly S[];
}

/** Solves πQ = 0, Σπ = 1 over the states that can be reached from the given one (Gauss, with row pivoting). */
export function solveChain<S>(start: S, transitions: Transitions<S>): Solved<S> {
  const index = new Map([[JSON.stringify(start), 0]]);
  const states = [start];
  const moves: [number, number, number][] = [];
  for (let i = 0; i < states.length; i++) {
    for (const [rate, next] of transitions(states[i])) {
      const key = JSON.stringify(next);
      if (!index.has(key)) index.set(key, states.push(next) - 1);
      moves.push([i, index.get(key)!, rate]);
    }
  }
  const n = states.length;
  // Row j: flow into state j minus flow out of it; the last row is replaced by the sum of all.
  const a = Array.from({ length: n }, () => new Float64Array(n + 1));
  for (const [from, to, rate] of moves) {
    a[to][from] += rate;
    a[from][from] -= rate;
  }
  a[n - 1].fill(1);
  for (let column = 0; column < n; column++) {
    let pivot = column;
    for (let row = column + 1; row < n; row++) if (Math.abs(a[row][column]) > Math.abs(a[pivot][column])) pivot = row;
    [a[column], a[pivot]] = [a[pivot], a[column]];
    for (let row = 0; row < n; row++) {
      if (row === column) continue;
      const factor = a[row][column] / a[column][column];
      if (factor === 0) continue;
      for (let k = column; k <= n; k++) a[row][k] -= factor * a[column][k];
    }
  }
  const pi = states.map((_, i) => a[i][n] / a[i][i]);
  return {
    states,
    share: (predicate) => states.reduce((sum, state, i) => sum + (predicate(state) ? pi[i] : 0), 0),
    entries: (predicate) =>
      moves.reduce((sum, [from, to, rate]) => sum + (!predicate(states[from]) && predicate(states[to]) ? pi[from] * rate : 0), 0),
  };
}
