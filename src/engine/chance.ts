import { uniform32 } from '../random/stream.ts';
import type { Engine } from './engine.ts';

/** True with the given chance, drawn from the stream. A certainty draws nothing. */
export function happens(e: Engine, stream: number, probability: number): boolean {
  return probability >= 1 || uniform32(e.state.streams, stream) < probability;
}

/** From a failure to the health check's verdict: U(0, interval) and the fixed part given, seconds. */
export function checkDelay(e: Engine, service: number, fixed: number): number {
  return uniform32(e.state.streams, e.program.operationStream[service]) * e.program.checkInterval[service] + fixed;
}
