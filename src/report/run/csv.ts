import type { ReportFigure } from '../../analysis/described/figure.ts';
import { SERVICE_FIGURES } from '../../analysis/described/service.ts';
import type {
  DowntimePart,
  ExactIncidents,
  MaintenanceFigures,
  Report,
  ServiceFigures,
} from '../../analysis/report.ts';
import { unitOf } from '../../units/kind.ts';
import { figureRows, identity, type Row, stages, writeRows } from '../csv.ts';
import { experimentRows } from '../experiments/rows.ts';
import { refusalRows } from '../refusals.ts';
import { targetKey } from '../target-name.ts';

/** A report as CSV. */
export function renderCsv(report: Report): string {
  return writeRows(reportRows(report));
}

export function reportRows(report: Report): Row[] {
  return [
    ...[...identity(report), ...availability(report), ...incidents(report), ...losses(report)],
    ...[
      ...verdicts(report),
      ...promise(report),
      ...plannedWork(report),
      ...missionRows(report),
      ...cost(report),
      ...services(report),
      ...teams(report),
      ...refusalRows(report.refused ?? []),
      ...doubt(report),
      ...assertions(report),
      ...(report.experiments ?? []).flatMap(experimentRows),
    ],
  ];
}

function availability(report: Report): Row[] {
  const { exact } = report.availability;
  return [
    ...figureRows('availability', report),
    ['availability', '', 'exact', exact.value, null, 'share'],
    ['availability', '', 'exactMethod', exact.method],
    ['availability', '', 'exactReason', exact.reason],
    ...figureRows('downtimePerYear', report),
  ];
}

