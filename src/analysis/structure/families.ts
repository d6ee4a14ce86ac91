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
export class Families {
  private readonly variables: number[] = [-1, -1];
  private readonly children: number[] = new Array<number>(2 * STRIDE).fill(NONE);
  private readonly unique = new Map<string, number>();
  private readonly minimals = new Map<number, number>();
  private readonly withouts = new Map<number, number>();
  private steps = 0;

  constructor(private readonly diagram: Diagram) {}

  variableOf(family: number): number {
    return this.variables[family];
  }

  private make(variable: number, z0: number, z1: number, z2: number, z3: number): number {
    if (z1 === NONE && z2 === NONE && z3 === NONE) return z0;
    const key = `${variable} ${z0} ${z1} ${z2} ${z3}`;
    let family = this.unique.get(key);
    if (family === undefined) {
      if (this.variables.length >= MOST_NODES) throw new TooLarge();
      family = this.variables.push(variable) - 1;
      this.children.push(z0, z1, z2, z3);
      this.unique.set(key, family);
    }
    return family;
  }

  /** The sets with exactly so many units of the family's variable, without these. */
  withExactly(family: number, units: number): number {
    return this.children[family * STRIDE + units];
  }

  /**
   * The minimal sets of at most `most` units that make a function 1, one that never falls as more fails (Rauzy 1993):
   * those without the variable are the minimal ones of its child for 0, and those with j units of it the minimal ones
   * of its child for j that hold none of those for fewer.
   */
  minimal(node: number, most: number): number {
    const variable = this.diagram.variableOf(node);
    if (variable < 0) return this.diagram.valueOf(node) === 0 ? NONE : UNIT;
    const key = node * STRIDE + most;
    let family = this.minimals.get(key);
    if (family !== undefined) return family;
    if (++this.steps > MOST_STEPS) throw new TooLarge();
    const first = this.diagram.firstRun(node);
    const end = this.diagram.endRun(node);
    const found = [this.minimal(this.diagram.childOf(first), most), NONE, NONE, NONE];
    // Between the starts of runs one unit more changes nothing.
    for (let run = first + 1; run < end && this.diagram.startOf(run) <= most; run++) {
      const left = most - this.diagram.startOf(run);
      found[this.diagram.startOf(run)] = this.without(
        this.minimal(this.diagram.childOf(run), left),
        this.minimal(this.diagram.childOf(run - 1), left),
      );
    }
    family = this.make(variable, found[0], found[1], found[2], found[3]);
    this.minimals.set(key, family);
    return family;
  }

  /** The sets of a that hold no set of b. */
  private without(a: number, b: number): number {
    if (a === NONE || b === NONE) return a;
    if (b === UNIT || a === b) return NONE;
    if (a === UNIT) return a;
    const key = a * MOST_NODES + b;
    let family = this.withouts.get(key);
    if (family !== undefined) return family;
    if (++this.steps > MOST_STEPS) throw new TooLarge();
    const variable = this.variables[a];
    if (this.variables[b] !== variable && this.comesBefore(this.variables[b], variable)) {
      family = this.without(a, this.withExactly(b, 0));
    } else {
      const left = [NONE, NONE, NONE, NONE];
      for (let units = 0; units < STRIDE; units++) {
        left[units] = this.withExactly(a, units);
        if (this.variables[b] !== variable) left[units] = this.without(left[units], b);
        else
          for (let fewer = 0; fewer <= units; fewer++)
            left[units] = this.without(left[units], this.withExactly(b, fewer));
      }
      family = this.make(variable, left[0], left[1], left[2], left[3]);
    }
    this.withouts.set(key, family);
    return family;
  }

  /** Whether a variable is asked for before another. */
  comesBefore(a: number, b: number): boolean {
    return this.diagram.rankOf(a) < this.diagram.rankOf(b);
  }
}
