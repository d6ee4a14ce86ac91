/** Which way a figure gives: an estimate goes to the nearest, an interval's ends outwards. */
export type Direction = 'nearest' | 'down' | 'up';

/** The power of ten of a number's first digit: 0 of 7.5, −2 of 0.031. */
export function magnitude(value: number): number {
  return Number(value.toExponential().split('e')[1]);
}

/** Moves the point, and nothing else: by its text, for a product would round once more. */
function shift(value: number, places: number): number {
  const [digits, exponent = '0'] = String(value).split('e');
  return Number(`${digits}e${Number(exponent) + places}`);
}

/** What doubles add to a decimal: 6.7 × 60 s are 6.7 min, and not a little more. */
const NOTHING = 1e-12;

/** To a multiple of 10^place, as a whole number of them. */
export function wholeAt(value: number, place: number, direction: Direction): number {
  const scaled = shift(value, -place);
  const nearest = Math.sign(scaled) * Math.round(Math.abs(scaled));
  if (direction === 'nearest' || Math.abs(scaled - nearest) <= NOTHING * Math.max(1, Math.abs(scaled))) return nearest;
  return direction === 'down' ? Math.floor(scaled) : Math.ceil(scaled);
}

/** To a multiple of 10^place. */
export function roundAt(value: number, place: number, direction: Direction = 'nearest'): number {
  return shift(wholeAt(value, place, direction), place) + 0;
}
