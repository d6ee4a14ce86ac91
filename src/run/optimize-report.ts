import { estimatesOf } from '../analysis/optimization/build.ts';
import { exceedsBudget, type Test } from '../analysis/optimization/constraints.ts';
import type { Contest } from '../analysis/optimization/contest.ts';
import { frontierOf } from '../analysis/optimization/frontier.ts';
import { contestantOf, type Objective, type Sample } from '../analysis/optimization/sample.ts';
import type {
  CandidateFigures,
  CandidateState,
  OptimizationReport,
  ProcedureFigures,
} from '../analysis/report-optimization.ts';
import { COUNT } from '../observe/counts.ts';
import { selectionConstant, selectionEta } from '../analysis/optimization/constants.ts';
import { VERSION } from '../version.ts';
import type { Cut } from './optimize-observations.ts';
import { FIRST_OBSERVATIONS, type OptimizeOptions } from './optimize-options.ts';
import { type Candidate, optimizedModel, type OptimizePlan } from './optimize-plan.ts';

export const CONFIDENCE = 0.95;
const NAME =
  'after Healey, Andradóttir & Kim (2014): the feasibility check of Batur & Kim (2010) and KN of Kim & ' +
  'Nelson (2001), simultaneously, with relaxed zones (2025, arXiv 2509.04514)';
/** Below so many incidents a sum of them is not nearly normal. */
const FEW_INCIDENTS = 30;

/** Where a search stands. */
interface Standing {
  readonly plan: OptimizePlan;
  readonly wishes: { readonly indifference: NonNullable<OptimizeOptions['indifference']>; readonly tolerance: number };
  readonly objective: Objective;
  readonly tests: readonly Test[];
  readonly contest: Contest;
  readonly cut: Cut;
  /** δ; null before it was set. */
  readonly zone: number | null;
  /** [candidate]; undefined where it has not had its first observations. */
  readonly samples: readonly (Sample | undefined)[];
  /** Out by what they cost alone. */
  readonly ruledOut: ReadonlySet<number>;
  /** Nothing decided about them, and nothing simulated. */
  readonly waiting: readonly number[];
  readonly seconds: number;
  readonly workers: number;
  readonly partial: boolean;
}

export function buildOptimization(standing: Standing): OptimizationReport {
  const { plan, contest, samples, waiting, wishes, ruledOut } = standing;
  const alive = contest.alive();
  const isDecided =
    waiting.length === 0 && (alive.length === 0 || (alive.length === 1 && contest.isFeasible(alive[0])));
  const outcome = !isDecided ? 'undecided' : alive.length === 0 ? 'infeasible' : 'found';
  const found = outcome === 'found' ? alive[0] : null;
  const figures = plan.candidates.map((candidate, i) => figuresOf(standing, candidate, i, found));
  const best = found === null ? null : mostAvailable(figures, found);
  const candidates = best === found ? figures : figures.map((each, i) => swapped(each, i, found!, best!));
  const had = samples.flatMap((sample) => (sample === undefined ? [] : [sample.counts]));
  const sum = (entry: number) => had.reduce((total, counts) => total + counts[entry], 0);
  const years = sum(COUNT.years);
  const equalYears = candidates.length * had.reduce((most, counts) => Math.max(most, counts[COUNT.years]), 0);
  return {
    nines: 1,
    kind: 'optimization',
    models: plan.families.map(optimizedModel),
    currency: plan.families[0].base.currency,
    run: {
      years,
      replications: sum(COUNT.replications),
      seed: plan.seed,
      events: sum(COUNT.events),
      seconds: standing.seconds,
      workers: standing.workers,
      partial: standing.partial,
      version: VERSION,
    },
    asked: {
      goal: plan.goal,
      figure: plan.figure,
      kind: plan.kind,
      constraints: plan.constraints,
      years: plan.years,
      indifference:
        typeof wishes.indifference === 'number'
          ? { share: wishes.indifference, amount: null }
          : { share: null, amount: wishes.indifference.amount },
      tolerance: wishes.tolerance,
    },
    procedure: procedureOf(standing, candidates),
    outcome,
    best,
    leading: outcome === 'undecided' ? leadingOf(standing) : null,
    candidates,
    frontier: frontierOf(samples, standing.cut.yearsPerObservation),
    spent: { years, equalYears, saved: equalYears > 0 ? 1 - years / equalYears : 0, ruledOut: ruledOut.size },
  };
}

