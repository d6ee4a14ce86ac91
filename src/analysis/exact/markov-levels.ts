/**
 * A chain and the coarser ones above it, each with about half of the states: groups of those between which moves are
 * fastest.
 */
export interface Level {
  readonly states: number;
  /** CSR: the states from which moves lead into each, and at which rate. */
  readonly offsets: Int32Array;
  readonly from: Int32Array;
  readonly perSecond: Float64Array;
  /** [state] sum of the rates of moves out of it. */
  readonly leaving: Float64Array;
  /** [state] its group in the next level; [move] the move between groups that it is part of, −1: it stays in one. */
  readonly group: Int32Array;
  readonly groupMove: Int32Array;
  /** null: few enough to be solved directly. */
  readonly coarser: Level | null;
}

/** Up to so many states are solved directly. */
const FEW_STATES = 48;

type Moves = Pick<Level, 'states' | 'offsets' | 'from' | 'perSecond' | 'leaving'>;

export function buildLevels(moves: Moves): Level {
  const { states, offsets, from } = moves;
  const { group, groups } = states <= FEW_STATES ? { group: new Int32Array(0), groups: states } : pairUp(moves);
  if (states <= FEW_STATES || groups === states)
    return { ...moves, group, groupMove: new Int32Array(0), coarser: null };

  const index = new Map<number, number>();
  const groupMove = new Int32Array(from.length).fill(-1);
  const rates: number[] = [];
  for (let to = 0; to < states; to++) {
    for (let k = offsets[to]; k < offsets[to + 1]; k++) {
      if (group[from[k]] === group[to]) continue;
      const key = group[to] * groups + group[from[k]];
      let move = index.get(key);
      if (move === undefined) index.set(key, (move = rates.push(0) - 1));
      rates[move] += moves.perSecond[k];
      groupMove[k] = move;
    }
  }
  // In the order of where they lead.
  const keys = [...index.keys()].sort((a, b) => a - b);
  const place = new Int32Array(keys.length);
  const coarse = {
    offsets: new Int32Array(groups + 1),
    from: new Int32Array(keys.length),
    perSecond: new Float64Array(keys.length),
    leaving: new Float64Array(groups),
  };
  keys.forEach((key, at) => {
    const move = index.get(key)!;
    place[move] = at;
    coarse.from[at] = key % groups;
    coarse.offsets[Math.floor(key / groups) + 1]++;
    coarse.perSecond[at] = rates[move];
    coarse.leaving[coarse.from[at]] += rates[move];
  });
  for (let i = 0; i < groups; i++) coarse.offsets[i + 1] += coarse.offsets[i];
  for (let k = 0; k < groupMove.length; k++) if (groupMove[k] >= 0) groupMove[k] = place[groupMove[k]];
  return { ...moves, group, groupMove, coarser: buildLevels({ states: groups, ...coarse }) };
}

/**
 * Each state with the one that it is tied to most: by the sum of the rates of the moves between them, the fastest
 * first.
 */
function pairUp({ states, offsets, from, perSecond }: Moves): { group: Int32Array; groups: number } {
  const tied = new Int32Array(states).fill(-1);
  const strength = new Float64Array(states);
  for (let to = 0; to < states; to++) {
    for (let k = offsets[to]; k < offsets[to + 1]; k++) {
      for (const [state, other] of [
        [to, from[k]],
        [from[k], to],
      ]) {
        if (perSecond[k] <= strength[state]) continue;
        strength[state] = perSecond[k];
        tied[state] = other;
      }
    }
  }
  const order = Int32Array.from(tied.keys()).sort((a, b) => strength[b] - strength[a] || a - b);
  const group = new Int32Array(states).fill(-1);
  let groups = 0;
  for (const state of order) {
    if (group[state] >= 0) continue;
    // Whoever is tied to one that has found its group joins that.
    if (group[tied[state]] < 0) group[tied[state]] = groups++;
    group[state] = group[tied[state]];
  }
  return { group, groups };
}
