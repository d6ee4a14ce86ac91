import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Program } from '../../src/compile/program.ts';
import { COUNT } from '../../src/observe/counts.ts';
import { FIGURES, REPLICATION_ROW } from '../../src/observe/figures.ts';
import { HISTOGRAM, HISTOGRAMS, MOMENTS } from '../../src/observe/kinds.ts';
import { MOST_FAILURES, PHASE, SLA } from '../../src/observe/names.ts';
import { createObservation, type Observation, PARTS, resetObservation } from '../../src/observe/observation.ts';
import { packTally, unpackTally } from '../../src/observe/packed.ts';
import { addReplication, ALL_FIGURES, createTally, mergeTally, observe, type Tally } from '../../src/observe/tally.ts';
import type { Goals, Incident, Outage } from '../../src/observe/told.ts';
import { coarseCount, coarseQuantile } from '../../src/statistics/coarse.ts';
import { histogramCount, histogramQuantile } from '../../src/statistics/histogram.ts';
import { MOMENTS_STRIDE, momentsCount, momentsMax, momentsMean, momentsMin } from '../../src/statistics/moments.ts';
import { SQUARES_STRIDE } from '../../src/statistics/squares.ts';

const COUNTS: Program['counts'] = { domains: 2, members: 6, services: 3, clocks: 0, exponentialClocks: 0, ownClocks: 0, shocks: 0, deploys: 0, causes: 4, kindTargets: 2, windowDays: 182.625, missions: 1, policies: 0, streams: 0, sources: 0, teams: 1, works: 0, repairs: 0, tasks: 0, requests: 0, lines: 0, stocks: 0, orders: 0, maintained: 1, planned: 1 };
const GOALS: Goals = { availability: 0.999, rtoSeconds: 1000, rpoSeconds: 10, byKind: [{ target: 'rto', goalSeconds: 500 }, { target: 'rpo', goalSeconds: 5 }] };
const YEARS = 2;

/** One thing that happens, and what it stands for. */
type Thing = { readonly weight: number } & (
  | { readonly kind: 'incident'; readonly incident: Incident }
  | { readonly kind: 'outage'; readonly outage: Outage }
  | { readonly kind: 'loss'; readonly seconds: number; readonly rpoRow: number }
  | { readonly kind: 'history'; readonly seed: number }
);

const seconds = fc.oneof({ weight: 8, arbitrary: fc.integer({ min: 0, max: 1 << 24 }).map((n) => n / 64) }, { weight: 1, arbitrary: fc.constant(Infinity) });
const stages = fc.array(fc.integer({ min: 0, max: 4096 }), { minLength: PHASE.phases, maxLength: PHASE.phases }).map((each) => Float64Array.from(each));
const anyThing = (weight: fc.Arbitrary<number>): fc.Arbitrary<Thing> =>
  fc.oneof(
    fc.record({ kind: fc.constant('incident' as const), weight, incident: fc.record({ recoverySeconds: seconds, lossSeconds: seconds, cause: fc.integer({ min: 0, max: 3 }), stages, rtoRow: fc.constantFrom(-1, 0), rpoRow: fc.constantFrom(-1, 1) }) }),
    fc.record({ kind: fc.constant('outage' as const), weight, outage: fc.record({ service: fc.integer({ min: 0, max: 2 }), seconds, lossSeconds: seconds }) }),
    fc.record({ kind: fc.constant('loss' as const), weight, seconds, rpoRow: fc.constantFrom(-1, 1) }),
    fc.record({ kind: fc.constant('history' as const), weight, seed: fc.integer({ min: 0, max: 1000 }) }),
  );

/** A history of two years in which something, or (one in four) nothing, happened. */
function historyOf(seed: number): Observation {
  const o = createObservation(COUNTS, YEARS);
  resetObservation(o, YEARS);
  if (seed % 4 === 0) return o;
  let i = seed;
  for (const field of Object.values(o)) if (typeof field !== 'number') for (let row = 0; row < field.length; row++) field[row] = ((i = (i * 1103 + 12345) % 65536) % 3) * 8;
  o.sla[SLA.windows] = o.slaDownByWindow.length;
  return o;
}

