import { drawInputs } from '../model/worlds.ts';
import { normalQuantile } from '../random/special/normal.ts';
import { expectedKnowing } from '../statistics/link.ts';
import { type Surface, surfaceOf } from '../statistics/surface.ts';
import { SECONDS_PER_YEAR } from '../units/table.ts';
import { type Claim, holdsIn, type Rough, type Witness } from './claims.ts';
import type {
  AvailabilityDoubt,
  DifferenceDoubt,
  DifferenceDoubtInput,
  DoubtFigures,
  DoubtInput,
  DoubtRange,
} from './report-doubt.ts';
import type { Report } from './report.ts';

/** What one model came to in one world. */
export interface WorldFigures {
  /** Seconds a year. */
  readonly down: Rough;
  /** Of each claim. */
  readonly claims: readonly Witness[];
}

/** What a second model has more than a first in one world, per year: seconds, and money. */
export interface WorldDifference {
  readonly down: Rough;
  readonly cost: Rough;
}

export interface Drawn {
  readonly inputs: readonly string[];
  /** [world][input] standard normal. */
  readonly draws: readonly (readonly number[])[];
  /** Simulated in each world. */
  readonly years: number;
  readonly seed: string;
}

/** Layers of one input, and what is drawn of the others in each. */
const LAYERS = 40;
const DRAWS_PER_LAYER = 500;
/** Of the surface through the worlds: its own error is then all that is left. */
export const DRAWS = 10_000;
/** What a report has of them. */
const VALUES = 200;

/**
 * The report with what doubt leaves of it.
 * @param asked the claims of its targets, in their order, and then what else is to be told of
 * @param worlds in the order of the draws
 */
export function withDoubtOf(
  report: Report,
  drawn: Drawn,
  worlds: readonly WorldFigures[],
  asked: readonly Claim[],
): Report {
  const down = worlds.map((world) => world.down);
  const surface = surfaceOf(drawn.draws, means(down), variances(down), true);
  const draws = drawInputs(drawn.inputs, DRAWS, `${drawn.seed}/more`);
  const availabilities = sorted(draws.map((z, i) => 1 - Math.min(1, (surface?.at(z, i) ?? 0) / SECONDS_PER_YEAR)));
  const chances = holding(drawn, worlds, asked, draws).map((holds) => holds && shareOf(holds));
  const targets = report.targets.map((target, i) => ({ ...target, chance: chances[i] }));
  const told = asked.slice(report.targets.length).map((claim, i) => ({
    ...{ figure: claim.figure, operator: claim.operator, goal: claim.goal },
    chance: chances[report.targets.length + i],
  }));
  const values = Array.from({ length: VALUES }, (_, i) => quantileOf(availabilities, (i + 0.5) / VALUES));
  const doubt: AvailabilityDoubt = { ...rangeOf(availabilities), values };
  const goal = report.targets.find(({ target }) => target === 'availability')?.goal ?? null;
  return {
    ...report,
    availability: { ...report.availability, doubt },
    targets,
    doubt: {
      ...{ worlds: worlds.length, years: drawn.years, inputs: inputsOf(drawn, surface, goal) },
      ...(told.length === 0 ? {} : { claims: told }),
    },
  };
}

function inputsOf(drawn: Drawn, surface: Surface | null, goal: number | null): DoubtFigures['inputs'] {
  const most = goal === null ? 0 : (1 - goal) * SECONDS_PER_YEAR;
  const rows = drawn.inputs.map((parameter, i): DoubtInput => {
    const share = surface?.shares[i] ?? 0;
    return { parameter, share, decides: goal === null ? null : decides(drawn, surface, i, most) };
  });
  return rows.sort((a, b) => b.share - a.share);
}

/** How much likelier a right answer becomes by knowing an input: layer by layer the likelier one is taken. */
function decides({ inputs, seed }: Drawn, surface: Surface | null, input: number, most: number): number {
  if (surface === null) return 0;
  const others = drawInputs(inputs, DRAWS_PER_LAYER, `${seed}/more`);
  const shares = Array.from({ length: LAYERS }, (_, layer) => {
    const z = normalQuantile((layer + 0.5) / LAYERS);
    return meanOf(others.map((draw, i) => (surface.at(draw.with(input, z), i) <= most ? 1 : 0)));
  });
  return Math.max(0, meanOf(shares.map(likelier)) - likelier(meanOf(shares)));
}

