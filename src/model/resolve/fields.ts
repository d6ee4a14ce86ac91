import type { Field } from '../language/kinds.ts';

/** A field's value; the default where it is left out, and where it is wrong (which has been reported). */
export function valueOr<T, D>(field: Field<T> | undefined, otherwise: D): T | D {
  return field?.ok === true ? field.value : otherwise;
}

/** Whether a field was given, but wrongly: then nothing that depends on it is worth a message. */
export function isBad(field: Field<unknown> | undefined): boolean {
  return field?.ok === false;
}
