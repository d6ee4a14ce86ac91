/**
 * What YAML is written from. Names that the author chose stand in maps: as an object's keys they would be reordered.
 */
export type Printed =
  string | number | boolean | readonly Printed[] | { readonly [key: string]: Printed } | ReadonlyMap<string, Printed>;

/** The same in the order in which the language lists its keys. */
export function inOrder(
  shape: { readonly keys: object },
  printed: Readonly<Record<string, Printed | undefined>>,
): { readonly [key: string]: Printed } {
  return present(Object.fromEntries(Object.keys(shape.keys).map((key) => [key, printed[key]])));
}

/** Without the keys that are not there. */
export function present(keys: Readonly<Record<string, Printed | undefined>>): { readonly [key: string]: Printed } {
  return Object.fromEntries(Object.entries(keys).filter((entry): entry is [string, Printed] => entry[1] !== undefined));
}

/** A map of what the author named; nothing where there is nothing. */
export function byName(entries: readonly (readonly [string, Printed])[]): Printed | undefined {
  return entries.length === 0 ? undefined : new Map(entries);
}
