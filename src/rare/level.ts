import type { Engine } from '../engine/engine.ts';

/**
 * How many members of the service can be lost until it is down, and one more: 0 while it is. Only failures lower it.
 */
export function levelOf({ program, state }: Engine, service: number): number {
  return Math.max(0, state.healthy[service] - program.serviceRequired[service] + 1);
}

/** Whether the service alone keeps the entry down. */
export function isDown({ program, state }: Engine, service: number): boolean {
  return state.ownShare[service] < program.downBelow;
}
