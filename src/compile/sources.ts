import { mean } from '../random/moments.ts';
import type { Fleet } from './clocks.ts';
import type { DrawList } from './draw-list.ts';
import { OWNER } from './program.ts';
import type { StreamList } from './streams.ts';

/** Blocks of one size, before they become twice as large: a million members take 72 of them. */
const BLOCKS_OF_A_SIZE = 4;
/** Rings drawn ahead, about. */
const RINGS_AHEAD = 256;
const TWO_POW_32 = 4294967296;

/** Fields of `Program` of the same names. */
interface Sources {
  readonly sources: Int32Array;
  readonly sourceGap: Float64Array;
  readonly sourceShare: Float64Array;
  readonly tapeSeconds: number;
  readonly tapeLength: number;
}

/**
 * Sources of exponential failures: blocks of members by their index, 1, 1, 1, 1, 2, 2, 2, 2, 4, …, so that a fleet that
 * grows leaves the history of those that were there as it was. The last block has room for more than there are.
 */
export function packSources(fleets: readonly Fleet[], streams: StreamList, draws: DrawList): Sources {
  const records: number[] = [];
  const gaps: number[] = [];
  const shares: number[] = [];
  let total = 0;
  for (const { kind, clocks, firstClock } of fleets) {
    if (kind.up.kind !== 'exponential') continue;
    const name = clockName(kind);
    const blocks = blockBits(clocks);
    const rings = streams.add(`ring/${name}`, blocks.length);
    const repairs = streams.add(`repair/${name}`, blocks.length);
    const rate = 1 / mean(kind.up);
    const grid = powerOfTwoFrom(rate);
    let first = 0;
    blocks.forEach((bits, block) => {
      const places = 1 << bits;
      records.push(
        firstClock + first,
        Math.min(places, clocks - first),
        bits,
        kind.down === null ? -1 : draws.add(kind.down),
        rings + block,
        repairs + block,
      );
      gaps.push(1 / (grid * places));
      shares.push((rate / grid) * TWO_POW_32);
      total += grid * places;
      first += places;
    });
  }
  const ahead = Math.max(RINGS_AHEAD, gaps.length);
  return {
    sources: Int32Array.from(records),
    sourceGap: Float64Array.from(gaps),
    sourceShare: Float64Array.from(shares),
    tapeSeconds: ahead / total,
    tapeLength: records.length === 0 ? 0 : 2 * ahead,
  };
}

/** What a clock's streams are named after. */
export function clockName({ ownerKind, cause }: Fleet['kind']): string {
  return `${Object.keys(OWNER)[ownerKind]}/${cause}`;
}

/** [block] its places, as a power of two. */
function blockBits(members: number): number[] {
  const bits: number[] = [];
  for (let places = 0; places < members;) {
    bits.push(Math.floor(bits.length / BLOCKS_OF_A_SIZE));
    places += 1 << bits.at(-1)!;
  }
  return bits;
}

/** The smallest power of two that is not less. */
function powerOfTwoFrom(rate: number): number {
  let power = 1;
  while (power < rate) power *= 2;
  while (power / 2 >= rate) power /= 2;
  return power;
}
