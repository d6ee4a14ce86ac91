/** The root of Xᵀ W X (Cholesky), row by row, lower half. */
export type Root = readonly Float64Array[];

/** Against columns that nearly follow from each other; far below any figure's own error. */
const RIDGE = 1e-9;

/** @param rows X, a row for each observation, its first column all 1 @param weights the diagonal of W */
export function factorise(rows: readonly (readonly number[])[], weights: readonly number[]): Root {
  const size = rows[0].length;
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const root = Array.from({ length: size }, () => new Float64Array(size));
  for (let i = 0; i < size; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = rows.reduce((all, row, w) => all + weights[w] * row[i] * row[j], i === j && i > 0 ? RIDGE * total : 0);
      for (let k = 0; k < j; k++) sum -= root[i][k] * root[j][k];
      root[i][j] = i === j ? Math.sqrt(sum) : sum / root[j][j];
    }
  }
  return root;
}

/** The coefficients of least squares: (Xᵀ W X)⁻¹ Xᵀ W y. */
export function solve(
  root: Root,
  rows: readonly (readonly number[])[],
  weights: readonly number[],
  y: readonly number[],
): number[] {
  const right = Float64Array.from(root, (_, i) => rows.reduce((sum, row, w) => sum + weights[w] * row[i] * y[w], 0));
  return [...backward(root, forward(root, right))];
}

/** The diagonal of the inverse, times a factor: the coefficients' variances. */
export function inverseDiagonal(root: Root, factor: number): number[] {
  return root.map((_, i) => {
    const column = forward(
      root,
      Float64Array.from(root, (__, j) => (i === j ? 1 : 0)),
    );
    return factor * column.reduce((sum, value) => sum + value * value, 0);
  });
}

function forward(root: Root, right: Float64Array): Float64Array {
  const left = new Float64Array(right.length);
  for (let i = 0; i < left.length; i++) {
    let sum = right[i];
    for (let k = 0; k < i; k++) sum -= root[i][k] * left[k];
    left[i] = sum / root[i][i];
  }
  return left;
}

function backward(root: Root, right: Float64Array): Float64Array {
  const left = new Float64Array(right.length);
  for (let i = left.length - 1; i >= 0; i--) {
    let sum = right[i];
    for (let k = i + 1; k < left.length; k++) sum -= root[k][i] * left[k];
    left[i] = sum / root[i][i];
  }
  return left;
}
