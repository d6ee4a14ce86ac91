import { binomialLosses, chanceOf, chanceOfRange, type Losses } from './binomial.ts';
import type { Diagram } from './diagram.ts';
import type { Meaning } from './variables.ts';

/**
 * Chances over a diagram of what is down: one pass up, and as many down as are asked for (Bryant 1986; Dutuit & Rauzy
 * 2001).
 */
export interface Chances {
  /** That the function is 1. */
  readonly total: number;
  /** The nodes that can be reached, ends included, those with smaller numbers first. */
  readonly nodes: Int32Array;
  /** [place in `nodes`] chance that the function is 1 once a way down has come to this node. */
  readonly below: Float64Array;
  /**
   * [place in `nodes`] chance that a way down comes to each node.
   * @param given variables that are 0 for certain
   */
  reach(given?: ReadonlySet<number>): Float64Array;
  /**
   * How fast `below` of a node that asks for a number of members rises with the chance that a given one of them is
   * lost, as if all the others were asked first: Σ P(j of the others are lost) × (below with j + 1 − below with j).
   */
  steepness(place: number): number;
  /** Place of the node in `nodes`. */
  childPlace(run: number): number;
}

export function chancesOf(diagram: Diagram, meanings: readonly Meaning[], root: number): Chances {
  const nodes = reachable(diagram, root);
  const placeOf = new Int32Array(nodes[nodes.length - 1] + 1);
  nodes.forEach((node, place) => (placeOf[node] = place));
  const childPlace = (run: number) => placeOf[diagram.childOf(run)];
  const firstChance = firstChances(diagram, nodes);
  const runChance = new Float64Array(firstChance[nodes.length]);
  setRunChances(runChance, diagram, nodes, lossesBy(meanings, 0));
  const below = sumsBelow(diagram, nodes, firstChance, runChance, childPlace);
  const others = lossesBy(meanings, 1);

  function reach(given: ReadonlySet<number> = new Set()): Float64Array {
    const reached = new Float64Array(nodes.length);
    reached[nodes.length - 1] = 1;
    for (let place = nodes.length - 1; place >= 0; place--) {
      const variable = diagram.variableOf(nodes[place]);
      if (variable < 0 || reached[place] === 0) continue;
      const first = diagram.firstRun(nodes[place]);
      if (given.has(variable)) {
        reached[childPlace(first)] += reached[place];
        continue;
      }
      for (let i = firstChance[place]; i < firstChance[place + 1]; i++) {
        reached[childPlace(first + i - firstChance[place])] += reached[place] * runChance[i];
      }
    }
    return reached;
  }

  function steepness(place: number): number {
    const node = nodes[place];
    const losses = others(diagram.variableOf(node));
    let sum = 0;
    for (let run = diagram.firstRun(node) + 1; run < diagram.endRun(node); run++) {
      sum += chanceOf(losses, diagram.startOf(run) - 1) * (below[childPlace(run)] - below[childPlace(run - 1)]);
    }
    return sum;
  }

  return { total: Math.min(1, below[nodes.length - 1]), nodes, below, reach, steepness, childPlace };
}

/** [variable] how many of what it stands for are lost, each worked out once; of so many less than all. */
function lossesBy(meanings: readonly Meaning[], less: number): (variable: number) => Losses {
  const known = new Map<number, Losses>();
  return (variable) => {
    let losses = known.get(variable);
    if (losses === undefined) {
      const meaning = meanings[variable];
      const alive = meaning.kind === 'lost' ? meaning.alive : 1;
      known.set(variable, (losses = binomialLosses(alive - less, meaning.down)));
    }
    return losses;
  };
}

/** [place] where the chances of a node's runs begin, when they stand in a row in the order of their nodes. */
function firstChances(diagram: Diagram, nodes: Int32Array): Int32Array {
  const firstChance = new Int32Array(nodes.length + 1);
  nodes.forEach((node, place) => {
    const runs = diagram.variableOf(node) < 0 ? 0 : diagram.endRun(node) - diagram.firstRun(node);
    firstChance[place + 1] = firstChance[place] + runs;
  });
  return firstChance;
}

/** Sets the chance of each run of each node, in that order. */
function setRunChances(
  chances: Float64Array,
  diagram: Diagram,
  nodes: Int32Array,
  lossesOf: (variable: number) => Losses,
): void {
  let place = 0;
  for (const node of nodes) {
    const variable = diagram.variableOf(node);
    if (variable < 0) continue;
    const losses = lossesOf(variable);
    const end = diagram.endRun(node);
    for (let run = diagram.firstRun(node); run < end; run++) {
      const next = run + 1 < end ? diagram.startOf(run + 1) : Infinity;
      chances[place++] = chanceOfRange(losses, diagram.startOf(run), next);
    }
  }
}

/** [place] chance that the function is 1 below a node. */
function sumsBelow(
  diagram: Diagram,
  nodes: Int32Array,
  firstChance: Int32Array,
  runChance: Float64Array,
  childPlace: (run: number) => number,
): Float64Array {
  const below = new Float64Array(nodes.length);
  nodes.forEach((node, place) => {
    if (diagram.variableOf(node) < 0) {
      below[place] = diagram.valueOf(node);
      return;
    }
    const first = diagram.firstRun(node);
    // Those with more lost are the less likely ones.
    for (let run = diagram.endRun(node) - 1; run >= first; run--) {
      below[place] += runChance[firstChance[place] + run - first] * below[childPlace(run)];
    }
  });
  return below;
}

function reachable(diagram: Diagram, root: number): Int32Array {
  const seen = new Set([root]);
  for (const node of seen) {
    if (diagram.variableOf(node) < 0) continue;
    for (let run = diagram.firstRun(node); run < diagram.endRun(node); run++) seen.add(diagram.childOf(run));
  }
  return Int32Array.from(seen).sort();
}
