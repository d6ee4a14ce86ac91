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

/** Starts of the runs of what is 0 or 1. */
const BOTH = [0, 1];

const OP = { add: 0, multiply: 1, multiplyOrNothing: 2, larger: 3 } as const;
/** [OP] What changes nothing, and what nothing changes; of the larger one of shares, neither above 1. */
const NEUTRAL = [0, 1, 1, 0];
const FINAL = [NaN, 0, 0, 1];

/**
 * Decision diagrams with real numbers at their ends (Bryant 1986; Fujita, McGeer & Yang 1997; Bahar et al. 1997) over
 * variables that count: a variable is 0, 1, 2, …, and a node has one child for each run of values that lead to the
 * same. Equal functions of the same diagram are the same node, and every node's number is above those of its children.
 */
export class Diagram {
  /** Nodes there are, and runs of all of them. */
  nodes = 0;
  runs = 0;
  private steps = 0;
  private variables = new Int32Array(1024);
  /** [node] its first run and the one after its last; of an end, its place in `values`. */
  private first = new Int32Array(1024);
  private ends = new Int32Array(1024);
  private runStart = new Int32Array(4096);
  private runChild = new Int32Array(4096);
  /** Open addressing over all nodes that are no ends; −1 is free. */
  private table = new Int32Array(4096).fill(-1);
  /** What was done lately: operation, both sides, result. It forgets. */
  private memo = new Int32Array(4096 * 4).fill(-1);
  private readonly ranks: number[] = [];
  private readonly atLevel = new Map<number, number>();
  private readonly values: number[] = [];
  private readonly terminals = new Map<number, number>();

  /** @param floor products below it are worth nothing to `multiplyOrNothing` */
  constructor(private readonly floor: number) {}

  /** Variables are asked for in the order of their ranks. */
  rankOf(variable: number): number {
    return this.ranks[variable];
  }

  add(a: number, b: number): number {
    return this.apply(OP.add, a, b);
  }

  multiply(a: number, b: number): number {
    return this.apply(OP.multiply, a, b);
  }

  /** The larger one of two shares. */
  larger(a: number, b: number): number {
    return this.apply(OP.larger, a, b);
  }

  /** The product, and 0 where it is below the floor. */
  multiplyOrNothing(a: number, b: number): number {
    return this.apply(OP.multiplyOrNothing, a, b);
  }

  /** The variable that a node asks for; −1: it is an end. */
  variableOf(at: number): number {
    return this.variables[at];
  }

  /** An end's number. */
  valueOf(at: number): number {
    return this.values[this.first[at]];
  }

  /**
   * Runs of a node: the i-th begins at `startOf(i)` and leads to `childOf(i)`, i from `firstRun` to before `endRun`.
   */
  firstRun(at: number): number {
    return this.first[at];
  }

  endRun(at: number): number {
    return this.ends[at];
  }

  startOf(run: number): number {
    return this.runStart[run];
  }

  childOf(run: number): number {
    return this.runChild[run];
  }

  /** Adds a variable that is asked after all of lower levels, and after those of its level that were there before. */
  addVariable(level: number): number {
    const before = this.atLevel.get(level) ?? 0;
    this.atLevel.set(level, before + 1);
    if (before >= MOST_AT_LEVEL || this.atLevel.size > MOST_LEVELS) throw new TooLarge();
    return this.ranks.push(level * MOST_AT_LEVEL + before) - 1;
  }

  /** The constant function. */
  terminal(value: number): number {
    let node = this.terminals.get(value);
    if (node === undefined) {
      node = this.allot(-1, 0);
      this.first[node] = this.values.push(value) - 1;
      this.terminals.set(value, node);
    }
    return node;
  }

  private allot(variable: number, length: number): number {
    if (this.nodes >= MOST_NODES || this.runs + length > MOST_RUNS) throw new TooLarge();
    if (this.nodes === this.variables.length) {
      this.variables = doubled(this.variables);
      this.first = doubled(this.first);
      this.ends = doubled(this.ends);
      this.rehash();
    }
    while (this.runs + length > this.runStart.length) {
      this.runStart = doubled(this.runStart);
      this.runChild = doubled(this.runChild);
    }
    this.variables[this.nodes] = variable;
    this.first[this.nodes] = this.runs;
    return this.nodes++;
  }

  private rehash(): void {
    this.table = new Int32Array(this.variables.length * 4).fill(-1);
    this.memo = new Int32Array(this.variables.length * 4).fill(-1);
    for (let node = 0; node < this.nodes; node++) {
      if (this.variables[node] >= 0) this.table[this.slotOf(node)] = node;
    }
  }

  private slotOf(node: number): number {
    let hash = this.variables[node];
    for (let run = this.first[node]; run < this.ends[node]; run++)
      hash = mix(mix(hash, this.runStart[run]), this.runChild[run]);
    let slot = hash & (this.table.length - 1);
    while (this.table[slot] >= 0) slot = (slot + 1) & (this.table.length - 1);
    return slot;
  }

