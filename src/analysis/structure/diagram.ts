/** A diagram, or what is made of it, would take more room or time than is allowed. */
export class TooLarge extends Error {}

/** Hundreds of megabytes, or seconds, begin beyond these. */
const MOST_NODES = 500_000;
const MOST_RUNS = 1_500_000;
const MOST_STEPS = 6_000_000;
/** Every function here recurses once a level. */
const MOST_LEVELS = 3_000;
/** Variables at one level. */
const MOST_AT_LEVEL = 4_096;

const OP = { add: 0, multiply: 1, multiplyOrNothing: 2 } as const;

/**
 * Decision diagrams with real numbers at their ends (Bryant 1986; Fujita, McGeer & Yang 1997; Bahar et al. 1997) over
 * variables that count: a variable is 0, 1, 2, …, and a node has one child for each run of values that lead to the
 * same. Equal functions of the same diagram are the same node, and every node's number is above those of its children.
 */
export interface Diagram {
  /** Nodes there are, and runs of all of them. */
  readonly nodes: number;
  readonly runs: number;
  /** Adds a variable that is asked after all of lower levels, and after those of its level that were there before. */
  addVariable(level: number): number;
  /** Variables are asked for in the order of their ranks. */
  rankOf(variable: number): number;
  /** The constant function. */
  terminal(value: number): number;
  /** By the value of the variable: children[i] from starts[i] on, to before starts[i + 1]; starts[0] is 0. */
  node(variable: number, starts: readonly number[], children: readonly number[]): number;
  /** `off` for 0, `on` for 1. */
  choice(variable: number, off: number, on: number): number;
  add(a: number, b: number): number;
  multiply(a: number, b: number): number;
  /** The product, and 0 where it is below the floor. */
  multiplyOrNothing(a: number, b: number): number;
  /** Another function for each end; its variables must come after all of those in `root`. */
  replace(root: number, by: (value: number) => number): number;
  /** The variable that a node asks for; −1: it is an end. */
  variableOf(node: number): number;
  /** An end's number. */
  valueOf(node: number): number;
  /**
   * Runs of a node: the i-th begins at `startOf(i)` and leads to `childOf(i)`, i from `firstRun` to before `endRun`.
   */
  firstRun(node: number): number;
  endRun(node: number): number;
  startOf(run: number): number;
  childOf(run: number): number;
}

