import { uniform32 } from '../random/stream.ts';
import type { Engine } from './engine.ts';
import { STREAM } from './state.ts';

/** True with the given chance. A certainty draws nothing. */
export function happens(e: Engine, probability: number): boolean {
  return probability >= 1 || uniform32(e.state.streams, STREAM.operation) < probability;
}

/** From a failure to the health check's verdict: U(0, interval) and the fixed part given, seconds. */
export function checkDelay(e: Engine, service: number, fixed: number): number {
  return uniform32(e.state.streams, STREAM.operation) * e.program.checkInterval[service] + fixed;
}
