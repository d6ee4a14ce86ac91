/** `{ zone-a: , zone-b: }` for the list of these names: what was meant where names are given what they are. */
export function mapOfNames(list: string, value: string): string {
  return `{ ${list
    .slice(1, -1)
    .split(', ')
    .map((name) => `${name}: ${value}`.trimEnd())
    .join(', ')} }`;
}