function add(tally: Tally, things: readonly Thing[]): Tally {
  const observer = observe(tally, COUNTS, YEARS, GOALS);
  for (const thing of things) {
    if (thing.kind === 'incident') observer.incident(thing.incident, thing.weight);
    else if (thing.kind === 'outage') observer.outage(thing.outage, thing.weight);
    else if (thing.kind === 'loss') observer.lossWithoutIncident(thing.seconds, thing.weight, thing.rpoRow);
    else addReplication(tally, historyOf(thing.seed), GOALS, thing.weight);
  }
  return tally;
}

const tallyOf = (things: readonly Thing[]): Tally => add(createTally(COUNTS), things);
/** Merged into nothing, so that carries are done. */
function merged(...tallies: readonly Tally[]): Tally {
  const into = createTally(COUNTS);
  for (const tally of tallies) mergeTally(into, tally);
  return into;
}

const anyWeight = fc.oneof(fc.constant(1), fc.double({ min: 1e-12, max: 20, noNaN: true }));

describe('every figure of a tally', () => {
  test('has the same bits in any grouping and order, whatever the weights', () => {
    fc.assert(fc.property(fc.array(fc.tuple(anyThing(anyWeight), fc.integer({ min: 0, max: 3 })), { maxLength: 40 }), (things) => {
      const parts = Array.from({ length: 4 }, (_, part) => tallyOf(things.filter(([, of]) => of === part).map(([thing]) => thing)));
      const whole = bits(merged(tallyOf(things.map(([thing]) => thing))));
      expect(bits(merged(...parts))).toBe(whole);
      expect(bits(merged(parts[2], merged(parts[3], parts[1]), parts[0]))).toBe(whole);
    }), { numRuns: 60 });
  });

  test('added k times with a k-th of the weight is added once, but for how many samples that is', () => {
    const dyadic = fc.integer({ min: 1, max: 4096 }).map((n) => n / 1024);
    fc.assert(fc.property(fc.array(anyThing(dyadic), { maxLength: 20 }), fc.constantFrom(2, 8), (things, k) => {
      const often = tallyOf(things.flatMap((thing) => Array.from({ length: k }, () => ({ ...thing, weight: thing.weight / k }))));
      const [once, parts] = [merged(tallyOf(things)), merged(often)];
      for (const [name] of ALL_FIGURES) expect(figureOf(parts, name), name).toEqual(figureOf(once, name));
    }), { numRuns: 60 });
  });

  test('with the weight 1 is what it is without one', () => {
    fc.assert(fc.property(fc.array(fc.integer({ min: 0, max: 1000 }), { maxLength: 20 }), (seeds) => {
      const plain = createTally(COUNTS);
      for (const seed of seeds) addReplication(plain, historyOf(seed), GOALS);
      expect(bits(tallyOf(seeds.map((seed) => ({ kind: 'history', seed, weight: 1 }))))).toBe(bits(plain));
    }), { numRuns: 30 });
  });

  test('is packed and unpacked to the last bit', () => {
    fc.assert(fc.property(fc.array(anyThing(anyWeight), { maxLength: 30 }), (things) => {
      for (const tally of [tallyOf(things), merged(tallyOf(things))]) expect(bits(unpackTally(structuredClone(packTally(tally, COUNTS)), COUNTS))).toBe(bits(tally));
    }), { numRuns: 60 });
  });
});

/** All bits of a tally: comparing numbers one by one takes a hundred times as long. */
function bits(tally: Tally): string {
  const hash = createHash('sha256');
  for (const [name] of ALL_FIGURES) {
    const store = tally[name];
    for (const row of store instanceof Float64Array ? [store] : store) hash.update(row === null ? 'no row' : new Uint8Array(row.buffer));
  }
  return hash.digest('hex');
}

