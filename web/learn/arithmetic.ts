/*
 * The nines arithmetic for the playground. Everything thinks in unavailabilities: near 100% an availability has lost
 * the digits that matter, its distance from 100% has not.
 */

/** Share of time down of a part with these mean times up and down, in the same unit. */
export function unavailabilityOf(mtbf: number, mttr: number): number {
  return mttr / (mtbf + mttr);
}

/** MTBF that gives this unavailability with that MTTR. */
export function mtbfFor(unavailability: number, mttr: number): number {
  return (mttr * (1 - unavailability)) / unavailability;
}

/** Down when any of them is: 1 − ∏ (1 − uᵢ), without losing small ones. */
export function anyDown(unavailabilities: readonly number[]): number {
  return -Math.expm1(unavailabilities.reduce((sum, u) => sum + Math.log1p(-u), 0));
}

/** C(n, j). */
export function choose(n: number, j: number): number {
  let result = 1;
  for (let i = 1; i <= j; i++) result = (result * (n - j + i)) / i;
  return Math.round(result);
}

/** Chances that exactly 0, 1, … n of n independent parts are up. */
export function chancesUp(unavailability: number, n: number): readonly number[] {
  return Array.from(
    { length: n + 1 },
    (_, up) => choose(n, up) * (1 - unavailability) ** up * unavailability ** (n - up),
  );
}

/** Chance that fewer than k of n independent parts are up. */
export function tooFew(unavailability: number, k: number, n: number): number {
  // Added up from the small terms alone.
  return chancesUp(unavailability, n)
    .slice(0, k)
    .reduce((sum, chance) => sum + chance, 0);
}
