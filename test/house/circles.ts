import { importsOf } from './imports.ts';
import type { House } from './sources.ts';

export type Graph = Map<string, Set<string>>;

/** Who imports whom, file by file. */
export function fileGraph(house: House): Graph {
  const importedBy = (file: string) => importsOf(house, file).flatMap(({ target }) => target ?? []);
  return new Map(house.sources.map((file) => [file, new Set(importedBy(file).filter((target) => target !== file))]));
}

/**
 * For each folder, who among its own files and folders imports whom: an import between two files counts in the folder
 * that holds both, as one between what holds the first there and what holds the second.
 */
export function folderGraphs(house: House): Map<string, Graph> {
  const graphs = new Map<string, Graph>();
  for (const [file, targets] of fileGraph(house)) {
    for (const target of targets) {
      const [from, to] = [file.split('/'), target.split('/')];
      let depth = 0;
      while (from[depth] === to[depth]) depth++;
      const [folder, one, other] = [from.slice(0, depth), from.slice(0, depth + 1), to.slice(0, depth + 1)].map((parts) => parts.join('/'));
      let graph = graphs.get(folder);
      if (graph === undefined) graphs.set(folder, (graph = new Map()));
      graph.set(one, (graph.get(one) ?? new Set()).add(other));
      if (!graph.has(other)) graph.set(other, new Set());
    }
  }
  return graphs;
}

/** The sets of two and more that reach each other (Tarjan 1972), each sorted. */
export function circlesOf(graph: Graph): string[][] {
  const found: string[][] = [];
  const seen = new Map<string, { index: number; low: number; open: boolean }>();
  const path: string[] = [];
  const visit = (node: string) => {
    const own = { index: seen.size, low: seen.size, open: true };
    seen.set(node, own);
    path.push(node);
    for (const next of graph.get(node) ?? []) {
      const other = seen.get(next) ?? visit(next);
      if (other.open) own.low = Math.min(own.low, other.low);
    }
    if (own.low === own.index) {
      const circle = path.splice(path.indexOf(node));
      for (const member of circle) seen.get(member)!.open = false;
      if (circle.length > 1) found.push(circle.sort());
    }
    return own;
  };
  for (const node of graph.keys()) if (!seen.has(node)) visit(node);
  return found;
}
