import type { Graph } from './graph.ts';
import type { Links } from './links.ts';

/** The services that stand in the sites of a service, as they are written. */
export type Stack = ReadonlySet<number>;

const NOTHING: Stack = new Set();

/**
 * For each service that works on sites what stands in each of them: the service that `of` names and all that this one
 * needs or wants, but for what has an `in` of its own, which all sites share. Sites within a site count with their
 * stacks.
 */
export function resolveStacks(graph: Graph, links: readonly Links[]): readonly Stack[] {
  return links.map(({ of }) => {
    if (of < 0 || links[of].fixed) return NOTHING;
    const stack = new Set([of]);
    for (const service of stack) {
      for (const target of graph[service]) if (!links[target].fixed) stack.add(target);
    }
    return stack;
  });
}
