import type { Dimension } from './dimension.ts';

/** A number in SI base units (seconds, bytes, the model's currency) and what it is a number of. */
export interface Quantity {
  readonly value: number;
  readonly dimension: Dimension;
}
