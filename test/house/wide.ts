import type { Exceptions } from './excepted.ts';

/** Files with lines beyond 120 columns. */
export const WIDE: Exceptions = {
};
