import { type Deploys, deploysOf } from '../model/deploys.ts';
import type { Model } from '../model/model.ts';
import type { Fleet } from './clocks.ts';
import type { DrawList } from './draw-list.ts';
import { OWNER, type Program } from './program.ts';
import type { StreamList } from './streams.ts';

/** Changes that go out, and the canaries that have them first. */
export function compileDeploys(model: Model, fleets: readonly Fleet[], streams: StreamList, draws: DrawList) {
  const deploys = deploysOf(model);
  const numbers = (of: (deploy: Deploys) => number) => Float64Array.from(deploys, of);
  return {
    deployClock: Int32Array.from(
      fleets.filter(({ kind }) => kind.ownerKind === OWNER.deploy).toSorted((a, b) => a.firstOwner - b.firstOwner),
      ({ firstClock }) => firstClock,
    ),
    deployEveryDraw: Int32Array.from(deploys, ({ every }) => draws.add(every)),
    deployGap: numbers(({ every }) => (every.kind === 'constant' ? every.value : 0)),
    deployFailureRate: numbers(({ changeFailureRate }) => changeFailureRate),
    deployRecoveryDraw: Int32Array.from(deploys, ({ recovery }) => draws.add(recovery)),
    deployService: Int32Array.from(deploys, ({ hits }) => hits[0]),
    deployStream: Int32Array.from(deploys, ({ service }) => streams.add(`deploy/${service}`, 3)),
    canaryMembers: Int32Array.from(deploys, ({ canary }) => canary?.members ?? 0),
    canaryBake: numbers(({ canary }) => canary?.bakeSeconds ?? 0),
    canaryCatches: numbers(({ canary }) => canary?.catches ?? 0),
  } satisfies Partial<Program>;
}
