import { AT_ONCE } from '../random/distribution.ts';
import { type ClockList, unavailability } from './clocks.ts';
import type { DrawList } from './draw-list.ts';
import { FLEET, type Program } from './program.ts';
import { clockName } from './sources.ts';
import type { StreamList } from './streams.ts';
import { worksOfFleets } from './works.ts';

/** Clocks by fleets; how each of them begins is left to `addStarts`. */
export function packFleets(
  { fleets, clocks }: ClockList,
  streams: StreamList,
  draws: DrawList,
  cause: (name: string) => number,
) {
  const records = new Int32Array(fleets.length * FLEET.stride);
  const clockFleet = new Int32Array(clocks);
  const works = worksOfFleets(fleets);
  fleets.forEach(({ kind, firstOwner, firstClock, clocks: count }, fleet) => {
    const at = fleet * FLEET.stride;
    // A field that is added and not filled does not compile; `start` is left to `addStarts`.
    const fields: Readonly<Record<Exclude<keyof typeof FLEET, 'start' | 'stride'>, number>> = {
      clock: firstClock,
      clocks: count,
      ownerKind: kind.ownerKind,
      owner: firstOwner,
      upDraw: draws.add(kind.up),
      downDraw: draws.add(kind.down ?? AT_ONCE),
      losesData: kind.losesData ? 1 : 0,
      latent: kind.isLatent ? 1 : 0,
      cause: cause(kind.cause),
      work: works[fleet],
      stream: kind.up.kind === 'exponential' ? -1 : streams.add(`clock/${clockName(kind)}`, count),
    };
    for (const field of Object.keys(fields) as (keyof typeof fields)[]) records[at + FLEET[field]] = fields[field];
    clockFleet.fill(fleet, firstClock, firstClock + count);
  });
  return {
    fleets: records,
    fleetUnavailability: Float64Array.from(fleets, ({ kind }) => unavailability(kind.up, kind.down)),
    clockFleet,
  } satisfies Partial<Program>;
}

/** The streams that say in which state each clock begins; they come after those that go on being drawn from. */
export function addStarts(records: Int32Array, { fleets }: ClockList, streams: StreamList): void {
  fleets.forEach(({ kind }, fleet) => {
    records[fleet * FLEET.stride + FLEET.start] = streams.addPassing(`start/${clockName(kind)}`);
  });
}
