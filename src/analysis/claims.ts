import type { Model } from '../model/model.ts';
import { REPLICATION_ROW } from '../observe/figures.ts';
import type { Tally } from '../observe/tally.ts';
import { exp } from '../random/elementary.ts';
import { histogramCount, histogramShareAtMost } from '../statistics/histogram.ts';
import { momentsEffectiveCount, momentsMean, momentsVariance } from '../statistics/moments.ts';
import { atMostOf, meanFrom, type Surface, surfaceOf } from '../statistics/surface.ts';
import { SECONDS_PER_YEAR } from '../units/table.ts';
import { runningCost } from './cost.ts';
import type { Found } from './described/figure.ts';
import { FOR_GOOD } from './for-good.ts';
import { partsOf } from './optimization/responses.ts';
import type { Report } from './report.ts';
import type { TargetFigures } from './report-targets.ts';

/** Something that holds in some worlds and not in others, such as `rto.p95 <= 15 min`. */
export interface Claim {
  /** As `--assert` names it. */
  readonly figure: string;
  readonly operator: '>=' | '<=' | '>' | '<';
  /** SI units; per year where the figure is. */
  readonly goal: number;
  /** Where a report has the figure, with the interval of its own error; none is needed of a target. */
  read?(report: Report): Found;
}

/** A figure as one world has it, with the variance of its own error. */
export interface Rough {
  readonly mean: number;
  readonly variance: number;
}

/**
 * What the few years of one world say of a claim: the sum of `parts`, none of them below 0, for each `per`, where there
 * is one. A quantile is held against its goal as the share of what is beyond it, as quantiles of few are biased.
 */
interface Evidence {
  readonly parts: readonly Rough[];
  readonly per: Rough | null;
}

/** null: it is no number in that world, as data are lost for good. */
export type Witness = Evidence | null;

/** What is near to 1 is told by what it lacks. */
const REST = /(^|\.)(availability|requests)$/;
const SERVICE = /^services\.(.+)\.(?:availability|downtime)$/;
const OF_KIND = /^(rto|rpo)\.(.+)\.p95$/;

/** Of what counts or lasts each year, and what turns it into the figure. */
const ROWS: Readonly<Record<string, readonly [row: number, unit: number]>> = {
  availability: [REPLICATION_ROW.down, 1 / SECONDS_PER_YEAR],
  downtime: [REPLICATION_ROW.down, 1],
  'availability.requests': [REPLICATION_ROW.unanswered, 1 / SECONDS_PER_YEAR],
  'availability.out': [REPLICATION_ROW.out, 1 / SECONDS_PER_YEAR],
  'availability.degraded': [REPLICATION_ROW.degraded, 1 / SECONDS_PER_YEAR],
  incidents: [REPLICATION_ROW.incidents, 1],
  permanentLoss: [REPLICATION_ROW.permanent, 1],
  'rpo.perYear': [REPLICATION_ROW.loss, 1],
};

/** The half-width of a 95% interval in standard errors. */
const HALF_WIDTH = 1.96;

/** The claim that a target makes. */
export function claimOf({ target, kind, goal }: Pick<TargetFigures, 'target' | 'kind' | 'goal'>): Claim {
  if (target === 'availability') return { figure: 'availability', operator: '>=', goal };
  if (target === 'budget') return { figure: 'cost.infrastructure', operator: '<=', goal };
  return { figure: kind === undefined ? `${target}.p95` : `${target}.${kind}.p95`, operator: '<=', goal };
}

/** Why nothing is known of a figure in single worlds, as a sentence; null: it is. */
export function whyNoWorlds(figure: string): string | null {
  if (figure.endsWith('.max'))
    return 'a largest value grows with the years, of which a world has few: take a quantile, such as p99.';
  return figure.startsWith('mission.') ? 'worlds live through no missions: leave out the chance.' : null;
}

/** What a world's years say of a claim. */
export function witness(claim: Claim, model: Model, tally: Tally, report: Report): Witness {
  const { figure } = claim;
  const beyond = ofSome(claim, model, tally);
  if (beyond !== null) return beyond;
  const found = claim.read?.(report);
  const { downtimePerSecond, dataPerSecond } = model.losses;
  const isOfLosses = figure === 'rpo.perYear' || (dataPerSecond > 0 && /^cost\.(total|dataLoss)$/.test(figure));
  const isForGood = isOfLosses && momentsMean(tally.replications, REPLICATION_ROW.permanent) > 0;
  if (isForGood || found?.value === FOR_GOOD) return null;
  const down = ofRow(tally, REPLICATION_ROW.down, downtimePerSecond);
  const lost = ofRow(tally, REPLICATION_ROW.loss, dataPerSecond);
  const running = exactly(runningCost(model).total);
  if (figure === 'cost.infrastructure') return alone(running);
  if (figure === 'cost.downtime') return alone(down);
  if (figure === 'cost.dataLoss') return alone(lost);
  if (figure === 'cost.total') return { parts: [running, down, lost], per: null };
  const [, service] = SERVICE.exec(figure) ?? [];
  if (service !== undefined) {
    const at = model.services.findIndex(({ name }) => name === service);
    return alone(mean(tally.serviceDown, at, REST.test(figure) ? 1 / SECONDS_PER_YEAR : 1));
  }
  const row = figure === 'nines' ? ROWS.availability : Object.hasOwn(ROWS, figure) ? ROWS[figure] : undefined;
  if (row !== undefined) return alone(ofRow(tally, ...row));
  const value = typeof found?.value === 'number' ? found.value : 0;
  const [low, high] = found?.interval ?? [null, null];
  const error = typeof low === 'number' && typeof high === 'number' ? (high - low) / 2 / HALF_WIDTH : 0;
  return alone({ mean: REST.test(figure) ? 1 - value : value, variance: error * error });
}

