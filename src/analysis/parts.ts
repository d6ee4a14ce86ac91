import type { Names } from '../compile/program.ts';
import { MOST_FAILURES, PHASE } from '../observe/names.ts';
import { perReplication } from './estimates.ts';
import type { Events } from './events.ts';
import type { DowntimePart, IncidentFigures } from './report.ts';
import { STAGE_NAMES } from './stages.ts';
import type { Tally } from '../observe/tally.ts';

type Parts = Pick<IncidentFigures, 'byDomain' | 'byService' | 'byStage' | 'byFailures'>;

/**
 * The downtime taken apart: by domain, service, stage of the recovery, and number of failures. @param total seconds a
 * year
 */
export function downtimeParts(tally: Tally, { domains, services }: Names, total: number, events: Events): Parts {
  const part = (moments: Float64Array, row: number): DowntimePart => {
    const { mean, ci95 } = perReplication(moments, row, events.outage);
    return { downtimePerYear: mean, ci95, share: total > 0 ? Math.min(1, mean / total) : 0 };
  };
  const seen = <T extends DowntimePart>(parts: readonly T[]) =>
    parts.filter(({ downtimePerYear }) => downtimePerYear > 0);
  return {
    byDomain: seen(['', ...domains].map((domain, row) => ({ domain, ...part(tally.domainBlame, row) }))).sort(
      (a, b) => most(a, b) || byName(a.domain, b.domain),
    ),
    byService: seen(services.map((service, row) => ({ service, ...part(tally.serviceBlame, row) }))).sort(
      (a, b) => most(a, b) || byName(a.service, b.service),
    ),
    byStage: seen(STAGE_NAMES.map((stage) => ({ stage, ...part(tally.phaseDown, PHASE[stage]) }))),
    byFailures: Array.from({ length: MOST_FAILURES + 1 }, (_, failures) => ({
      failures,
      incidentsPerYear: perReplication(tally.failuresIncidents, failures, events.one).mean,
      ...part(tally.failuresDown, failures),
    })).filter(({ downtimePerYear, incidentsPerYear }) => downtimePerYear > 0 || incidentsPerYear > 0),
  };
}

function most(a: DowntimePart, b: DowntimePart): number {
  return b.downtimePerYear - a.downtimePerYear;
}

function byName(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
