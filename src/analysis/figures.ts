import type { Exact } from './report-exact.ts';
import type { Compiled } from '../compile/program.ts';
import { ln } from '../random/elementary.ts';
import type { Model } from '../model/model.ts';
import { coarseOf, coarseRow } from '../statistics/coarse.ts';
import { momentsMax } from '../statistics/moments.ts';
import { SECONDS_PER_YEAR } from '../units/table.ts';
import { VERSION } from '../version.ts';
import { arithmeticAvailability, arithmeticUnavailability } from './arithmetic.ts';
import { runningCost } from './cost.ts';
import { complement, ofTime, perReplication, quantiles, scaled } from './estimates.ts';
import { FOR_GOOD, orForGood } from './for-good.ts';
import { downtimeParts } from './parts.ts';
import { perYear, type PerYear } from './per-year.ts';
import { losesForGood } from './last-copies.ts';
import { canLoseData } from './possible.ts';
import { coarseFigures, lossFigures, recoveryFigures } from './recovery.ts';
import type {
  CauseFigures,
  CostFigures,
  Estimate,
  Interval,
  LossFigures,
  Report,
  RunFigures,
  ServiceFigures,
} from './report.ts';
import { COUNT } from '../observe/counts.ts';
import { REPLICATION_ROW } from '../observe/figures.ts';
import type { Tally } from '../observe/tally.ts';
import { TIERS } from '../observe/tiers.ts';
import { refusals } from './theorems.ts';
import { plannedFigures } from './planned.ts';
import { slaFigures } from './sla.ts';
import { targetFigures } from './targets.ts';
import { tierOf } from './tiers.ts';
import { teamFigures } from './teams.ts';
import { trustFigures } from './trust.ts';
import { type Events, eventsOf, largestLossMissed, longestMissed, type SingleEvents } from './events.ts';
import { type KnownOutages, missedEvent } from './outages.ts';

interface ReportInput {
  readonly model: Model;
  readonly compiled: Compiled;
  readonly tally: Tally;
  readonly outages: KnownOutages;
  readonly plan: { readonly seed: string };
  readonly seconds: number;
  readonly workers: number;
  readonly partial: boolean;
  readonly exact: Exact;
}

/** Of what cannot happen. */
const NONE: Estimate = { mean: 0, ci95: [0, 0] };

/** The report of what a tally has seen so far. */
export function buildReport(input: ReportInput): Report {
  const { model, compiled, tally, outages } = input;
  const years = tally.counts[COUNT.years];
  const events = eventsOf(tally, outages);
  const missed = missedEvent(outages, years);
  const row = (index: number, event: SingleEvents) => perReplication(tally.replications, index, event);
  const share = (index: number, event: SingleEvents) => ofTime(scaled(row(index, event), 1 / SECONDS_PER_YEAR));
  const losses = perYear(model, tally, events);
  const { down, loss } = losses;
  const losesData = canLoseData(model);
  const incidents = row(REPLICATION_ROW.incidents, events.one);
  const endangered = losesForGood(model);
  const seen = row(REPLICATION_ROW.permanent, events.one);
  const isForGood = seen.mean > 0;
  const atRisk = isForGood ? null : endangered;
  const recoveryTime = recoveryFigures(tally, model.targets.rtoSeconds, longestMissed(tally, missed));
  const lost = lossFigures(tally, model.targets.rpoSeconds, largestLossMissed(tally, missed), losesData);
  const permanent = isForGood || endangered !== null ? seen : NONE;
  const dataLoss = { ...lost, ...lossPerYear(lost, loss, permanent, atRisk) };
  const availability = complement(ofTime(scaled(down, 1 / SECONDS_PER_YEAR)));
  const cost = costFigures(model, losses, isForGood ? 'seen' : atRisk === null ? null : 'possible');
  const refused = refusals(model);
  return {
    nines: 1,
    kind: 'report',
    model: { name: model.name, sha256: model.sha256, parameters: model.parameters },
    run: runFigures(input),
    availability: {
      ...availability,
      nines: down.mean > 0 ? -ln(down.mean / SECONDS_PER_YEAR) / Math.LN10 : null,
      requests: complement(share(REPLICATION_ROW.unanswered, events.outage)),
      out: share(REPLICATION_ROW.out, events.outage),
      degraded: share(REPLICATION_ROW.degraded, events.unknown),
      downtimePerYear: {
        ...down,
        ...quantiles(tally.yearHistogram, tally.years, null),
        max: momentsMax(tally.years, 0),
        histogram: coarseOf(tally.yearHistogram),
      },
      perfectYears: tally.counts[COUNT.perfectYears] / years,
      arithmetic: arithmeticAvailability(model),
      arithmeticUnavailability: arithmeticUnavailability(model),
      exact: input.exact.availability,
      trust: trustFigures(tally, compiled, down),
    },
    incidents: {
      perYear: incidents,
      mtbf: incidents.mean > 0 ? (SECONDS_PER_YEAR - down.mean) / incidents.mean : null,
      byCause: causeFigures(tally, compiled.names.causes, down.mean, events),
      ...downtimeParts(tally, compiled.names, down.mean, events),
      ...(input.exact.incidents === null ? {} : { exact: input.exact.incidents }),
    },
    recoveryTime,
    dataLoss: input.exact.dataLoss === null ? dataLoss : { ...dataLoss, exact: input.exact.dataLoss },
    targets: targetFigures(model.targets, tally, {
      availability,
      recoveryTime,
      dataLoss,
      infrastructure: cost.infrastructure,
    }),
    ...slaFigures(model, tally, events),
    ...plannedFigures(model, tally, events),
    cost,
    services: Object.fromEntries(compiled.names.services.map((name, i) => [name, serviceFigures(tally, i, events)])),
    ...(model.teams.length === 0 ? {} : { teams: teamFigures(model, tally) }),
    ...(model.assumptions === undefined ? {} : { assumptions: model.assumptions }),
    ...(refused.length === 0 ? {} : { refused }),
  };
}

