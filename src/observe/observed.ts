import type { Engine } from '../engine/engine.ts';

/** It is neither warm-up nor past the observed years. */
export function isObserved({ now, horizon }: Engine): boolean {
  return now >= 0 && now < horizon;
}
