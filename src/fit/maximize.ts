const REFLECT = 1;
const EXPAND = 2;
const CONTRACT = 0.5;
const SHRINK = 0.5;
const MOST_STEPS = 2_000;
const CLOSE = 1e-12;

type Vertex = readonly [point: readonly number[], value: number];

/**
 * Where a function of one to three numbers is largest: the simplex of Nelder & Mead (1965, "A simplex method for
 * function minimization", The Computer Journal 7:308-313), begun anew where it stopped until that gains nothing. NaN
 * counts as the lowest value of all.
 */
export function maximize(f: (point: readonly number[]) => number, start: readonly number[]): Vertex {
  let best = climb(f, start, 0.5);
  for (let again = 0; again < 5; again++) {
    const next = climb(f, best[0], 0.05);
    const gain = next[1] - best[1];
    best = gain > 0 ? next : best;
    if (!(gain > CLOSE * Math.abs(best[1]))) break;
  }
  return best;
}

function climb(f: (point: readonly number[]) => number, start: readonly number[], size: number): Vertex {
  const at = (point: readonly number[]): Vertex => {
    const value = f(point);
    return [point, Number.isNaN(value) ? -Infinity : value];
  };
  const simplex = [start, ...start.map((_, i) => start.map((x, j) => (i === j ? x + size : x)))].map(at);
  for (let step = 0; step < MOST_STEPS; step++) {
    simplex.sort((a, b) => b[1] - a[1]);
    const [best, worst] = [simplex[0], simplex[simplex.length - 1]];
    const spread = Math.max(...worst[0].map((x, i) => Math.abs(x - best[0][i])));
    if (best[1] - worst[1] <= CLOSE && spread <= 1e-9) break;
    const rest = simplex.slice(0, -1);
    const middle = start.map((_, i) => rest.reduce((sum, [point]) => sum + point[i], 0) / rest.length);
    const toward = (share: number) => at(middle.map((x, i) => x + share * (x - worst[0][i])));
    const reflected = toward(REFLECT);
    if (reflected[1] > best[1]) {
      const expanded = toward(EXPAND);
      simplex[simplex.length - 1] = expanded[1] > reflected[1] ? expanded : reflected;
      continue;
    }
    const contracted = reflected[1] > rest[rest.length - 1][1] ? reflected : toward(-CONTRACT);
    if (contracted[1] > worst[1]) simplex[simplex.length - 1] = contracted;
    else
      simplex.splice(
        1,
        Infinity,
        ...simplex.slice(1).map(([point]) => at(point.map((x, i) => best[0][i] + SHRINK * (x - best[0][i])))),
      );
  }
  return simplex.sort((a, b) => b[1] - a[1])[0];
}
