/** Makes an array of so many numbers. */
type Next = (length: number) => Float64Array;

const NOTHING = new Float64Array();

/**
 * The arrays of a table, one after the other in one: so that all of them are forgotten, saved and taken up in one go,
 * and none that stands in the table is left out.
 * @param table called twice: to know how much room they take, and to make them
 */
export function views<T extends object>(table: (next: Next) => T): T & { readonly numbers: Float64Array } {
  let length = 0;
  table((count) => {
    length += count;
    return NOTHING;
  });
  const numbers = new Float64Array(length);
  let end = 0;
  return Object.assign(
    table((count) => numbers.subarray(end, (end += count))),
    { numbers },
  );
}
