import type { Model } from '../model/model.ts';
import type { Program } from './program.ts';
import type { StreamList } from './streams.ts';

/** Who looks for faults that nobody notices, and how often a failover's path breaks. */
export function compileInspections({ services }: Model, streams: StreamList) {
  return {
    inspectEvery: Float64Array.from(services, ({ check }) => check?.everySeconds ?? 0),
    inspectCoverage: Float64Array.from(services, ({ check }) => check?.coverage ?? 1),
    inspectStaggered: Uint8Array.from(services, ({ check }) => (check?.isStaggered === true ? 1 : 0)),
    inspectStream: Int32Array.from(services, ({ name }) => streams.add(`inspection/${name}`, 1)),
    driftPerSecond: Float64Array.from(services, ({ failover }) => failover?.driftPerSecond ?? 0),
    drillEvery: Float64Array.from(services, ({ failover }) => failover?.drillSeconds ?? 0),
  } satisfies Partial<Program>;
}
