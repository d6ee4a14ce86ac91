/** Services and whom they need or want, as indices. */
export type Graph = readonly (readonly number[])[];

/**
 * One circle out of each knot of nodes that reach each other, and an order in which every node that is in no
 * knot, nor behind one, comes after all that point to it. Iterative: a model may be a chain of thousands.
 */
export function orderGraph(graph: Graph): { order: number[]; circles: number[][] } {
  const pointedAt = new Array<number>(graph.length).fill(0);
  for (const targets of graph) for (const target of targets) pointedAt[target]++;
  const order: number[] = [];
  for (let i = 0; i < graph.length; i++) if (pointedAt[i] === 0) order.push(i);
  for (let next = 0; next < order.length; next++) {
    for (const target of graph[order[next]]) if (--pointedAt[target] === 0) order.push(target);
  }
  return { order, circles: order.length === graph.length ? [] : circles(graph) };
}

/** Nobody repairs more at once, and a hostile graph has more circles than time to walk them. */
const MAX_CIRCLES = 20;

/**
 * Depth first: whatever points back to a node on the path closes a circle. Circles share no node: the
 * others are seen once these are gone.
 */
function circles(graph: Graph): number[][] {
  const found: number[][] = [];
  const taken = new Set<number>();
  const state = new Array<'new' | 'open' | 'done'>(graph.length).fill('new');
  for (let root = 0; root < graph.length && found.length < MAX_CIRCLES; root++) {
    if (state[root] !== 'new') continue;
    const path: { node: number; next: number }[] = [{ node: root, next: 0 }];
    state[root] = 'open';
    while (path.length > 0 && found.length < MAX_CIRCLES) {
      const top = path[path.length - 1];
      if (top.next >= graph[top.node].length) {
        state[top.node] = 'done';
        path.pop();
        continue;
      }
      const target = graph[top.node][top.next++];
      if (state[target] === 'new') {
        state[target] = 'open';
        path.push({ node: target, next: 0 });
      } else if (state[target] === 'open' && !taken.has(target) && !taken.has(top.node)) {
        const circle = path.slice(path.findIndex(({ node }) => node === target)).map(({ node }) => node);
        if (circle.some((node) => taken.has(node))) continue;
        for (const node of circle) taken.add(node);
        found.push(circle);
      }
    }
  }
  return found;
}

/** Everything that can be reached from a node, itself included. */
export function reachableFrom(graph: Graph, start: number): Set<number> {
  const reached = new Set([start]);
  for (const node of reached) for (const target of graph[node]) reached.add(target);
  return reached;
}
