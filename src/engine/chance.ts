import { uniform32 } from '../random/stream.ts';
import type { Engine } from './engine.ts';
import { noteChance, noteDelay } from './luck.ts';

/** True with the given chance, drawn from the stream. A certainty draws nothing. */
export function happens(e: Engine, stream: number, probability: number): boolean {
  if (probability >= 1) return true;
  const does = uniform32(e.state.streams, stream) < probability;
  if (e.program.bySource) noteChance(e, stream, does ? 0 : 1, 1 - probability);
  return does;
}

/** From a failure to the health check's verdict: U(0, interval) and the fixed part given, seconds. */
export function checkDelay(e: Engine, service: number, fixed: number): number {
  const stream = e.program.operationStream[service];
  const u = uniform32(e.state.streams, stream);
  if (e.program.bySource) noteDelay(e, stream, (u - 0.5) * e.program.checkInterval[service]);
  return u * e.program.checkInterval[service] + fixed;
}