/** @param floor products below it are worth nothing to `multiplyOrNothing` */
export function createDiagram(floor: number): Diagram {
  let nodes = 0;
  let runs = 0;
  let steps = 0;
  let variables = new Int32Array(1024);
  /** [node] its first run and the one after its last; of an end, its place in `values`. */
  let first = new Int32Array(1024);
  let ends = new Int32Array(1024);
  let runStart = new Int32Array(4096);
  let runChild = new Int32Array(4096);
  /** Open addressing over all nodes that are no ends; −1 is free. */
  let table = new Int32Array(4096).fill(-1);
  /** What was done lately: operation, both sides, result. It forgets. */
  let memo = new Int32Array(4096 * 4).fill(-1);
  const ranks: number[] = [];
  const atLevel = new Map<number, number>();
  const values: number[] = [];
  const terminals = new Map<number, number>();

  function addVariable(level: number): number {
    const before = atLevel.get(level) ?? 0;
    atLevel.set(level, before + 1);
    if (before >= MOST_AT_LEVEL || atLevel.size > MOST_LEVELS) throw new TooLarge();
    return ranks.push(level * MOST_AT_LEVEL + before) - 1;
  }

  function terminal(value: number): number {
    let node = terminals.get(value);
    if (node === undefined) {
      node = allot(-1, 0);
      first[node] = values.push(value) - 1;
      terminals.set(value, node);
    }
    return node;
  }

  function allot(variable: number, length: number): number {
    if (nodes >= MOST_NODES || runs + length > MOST_RUNS) throw new TooLarge();
    if (nodes === variables.length) {
      variables = doubled(variables);
      first = doubled(first);
      ends = doubled(ends);
      rehash();
    }
    while (runs + length > runStart.length) {
      runStart = doubled(runStart);
      runChild = doubled(runChild);
    }
    variables[nodes] = variable;
    first[nodes] = runs;
    return nodes++;
  }

  function rehash(): void {
    table = new Int32Array(variables.length * 4).fill(-1);
    memo = new Int32Array(variables.length * 4).fill(-1);
    for (let node = 0; node < nodes; node++) if (variables[node] >= 0) table[slotOf(node)] = node;
  }

  function slotOf(node: number): number {
    let hash = variables[node];
    for (let run = first[node]; run < ends[node]; run++) hash = mix(mix(hash, runStart[run]), runChild[run]);
    let slot = hash & (table.length - 1);
    while (table[slot] >= 0) slot = (slot + 1) & (table.length - 1);
    return slot;
  }

  function node(variable: number, starts: readonly number[], children: readonly number[]): number {
    let length = 0;
    let hash = variable;
    let last = -1;
    for (let i = 0; i < children.length; i++) {
      if (children[i] === last) continue;
      last = children[i];
      hash = mix(mix(hash, starts[i]), last);
      length++;
    }
    if (length === 1) return children[0];
    for (let slot = hash & (table.length - 1); table[slot] >= 0; slot = (slot + 1) & (table.length - 1)) {
      if (isNode(table[slot], variable, length, starts, children)) return table[slot];
    }
    const made = allot(variable, length);
    last = -1;
    for (let i = 0; i < children.length; i++) {
      if (children[i] === last) continue;
      last = children[i];
      runStart[runs] = starts[i];
      runChild[runs++] = last;
    }
    ends[made] = runs;
    table[slotOf(made)] = made;
    return made;
  }

  function isNode(
    known: number,
    variable: number,
    length: number,
    starts: readonly number[],
    children: readonly number[],
  ): boolean {
    if (variables[known] !== variable || ends[known] - first[known] !== length) return false;
    let run = first[known];
    let last = -1;
    for (let i = 0; i < children.length; i++) {
      if (children[i] === last) continue;
      last = children[i];
      if (runStart[run] !== starts[i] || runChild[run] !== last) return false;
      run++;
    }
    return true;
  }

  const BOTH = [0, 1];
  const choice = (variable: number, off: number, on: number) => (off === on ? off : node(variable, BOTH, [off, on]));

  function apply(op: number, a: number, b: number): number {
    if (++steps > MOST_STEPS) throw new TooLarge();
    const isEndA = variables[a] < 0;
    const isEndB = variables[b] < 0;
    if (isEndA && isEndB) return terminal(calculate(op, values[first[a]], values[first[b]]));
    if (isEndA || isEndB) {
      const value = values[first[isEndA ? a : b]];
      if (op === OP.add ? value === 0 : value === 1) return isEndA ? b : a;
      if (op !== OP.add && value === 0) return isEndA ? a : b;
    }
    const [low, high] = a < b ? [a, b] : [b, a];
    const at = (mix(mix(op, low), high) & (memo.length / 4 - 1)) * 4;
    if (memo[at] === op && memo[at + 1] === low && memo[at + 2] === high) return memo[at + 3];
    const rankA = isEndA ? Infinity : ranks[variables[a]];
    const rankB = isEndB ? Infinity : ranks[variables[b]];
    const result = rankA === rankB ? both(op, a, b) : rankA < rankB ? one(op, a, b) : one(op, b, a);
    // The table may have grown meanwhile.
    const place = (mix(mix(op, low), high) & (memo.length / 4 - 1)) * 4;
    memo[place] = op;
    memo[place + 1] = low;
    memo[place + 2] = high;
    memo[place + 3] = result;
    return result;
  }

  function one(op: number, upper: number, other: number): number {
    const starts: number[] = [];
    const children: number[] = [];
    for (let run = first[upper]; run < ends[upper]; run++) {
      starts.push(runStart[run]);
      children.push(apply(op, runChild[run], other));
    }
    return node(variables[upper], starts, children);
  }

  function both(op: number, a: number, b: number): number {
    const starts: number[] = [];
    const children: number[] = [];
    let i = first[a];
    let j = first[b];
    for (let start = 0; start < Infinity;) {
      starts.push(start);
      children.push(apply(op, runChild[i], runChild[j]));
      const nextA = i + 1 < ends[a] ? runStart[i + 1] : Infinity;
      const nextB = j + 1 < ends[b] ? runStart[j + 1] : Infinity;
      start = Math.min(nextA, nextB);
      if (nextA === start) i++;
      if (nextB === start) j++;
    }
    return node(variables[a], starts, children);
  }

  function calculate(op: number, a: number, b: number): number {
    if (op === OP.add) return a + b;
    const product = a * b;
    return op === OP.multiplyOrNothing && product < floor ? 0 : product;
  }

  function replace(root: number, by: (value: number) => number): number {
    const known = new Map<number, number>();
    function visit(at: number): number {
      if (++steps > MOST_STEPS) throw new TooLarge();
      let result = known.get(at);
      if (result !== undefined) return result;
      if (variables[at] < 0) {
        result = by(values[first[at]]);
      } else {
        const starts: number[] = [];
        const children: number[] = [];
        for (let run = first[at]; run < ends[at]; run++) {
          starts.push(runStart[run]);
          children.push(visit(runChild[run]));
        }
        result = node(variables[at], starts, children);
      }
      known.set(at, result);
      return result;
    }
    return visit(root);
  }

  return {
    get nodes() {
      return nodes;
    },
    get runs() {
      return runs;
    },
    addVariable,
    rankOf: (variable) => ranks[variable],
    terminal,
    node,
    choice,
    add: (a, b) => apply(OP.add, a, b),
    multiply: (a, b) => apply(OP.multiply, a, b),
    multiplyOrNothing: (a, b) => apply(OP.multiplyOrNothing, a, b),
    replace,
    variableOf: (at) => variables[at],
    valueOf: (at) => values[first[at]],
    firstRun: (at) => first[at],
    endRun: (at) => ends[at],
    startOf: (run) => runStart[run],
    childOf: (run) => runChild[run],
  };
}

function mix(hash: number, value: number): number {
  const mixed = Math.imul(hash ^ value, 0x9e3779b1);
  return mixed ^ (mixed >>> 15);
}

function doubled(array: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(array.length * 2);
  larger.set(array);
  return larger;
}