function incidents(report: Report): Row[] {
  const { incidents: i, recoveryTime: r } = report;
  return [
    ...figureRows('incidents', report),
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
    ...figureRows('recoveryTime', report),
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

function losses(report: Report): Row[] {
  const { count, exact, atRisk } = report.dataLoss;
  return [
    ['dataLoss', '', 'count', count],
    ...figureRows('dataLoss', report),
    ...(exact === undefined
      ? []
      : [['dataLoss', '', 'exactPermanentPerYear', exact.permanentPerYear, null, '/year'] as Row]),
    ...(atRisk === undefined ? [] : [['dataLoss', '', 'atRisk', atRisk] as Row]),
  ];
}

function verdicts({ targets, cost: { currency } }: Report): Row[] {
  const units = { availability: 'share', rto: 's', rpo: 's', budget: currency };
  return targets.flatMap((each): Row[] => [
    ['target', targetKey(each), 'goal', each.goal, null, units[each.target]],
    ['target', targetKey(each), 'value', each.value, each.ci95, units[each.target]],
    ['target', targetKey(each), 'yearsMet', each.yearsMet, null, 'share'],
    ['target', targetKey(each), 'verdict', each.verdict],
    ...(each.count === undefined ? [] : [['target', targetKey(each), 'count', each.count] as Row]),
    ...(each.chance === undefined ? [] : [['target', targetKey(each), 'chance', each.chance, null, 'share'] as Row]),
  ]);
}

function promise({ sla, windows, ...report }: Report): Row[] {
  const left = Object.entries(windows?.budgetLeft ?? {});
  return [
    ...(sla === undefined ? [] : figureRows('sla', { sla, ...report })),
    ...(windows === undefined ? [] : figureRows('windows', { windows, ...report })),
    ...left.map(([quantile, share]): Row => ['windows', 'budgetLeft', quantile, share, null, 'share']),
  ];
}

function plannedWork({ planned, ...report }: Report): Row[] {
  if (planned === undefined) return [];
  const { maintenance } = planned;
  return [
    ...figureRows('planned', { planned, ...report }),
    ...(maintenance === undefined ? [] : maintenanceRows(maintenance)),
  ];
}

function maintenanceRows({ downtimePerYear, incidentsPerYear, services: all }: MaintenanceFigures): Row[] {
  return [
    ['planned.maintenance', '', 'downtimePerYear', downtimePerYear.mean, downtimePerYear.ci95, 's'],
    ['planned.maintenance', '', 'incidentsPerYear', incidentsPerYear.mean, incidentsPerYear.ci95, '/year'],
    ...all.flatMap(({ name, perYear, waitSeconds }): Row[] => [
      ['planned.maintenance', name, 'perYear', perYear.mean, perYear.ci95, '/year'],
      ['planned.maintenance', name, 'waitSeconds', waitSeconds, null, 's'],
    ]),
  ];
}

function missionRows({ mission, ...report }: Report): Row[] {
  if (mission === undefined) return [];
  const { seconds, runs, firstCauses, curve, exact } = mission;
  return [
    ['mission', '', 'seconds', seconds, null, 's'],
    ['mission', '', 'runs', runs],
    ...figureRows('mission', { mission, ...report }),
    ...(exact === undefined
      ? []
      : ([
          ['mission', '', 'exactReliability', exact.reliability, null, 'share'],
          ['mission', '', 'exactMeanToFirst', exact.meanSecondsToFirstIncident, null, 's'],
        ] as Row[])),
    ...firstCauses.map(({ cause, share, ci95 }): Row => ['mission.cause', cause, 'share', share, ci95, 'share']),
    ...curve.seconds.map((at, i): Row => [
      'mission.curve',
      String(at),
      'reliability',
      curve.reliability[i],
      null,
      'share',
    ]),
  ];
}

function doubt({ availability, doubt: found }: Report): Row[] {
  if (availability.doubt === undefined || found === undefined) return [];
  const { p5, p50, p95 } = availability.doubt;
  return [
    ...Object.entries({ p5, p50, p95 }).map(([at, value]): Row => ['doubt', 'availability', at, value, null, 'share']),
    ['doubt', '', 'worlds', found.worlds],
    ['doubt', '', 'years', found.years],
    ...found.inputs.flatMap(({ parameter, share, decides }): Row[] => [
      ['doubt.input', parameter, 'share', share, null, 'share'],
      ['doubt.input', parameter, 'decides', decides, null, 'share'],
    ]),
    ...(found.claims ?? []).map(({ figure, operator, goal, chance }): Row => {
      return ['doubt.claim', `${figure} ${operator} ${goal}`, 'chance', chance, null, 'share'];
    }),
  ];
}

function assertions({ assertions: all = [] }: Report): Row[] {
  return all.flatMap(({ text, outcome, value, ci95, reason }): Row[] => [
    ['assertion', text, 'value', value, ci95],
    ['assertion', text, 'outcome', outcome],
    ...(reason === undefined ? [] : [['assertion', text, 'reason', reason] as Row]),
  ]);
}

function cost(report: Report): Row[] {
  const { cost: c } = report;
  return [
    ...figureRows('cost', report),
    ...(c.forGood === undefined ? [] : [['cost', '', 'forGood', c.forGood] as Row]),
    ...c.byService.map(({ service, perYear }): Row => ['cost.service', service, 'perYear', perYear, null, c.currency]),
    ...c.byDomain.map(({ domain, perYear }): Row => ['cost.domain', domain, 'perYear', perYear, null, c.currency]),
    ...c.byKind.map(({ kind, perYear }): Row => ['cost.kind', kind, 'perYear', perYear, null, c.currency]),
  ];
}

function teams({ teams: all = [] }: Report): Row[] {
  return all.flatMap(({ name, people, busy, waitSeconds, nobodyFree }): Row[] => [
    ['team', name, 'people', people],
    ['team', name, 'busy', busy.mean, busy.ci95, 'share'],
    ['team.waitSeconds', name, 'count', waitSeconds.count],
    ['team.waitSeconds', name, 'mean', waitSeconds.mean, null, 's'],
    ['team.waitSeconds', name, 'p95', waitSeconds.p95, null, 's'],
    ['team', name, 'nobodyFree', nobodyFree.mean, nobodyFree.ci95, 'share'],
  ]);
}

function services(report: Report): Row[] {
  return Object.entries(report.services).flatMap(([name, service]): Row[] => [
    ...Object.entries(SERVICE_FIGURES).map(([key, { kind, read }]: [string, ReportFigure<ServiceFigures>]): Row => {
      const [statistic, ...of] = key.split('.').reverse();
      const { value, interval } = read(service);
      return [['service', ...of].join('.'), name, statistic, value, interval, unitOf(kind, '')];
    }),
    ['service', name, 'tier', service.tier],
  ]);
}