function likelier(share: number): number {
  return Math.max(share, 1 - share);
}

/** [claim][draw]; null where nothing is known of a claim. */
function holding(
  drawn: Drawn,
  worlds: readonly WorldFigures[],
  asked: readonly Claim[],
  draws: readonly (readonly number[])[],
): (boolean[] | null)[] {
  return asked.map((claim, i) => {
    const witnesses = worlds.map(({ claims }) => claims[i]);
    return holdsIn(claim, witnesses, drawn.draws, draws);
  });
}

/** In how many worlds each of several claims holds, and all of them. @param worlds in the order of the draws */
export function chancesOf(
  drawn: Drawn,
  worlds: readonly WorldFigures[],
  asked: readonly Claim[],
): { readonly all: number | null; readonly each: readonly (number | null)[] } {
  const draws = drawInputs(drawn.inputs, DRAWS, `${drawn.seed}/more`);
  const found = holding(drawn, worlds, asked, draws);
  const known = found.filter((holds) => holds !== null);
  const all = known.length < found.length ? null : shareOf(draws.map((_, i) => known.every((holds) => holds[i])));
  return { all, each: found.map((holds) => holds && shareOf(holds)) };
}

function shareOf(holds: readonly boolean[]): number {
  return meanOf(holds.map((each) => (each ? 1 : 0)));
}

/** In how many worlds the second of two models is better, and what that hangs on. */
export function differenceDoubt(drawn: Drawn, worlds: readonly WorldDifference[]): DifferenceDoubt {
  const [down, cost] = (['down', 'cost'] as const).map((key) => {
    const found = worlds.map((world) => world[key]);
    const surface = surfaceOf(drawn.draws, means(found), variances(found), false);
    const values = worlds.map((_, w) => surface?.at(drawn.draws[w], w) ?? 0);
    return { surface, values, below: meanOf(values.map((value) => (value < 0 ? 1 : 0))) };
  });
  const inputs = drawn.inputs.map((parameter, i): DifferenceDoubtInput => {
    const z = drawn.draws.map((draw) => draw[i]);
    return {
      parameter,
      share: down.surface?.shares[i] ?? 0,
      decides: decidesBetween(z, down.values),
      worth: worth(z, cost.values),
    };
  });
  return {
    worlds: worlds.length,
    years: drawn.years,
    better: down.below,
    cheaper: cost.below,
    downtimePerYear: rangeOf(sorted(down.values)),
    cost: rangeOf(sorted(cost.values)),
    inputs: inputs.sort((a, b) => b.share - a.share),
  };
}

/** How much likelier the right choice becomes by knowing an input. */
function decidesBetween(z: readonly number[], values: readonly number[]): number {
  const isBelow = values.map((value): number => (value < 0 ? 1 : 0));
  if (isBelow.every((each) => each === isBelow[0])) return 0;
  const chances = expectedKnowing(z, isBelow, 'logit');
  return Math.max(0, meanOf(chances.map(likelier)) - likelier(meanOf(chances)));
}

/**
 * The expected value of knowing one input before choosing the cheaper of two (EVPPI: Strong & Oakley 2013): what the
 * better choice gains once it is known, less what the better one gains without.
 */
function worth(z: readonly number[], values: readonly number[]): number {
  const gains = expectedKnowing(z, values, 'sum').map((value) => -value);
  return Math.max(0, meanOf(gains.map((gain) => Math.max(0, gain))) - Math.max(0, meanOf(gains)));
}

function sorted(values: readonly number[]): number[] {
  return [...values].sort((a, b) => a - b);
}

/** @param values in ascending order */
export function rangeOf(values: readonly number[]): DoubtRange {
  return { p5: quantileOf(values, 0.05), p50: quantileOf(values, 0.5), p95: quantileOf(values, 0.95) };
}

/** Between the two that stand around it (Hyndman & Fan 1996, definition 7). */
function quantileOf(values: readonly number[], share: number): number {
  const at = share * (values.length - 1);
  const below = Math.floor(at);
  const next = values[Math.min(values.length - 1, below + 1)];
  return values[below] + (at - below) * (next - values[below]);
}

function means(worlds: readonly Rough[]): number[] {
  return worlds.map(({ mean }) => mean);
}

function variances(worlds: readonly Rough[]): number[] {
  return worlds.map(({ variance }) => variance);
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