/** What is in it, without the squares of weights; rows of coarse histograms have room for parts or have not, which says nothing. */
function figureOf(tally: Tally, name: keyof Tally): readonly (readonly number[])[] {
  const store = structuredClone(tally[name]);
  const { merge }: { readonly merge: unknown } = FIGURES[name];
  const rowLength = merge === MOMENTS.merge ? MOMENTS_STRIDE : merge === HISTOGRAM.merge ? store.length : Infinity;
  for (let end = rowLength; end <= store.length; end += rowLength) (store as Float64Array).fill(0, end - SQUARES_STRIDE, end);
  if (merge === HISTOGRAMS.merge) for (const row of store as (Float64Array | null)[]) row?.fill(0, row.length - SQUARES_STRIDE);
  return (store instanceof Float64Array ? [store] : store).map((row) => Array.from(row ?? []).flatMap((value, i) => (Number.isFinite(value) && value !== 0 ? [i, value] : [])));
}

describe('figures of weighted observations', () => {
  const things = Array.from({ length: 400 }, (_, i): Thing & { kind: 'incident' } => ({
    kind: 'incident',
    weight: [1, 0.125, 1e-6, 3][i % 4],
    incident: { recoverySeconds: 10 + i * 7.5, lossSeconds: i % 5 === 0 ? Infinity : i / 8, cause: i % 3, stages: Float64Array.from({ length: PHASE.phases }, (_unused, phase) => i + phase), rtoRow: i % 3 === 0 ? 0 : -1, rpoRow: i % 3 === 0 ? -1 : 1 },
  }));
  const tally = merged(tallyOf(things));
  const sum = (of: (thing: (typeof things)[number]) => number) => things.reduce((total, thing) => total + thing.weight * of(thing), 0);
  const total = sum(() => 1);

  test('have the means that Σwx / Σw gives, of recovery times, losses and stages', () => {
    expect(momentsCount(tally.recovery, 0)).toBeCloseTo(total, 9);
    expect(momentsMean(tally.recovery, 0)).toBeCloseTo(sum(({ incident }) => incident.recoverySeconds) / total, 8);
    const isFinal = ({ incident }: (typeof things)[number]) => incident.lossSeconds === Infinity;
    const finite = sum((thing) => (isFinal(thing) ? 0 : 1));
    expect(momentsMean(tally.loss, 0)).toBeCloseTo(sum((thing) => (isFinal(thing) ? 0 : thing.incident.lossSeconds)) / finite, 8);
    for (let phase = 0; phase < PHASE.phases; phase++) expect(momentsMean(tally.stages, phase)).toBeCloseTo(sum(({ incident }) => incident.stages[phase]) / total, 8);
    expect([momentsMin(tally.recovery, 0), momentsMax(tally.recovery, 0)]).toEqual([10, 10 + 399 * 7.5]);
  });

  test('have the quantiles that Σw gives, all incidents and those of one cause', () => {
    const quantile = (p: number, of: readonly (typeof things)[number][]) => {
      const all = of.reduce((w, { weight }) => w + weight, 0);
      let below = 0;
      return of.find(({ weight }) => (below += weight) >= p * all)!.incident.recoverySeconds;
    };
    expect(histogramCount(tally.recoveryHistogram)).toBeCloseTo(total, 9);
    for (const p of [0.05, 0.5, 0.95]) {
      expect(Math.abs(histogramQuantile(tally.recoveryHistogram, p, 10, 1e9)! / quantile(p, things) - 1)).toBeLessThan(1 / 128);
      for (let cause = 0; cause < 3; cause++) {
        const own = things.filter(({ incident }) => incident.cause === cause);
        const exact = quantile(p, own);
        const coarse = coarseQuantile(tally.causeRecovery, cause, p)!;
        // The lower edge of a bin that is 1/16 of its octave's lower end wide.
        expect(coarse).toBeLessThanOrEqual(exact);
        expect(coarse).toBeGreaterThan(exact * (1 - 1 / 16) - 1e-9);
        expect(coarseCount(tally.causeRecovery, cause)).toBeCloseTo(own.reduce((w, { weight }) => w + weight, 0), 9);
      }
    }
  });

  test('have the counts that Σw gives: within the goals, within the tiers, censored', () => {
    expect(tally.counts[COUNT.withinRto]).toBeCloseTo(sum(({ incident }) => (incident.recoverySeconds <= 1000 ? 1 : 0)), 9);
    expect(tally.counts[COUNT.withinRpo]).toBeCloseTo(sum(({ incident }) => (incident.lossSeconds <= 10 ? 1 : 0)), 9);
    const outages = merged(tallyOf([60, 2000, Infinity].map((each): Thing => ({ kind: 'outage', weight: 0.3, outage: { service: 1, seconds: each, lossSeconds: 0 } }))));
    // 15 min, 1 h, 4 h, 24 h.
    expect(Array.from(outages.serviceWithin.subarray(8, 12))).toEqual([0.3, 0.6, 0.6, 0.6]);
    expect(merged(tallyOf([{ kind: 'incident', weight: 0.3, incident: { recoverySeconds: Infinity, lossSeconds: 0, cause: 0, stages: new Float64Array(PHASE.phases), rtoRow: -1, rpoRow: -1 } }])).counts[COUNT.censored]).toBe(0.3);
  });

  test('have, per year, the weighted means of what histories add up to', () => {
    const histories = Array.from({ length: 50 }, (_, seed) => ({ kind: 'history' as const, seed, weight: [1, 0.25, 2][seed % 3] }));
    const seen = merged(tallyOf(histories));
    const weights = histories.reduce((all, { weight }) => all + weight, 0);
    const mean = (of: (o: Observation) => number) => histories.reduce((all, { seed, weight }) => all + weight * of(historyOf(seed)), 0) / weights;
    expect(seen.counts[COUNT.years]).toBe(YEARS * weights);
    expect(momentsMean(seen.replications, REPLICATION_ROW.down)).toBeCloseTo(mean((o) => (o.downByYear[0] + o.downByYear[1]) / YEARS), 10);
    expect(momentsMean(seen.years, 0)).toBeCloseTo(mean((o) => (o.downByYear[0] + o.downByYear[1]) / 2), 10);
    for (const name of Object.keys(PARTS) as (keyof typeof PARTS)[])
      for (let row = 0; row < PARTS[name](COUNTS); row++) expect(momentsMean(seen[name], row), name).toBeCloseTo(mean((o) => o[name][row] / YEARS), 10);
    expect(PARTS.failuresDown()).toBe(MOST_FAILURES + 1);
  });
});

describe('a packed tally', () => {
  test('of another version, or of another program, is refused by name', () => {
    const packed = packTally(createTally(COUNTS), COUNTS);
    const older = packed.slice();
    older[0]--;
    expect(() => unpackTally(older, COUNTS)).toThrow(/reads tallies of version 3 and was sent version 2.*Reload, or build again/);
    expect(() => unpackTally(packed, { ...COUNTS, services: 4 })).toThrow(/version 3 with other figures in it/);
    // As they were sent before they had a version.
    expect(() => unpackTally(createTally(COUNTS) as unknown as Float64Array, COUNTS)).toThrow(/was sent version 1/);
  });

  test('has the bytes of what happened, not of what could have', () => {
    const many = { ...COUNTS, services: 1000, causes: 1000 };
    const quiet = createTally(many);
    for (let i = 0; i < 10; i++) addReplication(quiet, { ...createObservation(many, 1), years: 1 }, GOALS);
    // Per year one bin, and a few counts.
    expect(packTally(quiet, many).length).toBeLessThan(200);
    observe(quiet, many, 1, GOALS).outage({ service: 7, seconds: 60, lossSeconds: 0 }, 1);
    expect(packTally(quiet, many).length).toBeLessThan(230);
  });
});
