import { SOURCE } from '../compile/program.ts';
import { drawMany } from '../random/draws.ts';
import { markedPoints, standardExponential } from '../random/ziggurat.ts';
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
  do {
    const from = e.ringsUntil;
    e.ringsUntil = from + e.program.tapeSeconds;
    e.ringCount = sortRings(e, from, drawUntil(e, e.ringsUntil));
  } while (e.ringCount === 0);
  e.ringAt = 0;
  e.nextRing = e.state.ringTime[e.state.ringOrder[0]];
}

/** All rings before the given time, source by source, those that do not count among them. @returns how many */
function drawUntil(e: Engine, until: number): number {
  const { sources, sourceGap, sourceShare, draws, counts } = e.program;
  const { nextRings, ringTime, ringClock, ringRepair, streams } = e.state;
  let count = 0;
  for (let source = 0; source < counts.sources; source++) {
    if (nextRings[source] >= until) continue;
    const at = source * SOURCE.stride;
    const from = count;
    ringTime[from] = nextRings[source];
    count = markedPoints(
      streams,
      sources[at + SOURCE.rings],
      until,
      sourceGap[source],
      sources[at + SOURCE.bits],
      sourceShare[source],
      sources[at + SOURCE.clock],
      sources[at + SOURCE.clocks],
      ringTime,
      ringClock,
      from,
    );
    // Twice as many as on average: not in the life of this universe.
    if (count >= ringTime.length) throw new Error(`more rings (${count}) than there is room for (${ringTime.length})`);
    nextRings[source] = ringTime[count];
    const repairDraw = sources[at + SOURCE.repairDraw];
    if (repairDraw < 0) ringRepair.fill(0, from, count);
    else drawMany(draws, repairDraw, streams, sources[at + SOURCE.repairs], ringRepair, from, count);
  }
  return count;
}

/**
 * Those that count, into buckets of equal width, and from there by insertion. What rings at once rings in the order of
 * its clocks. @returns how many they are
 */
function sortRings(e: Engine, from: number, drawn: number): number {
  const { ringTime, ringClock, ringOrder } = e.state;
  const { buckets } = e;
  const last = buckets.length - 2;
  // A little less than there is room for: the last bucket is for those that do not count.
  const perSecond = (last - 0.5) / e.program.tapeSeconds;
  buckets.fill(0);
  for (let ring = 0; ring < drawn; ring++) buckets[1 + bucketOf(ringTime[ring] - from, perSecond, last)]++;
  for (let bucket = 0; bucket < last; bucket++) buckets[bucket + 1] += buckets[bucket];
  const count = buckets[last];
  for (let ring = 0; ring < drawn; ring++)
    ringOrder[buckets[bucketOf(ringTime[ring] - from, perSecond, last)]++] = ring;
  for (let i = 1; i < count; i++) {
    const ring = ringOrder[i];
    const time = ringTime[ring];
    let place = i;
    while (place > 0) {
      const other = ringOrder[place - 1];
      if (ringTime[other] < time || (ringTime[other] === time && ringClock[other] < ringClock[ring])) break;
      ringOrder[place--] = other;
    }
    ringOrder[place] = ring;
  }
  return count;
}

/** Rings that do not count, at no time, come after all others. */
function bucketOf(seconds: number, perSecond: number, last: number): number {
  return Math.min(seconds * perSecond, last) | 0;
}