function figuresOf(
  { plan, contest, samples, objective, tests, cut, wishes, ruledOut, waiting }: Standing,
  { family, at, name, nature }: Candidate,
  i: number,
  best: number | null,
): CandidateFigures {
  const beatenBy = contest.beatenBy(i);
  const isOpen = contest.isAlive(i) || waiting.includes(i);
  const state: CandidateState =
    i === best ? 'best' : isOpen ? 'undecided' : beatenBy === null ? 'infeasible' : 'beaten';
  const sample = samples[i];
  const { infrastructure } = nature.rates;
  const feasibility = contest
    .feasibility(i)
    .map((verdict, at) => (exceedsBudget(plan.constraints[at], infrastructure) ? 'missed' : verdict));
  const identity = {
    model: family,
    parameters: Object.fromEntries(plan.families[family].axes.map((axis, k) => [axis.name, at[k]])),
    name,
    state,
    beatenBy,
    ruledOutBy: ruledOut.has(i) ? ('infrastructure' as const) : null,
  };
  if (sample === undefined) {
    const constraints = feasibility.map((verdict) => ({ verdict, value: null, ci95: null }));
    return {
      ...identity,
      years: 0,
      replications: 0,
      incidents: 0,
      availability: null,
      downtimePerYear: null,
      cost: { infrastructure, total: null },
      objective: null,
      constraints,
    };
  }
  const contestant = contestantOf(sample, objective, tests, cut.yearsPerObservation, wishes.tolerance);
  const { total, ...estimates } = estimatesOf({
    sample,
    contestant,
    objective,
    figure: plan.figure,
    tests,
    feasibility,
  });
  return { ...identity, ...estimates, cost: { infrastructure, total } };
}

/** Of those that are exactly as good (nothing has a price), the most available: else their order alone would choose. */
function mostAvailable(figures: readonly CandidateFigures[], found: number): number {
  const { objective } = figures[found];
  return figures.reduce((best, { objective: other, constraints, availability }, i) => {
    const isAlike =
      other !== null && other.mean === objective?.mean && constraints.every(({ verdict }) => verdict === 'met');
    return isAlike && availability!.mean > figures[best].availability!.mean ? i : best;
  }, found);
}

function swapped(figures: CandidateFigures, i: number, found: number, best: number): CandidateFigures {
  if (i === best) return { ...figures, state: 'best', beatenBy: null };
  return i === found ? { ...figures, state: 'beaten', beatenBy: best } : figures;
}

/** Those that are feasible before those that may be. */
function leadingOf({ contest, samples }: Standing): number | null {
  const mean = (i: number) => samples[i]!.objective.sum(samples[i]!.objective.length) / samples[i]!.objective.length;
  const alive = [...contest.alive()].sort(
    (a, b) => Number(contest.isFeasible(b)) - Number(contest.isFeasible(a)) || mean(a) - mean(b) || a - b,
  );
  return alive[0] ?? null;
}

function procedureOf(
  { plan, contest, cut, zone, objective, tests, wishes }: Standing,
  candidates: readonly CandidateFigures[],
): ProcedureFigures {
  const { errorPerDecision } = contest;
  return {
    name: NAME,
    confidence: CONFIDENCE,
    indifference: zone,
    yearsPerObservation: cut.yearsPerObservation,
    firstObservations: FIRST_OBSERVATIONS,
    errorPerDecision,
    eta: selectionEta(errorPerDecision, FIRST_OBSERVATIONS),
    hSquared: selectionConstant(errorPerDecision, FIRST_OBSERVATIONS),
    approximations: approximations(plan, candidates, typeof wishes.indifference === 'number', objective, tests, cut),
  };
}

function approximations(
  plan: OptimizePlan,
  candidates: readonly CandidateFigures[],
  isShare: boolean,
  objective: Objective,
  tests: readonly Test[],
  { yearsPerObservation }: Cut,
): string[] {
  const simulated = candidates.filter(({ years }) => years > 0);
  const few = simulated.filter(({ incidents }) => incidents < FEW_INCIDENTS).length;
  const none = simulated.filter(({ incidents }) => incidents === 0).length;
  const isOfMoney = /^cost\.(total|dataLoss)$/.test(plan.figure);
  const forGood = plan.candidates.filter(
    ({ nature: { rates, isForGoodPossible } }) => isForGoodPossible && rates.dataPerSecond > 0,
  ).length;
  const isOfIncidents = plan.constraints.some(({ figure }) => /^r[tp]o\.(mean|p\d+)$/.test(figure));
  return [
    `Observations of ${yearsPerObservation} ${yearsPerObservation === 1 ? 'year' : 'years'} are taken to be ` +
      'normal; each variance is as of a sample that has just missed one more event.',
    ...(few > 0
      ? [
          `${few} of the ${simulated.length} candidates simulated had fewer than ${FEW_INCIDENTS} incidents, ` +
            'of which a normal sum is a rough picture.',
        ]
      : []),
    ...(isShare
      ? [
          'The indifference zone is a share of the best of the first observations; the guarantee is strict ' +
            'for an amount.',
        ]
      : []),
    ...(objective.response.isMean
      ? []
      : [
          `${plan.figure} is the mean over observations of what each has by itself, and not of all incidents together.`,
        ]),
    ...(tests.some(({ wish }) => wish.statistic === 'shareWithin')
      ? ['A quantile is held against its goal as the share of what is within the goal, which is a mean.']
      : []),
    ...(isOfIncidents && none > 0 ? ['Where no incident was seen, what is asked of incidents stays undecided.'] : []),
    ...(isOfMoney && forGood > 0
      ? [`${forGood} of the candidates may lose data for good, which no price covers: it is in none of their costs.`]
      : []),
  ];
}