function runFigures({ tally, plan, seconds, workers, partial }: ReportInput): RunFigures {
  return {
    years: tally.counts[COUNT.years],
    replications: tally.counts[COUNT.replications],
    seed: plan.seed,
    events: tally.counts[COUNT.events],
    seconds,
    workers,
    partial,
    version: VERSION,
  };
}

/**
 * What is lost in a year, and for good: without an end once that was seen, and with an open one where it can happen.
 * @param restorable seconds of writes a year whose data were there again
 * @param atRisk whose data can be lost for good, though none were
 */
function lossPerYear(
  { count, ci95 }: Pick<LossFigures, 'count' | 'ci95'>,
  restorable: Estimate,
  permanent: Estimate,
  atRisk: string | null,
): Pick<LossFigures, 'ci95' | 'perYear' | 'perYearCi95' | 'restorablePerYear' | 'permanentPerYear' | 'atRisk'> {
  const isForGood = permanent.mean > 0;
  const isOpen = atRisk !== null;
  return {
    ci95: isOpen && count > 0 ? [ci95?.[0] ?? 0, FOR_GOOD] : ci95,
    perYear: orForGood(isForGood, restorable.mean),
    perYearCi95: isForGood ? [FOR_GOOD, FOR_GOOD] : isOpen ? [restorable.ci95[0], FOR_GOOD] : restorable.ci95,
    restorablePerYear: restorable,
    permanentPerYear: permanent,
    ...(isOpen ? { atRisk } : {}),
  };
}

function causeFigures(tally: Tally, names: readonly string[], total: number, events: Events): CauseFigures[] {
  return names
    .map((cause, i): CauseFigures => {
      const down = perReplication(tally.causeDown, i, events.row(tally.causeRecovery, i));
      const incidents = perReplication(tally.causeIncidents, i, events.one);
      return {
        cause,
        incidentsPerYear: incidents.mean,
        downtimePerYear: down.mean,
        share: total > 0 ? Math.min(1, down.mean / total) : 0,
        recoveryTime: coarseRow(tally.causeRecovery, i),
        dataLoss: coarseRow(tally.causeLoss, i),
        ci95: { incidentsPerYear: incidents.ci95, downtimePerYear: down.ci95 },
      };
    })
    .filter((figures) => figures.downtimePerYear > 0 || figures.incidentsPerYear > 0)
    .sort((a, b) => b.downtimePerYear - a.downtimePerYear || (a.cause < b.cause ? -1 : 1));
}

function serviceFigures(tally: Tally, service: number, events: Events): ServiceFigures {
  const down = perReplication(tally.serviceDown, service, events.row(tally.serviceRecovery, service));
  const recoveryTime = coarseFigures(tally.serviceRecovery, service, null);
  const dataLoss = coarseFigures(tally.serviceLoss, service, FOR_GOOD);
  return {
    availability: complement(ofTime(scaled(down, 1 / SECONDS_PER_YEAR))),
    downtimePerYear: down,
    recoveryTime,
    dataLoss,
    tier: tierOf(
      recoveryTime.count,
      tally.serviceWithin.subarray(service * 2 * TIERS.length, (service + 1) * 2 * TIERS.length),
    ),
  };
}

function costFigures(model: Model, { down, loss, cost }: PerYear, forGood: CostFigures['forGood'] | null): CostFigures {
  const running = runningCost(model);
  const downtime = scaled(down, model.losses.downtimePerSecond);
  const dataLoss = scaled(loss, model.losses.dataPerSecond);
  const total: Interval = [running.total + cost.ci95[0], running.total + cost.ci95[1]];
  return {
    currency: model.currency,
    infrastructure: running.total,
    byService: running.byService,
    byDomain: running.byDomain,
    byKind: running.byKind,
    standby: running.standby,
    downtime: downtime.mean,
    dataLoss: dataLoss.mean,
    total: running.total + cost.mean,
    relative: running.withoutRedundancy > 0 ? running.total / running.withoutRedundancy : null,
    ci95: { downtime: downtime.ci95, dataLoss: dataLoss.ci95, total },
    ...(forGood !== null && model.losses.dataPerSecond > 0 ? { forGood } : {}),
  };
}
