import { AT_ONCE } from '../random/distribution.ts';
import { type ClockList, unavailability } from './clocks.ts';
import type { DrawList } from './draw-list.ts';
import { CLOCK } from './program.ts';
import { clockName } from './sources.ts';
import type { StreamList } from './streams.ts';

/** Records of `CLOCK.stride` numbers. */
export function packClocks(
  { fleets, clocks }: ClockList,
  streams: StreamList,
  draws: DrawList,
  cause: (name: string) => number,
): Int32Array {
  const records = new Int32Array(clocks * CLOCK.stride);
  for (const { kind, firstOwner, firstClock, clocks: count } of fleets) {
    const up = draws.add(kind.up);
    const down = draws.add(kind.down ?? AT_ONCE);
    const index = cause(kind.cause);
    const row = kind.up.kind === 'exponential' ? -1 : streams.add(`clock/${clockName(kind)}`, count);
    for (let i = 0; i < count; i++) {
      const at = (firstClock + i) * CLOCK.stride;
      records[at + CLOCK.ownerKind] = kind.ownerKind;
      records[at + CLOCK.owner] = firstOwner + i;
      records[at + CLOCK.upDraw] = up;
      records[at + CLOCK.downDraw] = down;
      records[at + CLOCK.losesData] = kind.losesData ? 1 : 0;
      records[at + CLOCK.cause] = index;
      records[at + CLOCK.stream] = row < 0 ? -1 : row + i;
    }
  }
  return records;
}

/** [fleet] its first clock, how many there are, and the stream that says in which state each begins. */
export function packFleets({ fleets }: ClockList, streams: StreamList): Int32Array {
  return Int32Array.from(
    fleets.flatMap(({ kind, firstClock, clocks }) => [
      firstClock,
      clocks,
      streams.addPassing(`start/${clockName(kind)}`),
    ]),
  );
}

/** [clock] */
export function unavailabilities({ fleets, clocks }: ClockList): Float64Array {
  const shares = new Float64Array(clocks);
  for (const { kind, firstClock, clocks: count } of fleets) {
    shares.fill(unavailability(kind.up, kind.down), firstClock, firstClock + count);
  }
  return shares;
}
