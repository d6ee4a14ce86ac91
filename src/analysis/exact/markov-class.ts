import type { Chain } from './markov-states.ts';

/**
 * The states to which a chain returns for ever, in ascending order; null: which those are depends on chance. Strongly
 * connected components by Tarjan's algorithm (1972), with a stack of its own; the class is the one component that no
 * move leaves.
 */
export function recurrentClass({ states, from, to }: Chain): Int32Array | null {
  const offsets = new Int32Array(states + 1);
  for (const state of from) offsets[state + 1]++;
  for (let state = 0; state < states; state++) offsets[state + 1] += offsets[state];

  const order = new Int32Array(states).fill(-1);
  const low = new Int32Array(states);
  const component = new Int32Array(states).fill(-1);
  const next = offsets.slice(0, states);
  const path: number[] = [];
  const open: number[] = [];
  let visited = 0;
  let components = 0;
  const enter = (state: number) => {
    order[state] = low[state] = visited++;
    path.push(state);
    open.push(state);
  };
  // All states are reached from the first.
  enter(0);
  while (path.length > 0) {
    const state = path[path.length - 1];
    if (next[state] < offsets[state + 1]) {
      const target = to[next[state]++];
      if (order[target] < 0) enter(target);
      else if (component[target] < 0) low[state] = Math.min(low[state], order[target]);
      continue;
    }
    path.pop();
    if (path.length > 0) low[path[path.length - 1]] = Math.min(low[path[path.length - 1]], low[state]);
    if (low[state] !== order[state]) continue;
    for (let member = -1; member !== state;) {
      member = open.pop()!;
      component[member] = components;
    }
    components++;
  }
  const isLeft = new Uint8Array(components);
  from.forEach((state, move) => {
    if (component[state] !== component[to[move]]) isLeft[component[state]] = 1;
  });
  const kept = isLeft.indexOf(0);
  if (isLeft.indexOf(0, kept + 1) >= 0) return null;
  return Int32Array.from(component.keys()).filter((state) => component[state] === kept);
}
