import { quantile, type Ecdf } from './ecdf.ts';

export const DOTS = 50;

/**
 * `count` equally likely values of a distribution: its quantiles at (i + ½) / count, ascending. Each dot of a quantile
 * dot plot is one of them (Fernandes et al., CHI 2018).
 */
export function quantileDots(e: Ecdf, count = DOTS): readonly number[] {
  return Array.from({ length: count }, (_, i) => quantile(e, (i + 0.5) / count) ?? 0);
}

/** How many dots are at most `value`. */
export function dotsWithin(dots: readonly number[], value: number): number {
  return dots.filter((dot) => dot <= value).length;
}

interface DotColumn {
  /** From the rule to the right, in columns; negative left of it. null: that of the zeros. */
  readonly column: number | null;
  /** Indices into the dots, bottom first. */
  readonly dots: readonly number[];
}

export interface DotLayout {
  readonly diameter: number;
  /** Dots beside each other in a column, and in that of the zeros. */
  readonly abreast: number;
  readonly abreastZero: number;
  /** Pixels left of the axis for the zeros; 0 without any. */
  readonly slot: number;
  readonly columns: readonly DotColumn[];
}

const SMALLEST = 4;
/** Room for the word below the zeros, and between them and the axis. */
const ZERO_WORD = 40;
const ZERO_GAP = 22;

interface DotSpace {
  readonly width: number;
  readonly height: number;
  /** Of a dot's diameter. */
  readonly largest: number;
}

/**
 * The largest dots for which every column is low enough. Columns of one dot's width; wider ones only where all dots
 * would be too small.
 * @param along of a positive value its place on the axis, 0 to 1
 * @param rule place on the axis at which one column ends and the next begins, so that a rule parts the dots as it
 * should
 */
export function stackDots(
  dots: readonly number[],
  along: (value: number) => number,
  rule: number,
  space: DotSpace,
): DotLayout {
  const zeros = dots.map((dot, i) => (dot > 0 ? -1 : i)).filter((i) => i >= 0);
  for (let abreast = 1; ; abreast++) {
    for (let diameter = space.largest; diameter >= (abreast > 5 ? SMALLEST : 7); diameter -= 0.5) {
      const layout = tryDots(dots, zeros, along, rule, space, diameter, abreast);
      if (layout !== null) return layout;
    }
  }
}

function tryDots(
  dots: readonly number[],
  zeros: readonly number[],
  along: (value: number) => number,
  rule: number,
  { width, height }: DotSpace,
  diameter: number,
  abreast: number,
): DotLayout | null {
  const rows = Math.max(1, Math.floor(height / diameter));
  const abreastZero = Math.ceil(zeros.length / rows);
  const slot = zeros.length === 0 ? 0 : Math.max(ZERO_WORD, abreastZero * diameter + ZERO_GAP);
  const size = diameter * abreast;
  const axis = width - slot;
  const columns = new Map<number, number[]>();
  dots.forEach((dot, i) => {
    if (!(dot > 0)) return;
    // What is exactly at the rule stands left of it.
    const column = Math.ceil(((along(dot) - rule) * axis) / size - 1e-9) - 1;
    const held = columns.get(column);
    if (held === undefined) columns.set(column, [i]);
    else held.push(i);
  });
  const tooHigh = [...columns.values()].some(({ length }) => Math.ceil(length / abreast) > rows);
  // Beyond fifty abreast there is nothing left to try: a picture too small for dots shows them anyhow.
  if ((tooHigh || slot > width / 2) && abreast <= DOTS) return null;
  const found = [...columns].sort(([a], [b]) => a - b).map(([column, held]): DotColumn => ({ column, dots: held }));
  return {
    diameter,
    abreast,
    abreastZero,
    slot,
    columns: zeros.length > 0 ? [{ column: null, dots: zeros }, ...found] : found,
  };
}
