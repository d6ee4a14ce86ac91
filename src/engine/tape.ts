import { SOURCE } from '../compile/program.ts';
import { draw } from '../random/draws.ts';
import { nextWord } from '../random/stream.ts';
import { standardExponential } from '../random/ziggurat.ts';
import type { Engine } from './engine.ts';

/*
 * Exponential failures ring by themselves: each source at its own rate, whatever is up or down, and a ring for what
 * is down
 * already is ignored. By the lack of memory this thinning leaves every clock its own exponential time up (Lewis &
 * Shedler
 * 1979). So rings do not depend on what happens, and all of them can be drawn a stretch ahead, source by source, and
 * put in
 * order once. The repair is drawn with its ring, whether it will be needed or not: then the n-th ring of a source has
 * the
 * same repair in every model that has the source.
 *
 * Sources ring at a power of two above their rate, and a ring counts with the share that is left: models whose rates
 * differ
 * a little then ring at the same moments, and differ in those few only that count in one of them and not in the other.
 */

/** Draws each source's first ring, and fills the tape. */
export function beginRings(e: Engine): void {
  const { sources, sourceGap, counts } = e.program;
  const { nextRings, streams } = e.state;
  for (let source = 0; source < counts.sources; source++) {
    const rings = sources[source * SOURCE.stride + SOURCE.rings];
    nextRings[source] = e.now + standardExponential(streams, rings) * sourceGap[source];
  }
  e.ringsUntil = e.now;
  e.nextRing = Infinity;
  if (counts.sources > 0) drawRings(e);
}

/** The next ring has been taken. */
export function nextRing(e: Engine): void {
  if (++e.ringAt < e.ringCount) e.nextRing = e.state.ringTime[e.state.ringOrder[e.ringAt]];
  else drawRings(e);
}

/** Goes on to the next stretch in which anything rings. */
function drawRings(e: Engine): void {
  let count = 0;
  let from = 0;
  while (count === 0) {
    from = e.ringsUntil;
    e.ringsUntil = from + e.program.tapeSeconds;
    count = drawUntil(e, e.ringsUntil);
  }
  sortRings(e, from, count);
  e.ringAt = 0;
  e.ringCount = count;
  e.nextRing = e.state.ringTime[e.state.ringOrder[0]];
}

/** All rings before the given time, source by source. @returns how many */
function drawUntil(e: Engine, until: number): number {
  const { sources, sourceGap, sourceShare, draws, counts } = e.program;
  const { nextRings, ringTime, ringClock, ringRepair, streams } = e.state;
  let count = 0;
  for (let source = 0; source < counts.sources; source++) {
    let at = nextRings[source];
    if (at >= until) continue;
    const record = source * SOURCE.stride;
    const first = sources[record + SOURCE.clock];
    const clocks = sources[record + SOURCE.clocks];
    const bits = sources[record + SOURCE.bits];
    const repairDraw = sources[record + SOURCE.repairDraw];
    const rings = sources[record + SOURCE.rings];
    const repairs = sources[record + SOURCE.repairs];
    const gap = sourceGap[source];
    const share = sourceShare[source];
    do {
      const word = nextWord(streams, rings);
      // The word's first bits say which place rings; the others, or of many places another word, whether that counts.
      const place = bits === 0 ? 0 : word >>> (32 - bits);
      const left = (bits <= 8 ? word << bits : nextWord(streams, rings)) >>> 0;
      const takes = repairDraw < 0 ? 0 : draw(draws, repairDraw, streams, repairs);
      if (left < share && place < clocks) {
        ringTime[count] = at;
        ringClock[count] = first + place;
        ringRepair[count++] = takes;
      }
      at += standardExponential(streams, rings) * gap;
    } while (at < until);
    nextRings[source] = at;
  }
  // Twice as many as on average: not in the life of this universe.
  if (count > ringTime.length) throw new Error(`more rings (${count}) than there is room for (${ringTime.length})`);
  return count;
}

/** Into buckets of equal width, and from there by insertion. What rings at once rings in the order of its clocks. */
function sortRings(e: Engine, from: number, count: number): void {
  const { ringTime, ringOrder } = e.state;
  const { buckets } = e;
  const last = buckets.length - 2;
  const perSecond = (last + 1) / e.program.tapeSeconds;
  buckets.fill(0);
  for (let ring = 0; ring < count; ring++) buckets[1 + bucketOf(ringTime[ring] - from, perSecond, last)]++;
  for (let bucket = 0; bucket < last; bucket++) buckets[bucket + 1] += buckets[bucket];
  for (let ring = 0; ring < count; ring++)
    ringOrder[buckets[bucketOf(ringTime[ring] - from, perSecond, last)]++] = ring;
  for (let i = 1; i < count; i++) {
    const ring = ringOrder[i];
    let place = i;
    while (place > 0 && isBefore(e, ring, ringOrder[place - 1])) {
      ringOrder[place] = ringOrder[place - 1];
      place--;
    }
    ringOrder[place] = ring;
  }
}

function bucketOf(seconds: number, perSecond: number, last: number): number {
  const bucket = (seconds * perSecond) | 0;
  return bucket < last ? bucket : last;
}

function isBefore({ state: { ringTime, ringClock } }: Engine, ring: number, other: number): boolean {
  return ringTime[ring] < ringTime[other] || (ringTime[ring] === ringTime[other] && ringClock[ring] < ringClock[other]);
}
