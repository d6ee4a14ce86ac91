import type { Exceptions } from './excepted.ts';

/** Files with lines beyond 120 columns. */
export const WIDE: Exceptions = {
  'src/engine/engine.ts': 'until the engine marks, settles and observes',
  'src/engine/state.ts': 'until the engine marks, settles and observes',
};
