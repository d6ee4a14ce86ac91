import type { Estimate, Interval, QuantileInterval, QuantileIntervals, Report } from '../analysis/report.ts';

/** One figure a row: `section,name,statistic,value,low,high,unit`. `low` and `high` are the 95% interval. */
type Row = readonly [section: string, name: string, statistic: string, value: Value, interval?: QuantileInterval | null, unit?: string];
type Value = number | string | boolean | null;

const QUANTILES = ['p50', 'p90', 'p95', 'p99'] as const;
const HEADER = 'section,name,statistic,value,low,high,unit';

/** A report as CSV (RFC 4180) in long form: a script filters rows, and columns never change. */
export function renderCsv(report: Report): string {
  const lines = rows(report).map(([section, name, statistic, value, interval, unit]) =>
    [section, name, statistic, value, interval?.[0], interval?.[1], unit].map(field).join(','),
  );
  return `${[HEADER, ...lines].join('\r\n')}\r\n`;
}

/** Quoted where it has to be. A file is read by terminals too: other controls than a line break do not pass. */
export function field(value: Value | undefined): string {
  if (value === null || value === undefined || (typeof value === 'number' && !Number.isFinite(value))) return '';
  const text = String(value).replace(/[^\P{Cc}\n]/gu, '\ufffd');
  return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function rows(report: Report): Row[] {
  return [...identity(report), ...availability(report), ...incidents(report), ...losses(report), ...verdicts(report), ...cost(report), ...services(report)];
}

function identity({ model, run }: Report): Row[] {
  return [
    ['model', '', 'name', model.name],
    ['model', '', 'sha256', model.sha256],
    ...Object.entries(model.parameters).map(([name, value]): Row => ['parameter', name, 'value', value]),
    ...Object.entries(run).map(([key, value]): Row => ['run', '', key, value, null, key === 'seconds' ? 's' : '']),
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
    estimate('downtimePerYear', '', 'mean', a.downtimePerYear, 's'),
    ...quantiles('downtimePerYear', a.downtimePerYear),
  ];
}

function incidents({ incidents: i, recoveryTime: r }: Report): Row[] {
  return [
    estimate('incidents', '', 'perYear', i.perYear, '/year'),
    ['incidents', '', 'mtbf', i.mtbf, null, 's'],
    ...i.byCause.flatMap((cause): Row[] => [
      ['cause', cause.cause, 'incidentsPerYear', cause.incidentsPerYear, cause.ci95.incidentsPerYear, '/year'],
      ['cause', cause.cause, 'downtimePerYear', cause.downtimePerYear, cause.ci95.downtimePerYear, 's'],
      ['cause', cause.cause, 'share', cause.share, null, 'share'],
    ]),
    ['recoveryTime', '', 'count', r.count],
    ['recoveryTime', '', 'mean', r.mean, r.ci95, 's'],
    ...quantiles('recoveryTime', r),
    ['recoveryTime', '', 'withinTarget', r.withinTarget, null, 'share'],
    ...Object.entries(r.stages ?? {}).map(([stage, seconds]): Row => ['recoveryTime', stage, 'mean', seconds, null, 's']),
  ];
}

function losses({ dataLoss: d }: Report): Row[] {
  return [
    ['dataLoss', '', 'count', d.count],
    ['dataLoss', '', 'zero', d.zero, null, 'share'],
    ['dataLoss', '', 'mean', d.mean, d.ci95, 's'],
    ...quantiles('dataLoss', d),
    ['dataLoss', '', 'withinTarget', d.withinTarget, null, 'share'],
    ['dataLoss', '', 'perYear', d.perYear, d.perYearCi95, 's'],
    estimate('dataLoss', '', 'permanentPerYear', d.permanentPerYear, '/year'),
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

function cost({ cost: c }: Report): Row[] {
  return [
    ['cost', '', 'infrastructure', c.infrastructure, null, c.currency],
    ['cost', '', 'downtime', c.downtime, c.ci95.downtime, c.currency],
    ['cost', '', 'dataLoss', c.dataLoss, c.ci95.dataLoss, c.currency],
    ['cost', '', 'total', c.total, c.ci95.total, c.currency],
    ['cost', '', 'relative', c.relative],
    ...c.byService.map(({ service, perYear }): Row => ['cost.service', service, 'perYear', perYear, null, c.currency]),
    ...c.byDomain.map(({ domain, perYear }): Row => ['cost.domain', domain, 'perYear', perYear, null, c.currency]),
    ...c.byKind.map(({ kind, perYear }): Row => ['cost.kind', kind, 'perYear', perYear, null, c.currency]),
  ];
}

function services(report: Report): Row[] {
  return Object.entries(report.services).flatMap(([name, service]): Row[] => [
    estimate('service', name, 'availability', service.availability, 'share'),
    estimate('service', name, 'downtimePerYear', service.downtimePerYear, 's'),
  ]);
}

function estimate(section: string, name: string, statistic: string, { mean, ci95 }: Estimate, unit: string): Row {
  return [section, name, statistic, mean, ci95 satisfies Interval, unit];
}

function quantiles(
  section: string,
  figures: { readonly [key in (typeof QUANTILES)[number] | 'max']: number | null } & { readonly quantileCi95: QuantileIntervals },
): Row[] {
  return [
    ...QUANTILES.map((q): Row => [section, '', q, figures[q], figures.quantileCi95[q], 's']),
    [section, '', 'max', figures.max, null, 's'],
  ];
}