/** Quantiles and means of incidents or years: so many, and what of them is beyond the goal. */
function ofSome({ figure, goal }: Claim, model: Model, tally: Tally): Evidence | null {
  const parts = partsOf(figure);
  if (parts?.p === null) {
    const moments = figure.startsWith('rto') ? tally.recovery : tally.loss;
    const [count, average] = [parts.count(tally), momentsMean(moments, 0)];
    if (!(count > 0)) return { parts: [exactly(0)], per: exactly(0) };
    if (!Number.isFinite(average)) return null;
    return { parts: [exactly(count * average)], per: exactly(count) };
  }
  const histogram = parts === null ? histogramOfKind(figure, model, tally) : null;
  if (parts === null && histogram === null) return null;
  const count = parts === null ? histogramCount(histogram!) : parts.count(tally);
  const within =
    count === 0 ? 0 : parts === null ? count * histogramShareAtMost(histogram!, goal) : parts.within(tally, goal);
  const over = Math.max(0, count - within);
  return { parts: [exactly(over)], per: exactly(count) };
}

function histogramOfKind(figure: string, { targets }: Model, { kindHistograms }: Tally): Float64Array | null {
  const [, target, kind] = OF_KIND.exec(figure) ?? [];
  const row = targets.byKind.findIndex((each) => each.target === target && each.kind === kind);
  return row < 0 ? null : kindHistograms[row];
}

/**
 * Whether a claim holds for each of so many draws of the inputs, with the worlds' own errors taken out; null: no world
 * has seen what it could be held against, or in some it is beyond numbers.
 * @param worlds what inputs the worlds have
 * @param draws of the inputs
 */
export function holdsIn(
  claim: Claim,
  witnesses: readonly Witness[],
  worlds: readonly (readonly number[])[],
  draws: readonly (readonly number[])[],
): boolean[] | null {
  const known = witnesses.filter((each) => each !== null);
  if (known.length < witnesses.length) return null;
  const through = (roughs: readonly Rough[]): Surface | null =>
    surfaceOf(
      worlds,
      roughs.map((each) => each.mean),
      roughs.map((each) => each.variance),
      true,
    );
  const { limit, isAtMost, isShare } = limitOf(claim);
  const isStrict = claim.operator === '<' || claim.operator === '>';
  const keepsTo = (value: number) => (value === limit ? !isStrict : value < limit === isAtMost);
  if (known[0].per !== null) {
    const [sums, counts] = [known.map((each) => each.parts[0].mean), known.map((each) => each.per!.mean)];
    if (isShare) {
      const isWithin = atMostOf(worlds, sums, counts, limit);
      return isWithin && draws.map((z) => isWithin(z) === isAtMost);
    }
    if (!counts.some((count) => count > 0)) return null;
    const means = sums.map((sum, w) => sum / counts[w]);
    const meanAt = meanFrom(worlds, means, counts);
    return draws.map((z) => keepsTo(meanAt?.(z) ?? 0));
  }
  const parts = known[0].parts.map((_, i) => through(known.map((each) => each.parts[i])));
  return draws.map((z, i) => keepsTo(parts.reduce((all, part) => all + (part?.at(z, i) ?? 0), 0)));
}

/** What a sum, or a share of what is beyond the goal, is held against. */
function limitOf({ figure, operator, goal }: Claim): {
  readonly limit: number;
  readonly isAtMost: boolean;
  readonly isShare: boolean;
} {
  const isAtMost = operator === '<=' || operator === '<';
  if (figure === 'nines') return { limit: exp(-goal * Math.LN10), isAtMost: !isAtMost, isShare: false };
  if (REST.test(figure)) return { limit: 1 - goal, isAtMost: !isAtMost, isShare: false };
  const p = partsOf(figure)?.p ?? (OF_KIND.test(figure) ? 0.95 : null);
  return { limit: p === null ? goal : 1 - p, isAtMost, isShare: p !== null };
}

const alone = (rough: Rough): Evidence => ({ parts: [rough], per: null });
const exactly = (value: number): Rough => ({ mean: value, variance: 0 });
const ofRow = ({ replications }: Tally, row: number, unit: number) => mean(replications, row, unit);

function mean(moments: Float64Array, row: number, unit: number): Rough {
  const count = momentsEffectiveCount(moments, row);
  const variance = count > 1 ? momentsVariance(moments, row) / count : 0;
  return { mean: momentsMean(moments, row) * unit, variance: variance * unit * unit };
}
