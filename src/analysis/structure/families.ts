import { type Diagram, TooLarge } from './diagram.ts';

const MOST_NODES = 400_000;
const MOST_STEPS = 3_000_000;

/** The family with no set in it, and the one that has nothing but the empty set. */
export const NONE = 0;
export const UNIT = 1;

/** Children of a node: the sets with 0, 1, 2, 3 of what it stands for. */
const STRIDE = 4;

/**
 * Families of small sets as zero-suppressed decision diagrams (Minato 1993): a node stands for a variable and has a
 * child for each number of units of it that its sets hold, without these units.
 */
export interface Families {
  /** Whether a variable is asked for before another. */
  comesBefore(variable: number, other: number): boolean;
  variableOf(family: number): number;
  /** The sets with exactly so many units of the family's variable, without these. */
  withExactly(family: number, units: number): number;
  /**
   * The minimal sets of at most `most` units that make a function 1, one that never falls as more fails (Rauzy 1993):
   * those without the variable are the minimal ones of its child for 0, and those with j units of it the minimal ones
   * of its child for j that hold none of those for fewer.
   */
  minimal(node: number, most: number): number;
}

export function createFamilies(diagram: Diagram): Families {
  const variables: number[] = [-1, -1];
  const children: number[] = new Array<number>(2 * STRIDE).fill(NONE);
  const unique = new Map<string, number>();
  const minimals = new Map<number, number>();
  const withouts = new Map<number, number>();
  let steps = 0;

  function make(variable: number, z0: number, z1: number, z2: number, z3: number): number {
    if (z1 === NONE && z2 === NONE && z3 === NONE) return z0;
    const key = `${variable} ${z0} ${z1} ${z2} ${z3}`;
    let family = unique.get(key);
    if (family === undefined) {
      if (variables.length >= MOST_NODES) throw new TooLarge();
      family = variables.push(variable) - 1;
      children.push(z0, z1, z2, z3);
      unique.set(key, family);
    }
    return family;
  }

  const child = (family: number, units: number) => children[family * STRIDE + units];

  function minimal(node: number, most: number): number {
    const variable = diagram.variableOf(node);
    if (variable < 0) return diagram.valueOf(node) === 0 ? NONE : UNIT;
    const key = node * STRIDE + most;
    let family = minimals.get(key);
    if (family !== undefined) return family;
    if (++steps > MOST_STEPS) throw new TooLarge();
    const first = diagram.firstRun(node);
    const end = diagram.endRun(node);
    const found = [minimal(diagram.childOf(first), most), NONE, NONE, NONE];
    // Between the starts of runs one unit more changes nothing.
    for (let run = first + 1; run < end && diagram.startOf(run) <= most; run++) {
      const left = most - diagram.startOf(run);
      found[diagram.startOf(run)] = without(
        minimal(diagram.childOf(run), left),
        minimal(diagram.childOf(run - 1), left),
      );
    }
    family = make(variable, found[0], found[1], found[2], found[3]);
    minimals.set(key, family);
    return family;
  }

  /** The sets of a that hold no set of b. */
  function without(a: number, b: number): number {
    if (a === NONE || b === NONE) return a;
    if (b === UNIT || a === b) return NONE;
    if (a === UNIT) return a;
    const key = a * MOST_NODES + b;
    let family = withouts.get(key);
    if (family !== undefined) return family;
    if (++steps > MOST_STEPS) throw new TooLarge();
    const variable = variables[a];
    if (variables[b] !== variable && comesBefore(variables[b], variable)) {
      family = without(a, child(b, 0));
    } else {
      const left = [NONE, NONE, NONE, NONE];
      for (let units = 0; units < STRIDE; units++) {
        left[units] = child(a, units);
        if (variables[b] !== variable) left[units] = without(left[units], b);
        else for (let fewer = 0; fewer <= units; fewer++) left[units] = without(left[units], child(b, fewer));
      }
      family = make(variable, left[0], left[1], left[2], left[3]);
    }
    withouts.set(key, family);
    return family;
  }

  function comesBefore(a: number, b: number): boolean {
    return diagram.rankOf(a) < diagram.rankOf(b);
  }

  return { comesBefore, variableOf: (family) => variables[family], withExactly: child, minimal };
}
