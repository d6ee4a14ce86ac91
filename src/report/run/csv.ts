import type { DowntimePart, ExactIncidents, Loss, Report, ServiceQuantiles } from '../../analysis/report.ts';
import { estimate, identity, quantiles, type Row, stages, writeRows } from '../csv.ts';
import { experimentRows } from '../experiments/rows.ts';
import { refusalRows } from '../refusals.ts';

/** A report as CSV. */
export function renderCsv(report: Report): string {
  return writeRows(reportRows(report));
}

export function reportRows(report: Report): Row[] {
  return [
    ...[...identity(report), ...availability(report), ...incidents(report), ...losses(report)],
    ...[
      ...verdicts(report),
      ...cost(report),
      ...services(report),
      ...refusalRows(report.refused ?? []),
      ...assertions(report),
      ...(report.experiments ?? []).flatMap(experimentRows),
    ],
  ];
}

function availability({ availability: a }: Report): Row[] {
  return [
    estimate('availability', '', 'mean', a, 'share'),
    ['availability', '', 'nines', a.nines],
    estimate('availability', '', 'requests', a.requests, 'share'),
    estimate('availability', '', 'out', a.out, 'share'),
    estimate('availability', '', 'degraded', a.degraded, 'share'),
    ['availability', '', 'perfectYears', a.perfectYears, null, 'share'],
    ['availability', '', 'arithmetic', a.arithmetic, null, 'share'],
    ['availability', '', 'arithmeticUnavailability', a.arithmeticUnavailability, null, 'share'],
    ['availability', '', 'exact', a.exact.value, null, 'share'],
    ['availability', '', 'exactMethod', a.exact.method],
    ['availability', '', 'exactReason', a.exact.reason],
    estimate('downtimePerYear', '', 'mean', a.downtimePerYear, 's'),
    ...quantiles('downtimePerYear', '', a.downtimePerYear),
  ];
}

function incidents({ incidents: i, recoveryTime: r }: Report): Row[] {
  return [
    estimate('incidents', '', 'perYear', i.perYear, '/year'),
    ['incidents', '', 'mtbf', i.mtbf, null, 's'],
    ...(i.exact === undefined ? [] : exactRows(i.exact)),
    ...i.byCause.flatMap((cause): Row[] => [
      ['cause', cause.cause, 'incidentsPerYear', cause.incidentsPerYear, cause.ci95.incidentsPerYear, '/year'],
      ['cause', cause.cause, 'downtimePerYear', cause.downtimePerYear, cause.ci95.downtimePerYear, 's'],
      ['cause', cause.cause, 'share', cause.share, null, 'share'],
    ]),
    ...i.byDomain.flatMap((part) => parts('byDomain', part.domain, part)),
    ...i.byService.flatMap((part) => parts('byService', part.service, part)),
    ...i.byStage.flatMap((part) => parts('byStage', part.stage, part)),
    ...i.byFailures.flatMap((part): Row[] => [
      ['byFailures', String(part.failures), 'incidentsPerYear', part.incidentsPerYear, null, '/year'],
      ...parts('byFailures', String(part.failures), part),
    ]),
    ['recoveryTime', '', 'count', r.count],
    ['recoveryTime', '', 'censored', r.censored],
    ['recoveryTime', '', 'mean', r.mean, r.ci95, 's'],
    ...quantiles('recoveryTime', '', r),
    ['recoveryTime', '', 'withinTarget', r.withinTarget, null, 'share'],
    ...stages('recoveryTime.stages', '', r),
  ];
}

function exactRows({ perYear, meanSeconds }: ExactIncidents): Row[] {
  return [
    ['incidents', '', 'exactPerYear', perYear, null, '/year'],
    ['incidents', '', 'exactMean', meanSeconds, null, 's'],
  ];
}

function parts(of: string, name: string, { downtimePerYear, ci95, share }: DowntimePart): Row[] {
  return [
    [of, name, 'downtimePerYear', downtimePerYear, ci95, 's'],
    [of, name, 'share', share, null, 'share'],
  ];
}

function losses({ dataLoss: d }: Report): Row[] {
  return [
    ['dataLoss', '', 'count', d.count],
    ['dataLoss', '', 'zero', d.zero, null, 'share'],
    ['dataLoss', '', 'mean', d.mean, d.ci95, 's'],
    ...quantiles('dataLoss', '', d),
    ['dataLoss', '', 'withinTarget', d.withinTarget, null, 'share'],
    ['dataLoss', '', 'perYear', d.perYear, d.perYearCi95, 's'],
    estimate('dataLoss', '', 'restorablePerYear', d.restorablePerYear, 's'),
    estimate('dataLoss', '', 'permanentPerYear', d.permanentPerYear, '/year'),
    ...(d.exact === undefined
      ? []
      : [['dataLoss', '', 'exactPermanentPerYear', d.exact.permanentPerYear, null, '/year'] as Row]),
    ...(d.atRisk === undefined ? [] : [['dataLoss', '', 'atRisk', d.atRisk] as Row]),
  ];
}

function verdicts({ targets, cost: { currency } }: Report): Row[] {
  const units = { availability: 'share', rto: 's', rpo: 's', budget: currency };
  return targets.flatMap((each): Row[] => [
    ['target', each.target, 'goal', each.goal, null, units[each.target]],
    ['target', each.target, 'value', each.value, each.ci95, units[each.target]],
    ['target', each.target, 'yearsMet', each.yearsMet, null, 'share'],
    ['target', each.target, 'verdict', each.verdict],
  ]);
}

function assertions({ assertions: all = [] }: Report): Row[] {
  return all.flatMap(({ text, outcome, value, ci95, reason }): Row[] => [
    ['assertion', text, 'value', value, ci95],
    ['assertion', text, 'outcome', outcome],
    ...(reason === undefined ? [] : [['assertion', text, 'reason', reason] as Row]),
  ]);
}

function cost({ cost: c }: Report): Row[] {
  return [
    ['cost', '', 'infrastructure', c.infrastructure, null, c.currency],
    ['cost', '', 'downtime', c.downtime, c.ci95.downtime, c.currency],
    ['cost', '', 'dataLoss', c.dataLoss, c.ci95.dataLoss, c.currency],
    ['cost', '', 'total', c.total, c.ci95.total, c.currency],
    ...(c.forGood === undefined ? [] : [['cost', '', 'forGood', c.forGood] as Row]),
    ['cost', '', 'relative', c.relative],
    ['cost', '', 'standby', c.standby, null, c.currency],
    ...c.byService.map(({ service, perYear }): Row => ['cost.service', service, 'perYear', perYear, null, c.currency]),
    ...c.byDomain.map(({ domain, perYear }): Row => ['cost.domain', domain, 'perYear', perYear, null, c.currency]),
    ...c.byKind.map(({ kind, perYear }): Row => ['cost.kind', kind, 'perYear', perYear, null, c.currency]),
  ];
}

function services(report: Report): Row[] {
  return Object.entries(report.services).flatMap(([name, service]): Row[] => [
    estimate('service', name, 'availability', service.availability, 'share'),
    estimate('service', name, 'downtimePerYear', service.downtimePerYear, 's'),
    ...serviceQuantiles('service.recoveryTime', name, service.recoveryTime),
    ...serviceQuantiles('service.dataLoss', name, service.dataLoss),
    ['service', name, 'tier', service.tier],
  ]);
}

function serviceQuantiles(section: string, name: string, { count, p50, p95 }: ServiceQuantiles<Loss>): Row[] {
  return [
    [section, name, 'count', count],
    [section, name, 'p50', p50, null, 's'],
    [section, name, 'p95', p95, null, 's'],
  ];
}