  /** By the value of the variable: children[i] from starts[i] on, to before starts[i + 1]; starts[0] is 0. */
  node(variable: number, starts: readonly number[], children: readonly number[]): number {
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
    for (
      let slot = hash & (this.table.length - 1);
      this.table[slot] >= 0;
      slot = (slot + 1) & (this.table.length - 1)
    ) {
      if (this.isNode(this.table[slot], variable, length, starts, children)) return this.table[slot];
    }
    const made = this.allot(variable, length);
    last = -1;
    for (let i = 0; i < children.length; i++) {
      if (children[i] === last) continue;
      last = children[i];
      this.runStart[this.runs] = starts[i];
      this.runChild[this.runs++] = last;
    }
    this.ends[made] = this.runs;
    this.table[this.slotOf(made)] = made;
    return made;
  }

  private isNode(
    known: number,
    variable: number,
    length: number,
    starts: readonly number[],
    children: readonly number[],
  ): boolean {
    if (this.variables[known] !== variable || this.ends[known] - this.first[known] !== length) return false;
    let run = this.first[known];
    let last = -1;
    for (let i = 0; i < children.length; i++) {
      if (children[i] === last) continue;
      last = children[i];
      if (this.runStart[run] !== starts[i] || this.runChild[run] !== last) return false;
      run++;
    }
    return true;
  }

  /** `off` for 0, `on` for 1. */
  choice(variable: number, off: number, on: number): number {
    return off === on ? off : this.node(variable, BOTH, [off, on]);
  }

  private apply(op: number, a: number, b: number): number {
    if (++this.steps > MOST_STEPS) throw new TooLarge();
    const isEndA = this.variables[a] < 0;
    const isEndB = this.variables[b] < 0;
    if (isEndA && isEndB)
      return this.terminal(this.calculate(op, this.values[this.first[a]], this.values[this.first[b]]));
    if (isEndA || isEndB) {
      const value = this.values[this.first[isEndA ? a : b]];
      if (value === NEUTRAL[op]) return isEndA ? b : a;
      if (value === FINAL[op]) return isEndA ? a : b;
    }
    const [low, high] = a < b ? [a, b] : [b, a];
    const at = (mix(mix(op, low), high) & (this.memo.length / 4 - 1)) * 4;
    if (this.memo[at] === op && this.memo[at + 1] === low && this.memo[at + 2] === high) return this.memo[at + 3];
    const rankA = isEndA ? Infinity : this.ranks[this.variables[a]];
    const rankB = isEndB ? Infinity : this.ranks[this.variables[b]];
    const result = rankA === rankB ? this.both(op, a, b) : rankA < rankB ? this.one(op, a, b) : this.one(op, b, a);
    // The table may have grown meanwhile.
    const place = (mix(mix(op, low), high) & (this.memo.length / 4 - 1)) * 4;
    this.memo[place] = op;
    this.memo[place + 1] = low;
    this.memo[place + 2] = high;
    this.memo[place + 3] = result;
    return result;
  }

  private one(op: number, upper: number, other: number): number {
    const starts: number[] = [];
    const children: number[] = [];
    for (let run = this.first[upper]; run < this.ends[upper]; run++) {
      starts.push(this.runStart[run]);
      children.push(this.apply(op, this.runChild[run], other));
    }
    return this.node(this.variables[upper], starts, children);
  }

  private both(op: number, a: number, b: number): number {
    const starts: number[] = [];
    const children: number[] = [];
    let i = this.first[a];
    let j = this.first[b];
    for (let start = 0; start < Infinity;) {
      starts.push(start);
      children.push(this.apply(op, this.runChild[i], this.runChild[j]));
      const nextA = i + 1 < this.ends[a] ? this.runStart[i + 1] : Infinity;
      const nextB = j + 1 < this.ends[b] ? this.runStart[j + 1] : Infinity;
      start = Math.min(nextA, nextB);
      if (nextA === start) i++;
      if (nextB === start) j++;
    }
    return this.node(this.variables[a], starts, children);
  }

  private calculate(op: number, a: number, b: number): number {
    if (op === OP.add) return a + b;
    if (op === OP.larger) return Math.max(a, b);
    const product = a * b;
    return op === OP.multiplyOrNothing && product < this.floor ? 0 : product;
  }

  /** Another function for each end; its variables must come after all of those in `root`. */
  replace(root: number, by: (value: number) => number): number {
    const known = new Map<number, number>();
    const visit = (at: number): number => {
      if (++this.steps > MOST_STEPS) throw new TooLarge();
      let result = known.get(at);
      if (result !== undefined) return result;
      if (this.variables[at] < 0) {
        result = by(this.values[this.first[at]]);
      } else {
        const starts: number[] = [];
        const children: number[] = [];
        for (let run = this.first[at]; run < this.ends[at]; run++) {
          starts.push(this.runStart[run]);
          children.push(visit(this.runChild[run]));
        }
        result = this.node(this.variables[at], starts, children);
      }
      known.set(at, result);
      return result;
    };
    return visit(root);
  }
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
