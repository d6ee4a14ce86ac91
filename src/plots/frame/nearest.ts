/** Index of the nearest place to (x, y). */
export function nearest(places: readonly (readonly [number, number])[], x: number, y: number): number {
  const distances = places.map(([px, py]) => (px - x) ** 2 + (py - y) ** 2);
  return distances.indexOf(Math.min(...distances));
}
