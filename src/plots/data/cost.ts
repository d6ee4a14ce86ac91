import type { FigureKey } from '../../analysis/report-figures.ts';
import type { Interval, Report } from '../../analysis/report.ts';
import { figureName } from '../../report/figure-text.ts';
import { capitalised } from '../../report/text.ts';
import { money, timesText } from '../../units/figure.ts';
import { formatMoney } from '../../units/format.ts';
import { moneyScale } from '../../units/scale.ts';
import { estimateColumns, type Table } from './table.ts';
import { listed, nameText, shareText } from './text.ts';

const MOST = 12;

/** How the running cost is taken apart. */
export type CostBy = 'kind' | 'service' | 'domain';

export interface CostRow {
  readonly key: string;
  readonly label: string;
  /** A year, in the model's currency. */
  readonly cost: number;
  readonly ci95: Interval | null;
  readonly kind: 'part' | 'others' | 'infrastructure' | 'budget' | 'loss' | 'total';
}

interface Part {
  readonly name: string;
  readonly perYear: number;
}

const named = (key: FigureKey) => capitalised(figureName(key));

/** Everything that costs, most first. What domains cost by themselves is no service's: it has a part of its own. */
export function costParts({ cost }: Report, by: CostBy): readonly Part[] {
  const all: Part[] = {
    kind: () => cost.byKind.map(({ kind, perYear }) => ({ name: kind, perYear })),
    service: () => cost.byService.map(({ service, perYear }) => ({ name: nameText(service), perYear })),
    domain: () =>
      cost.byDomain.map(({ domain, perYear }) => ({
        name: domain === '' ? 'outside all domains' : nameText(domain),
        perYear,
      })),
  }[by]();
  const rest = cost.infrastructure - all.reduce((sum, { perYear }) => sum + perYear, 0);
  if (rest > cost.infrastructure * 1e-9)
    all.push({ name: by === 'service' ? 'domains themselves' : 'everything else', perYear: rest });
  return all.filter(({ perYear }) => perYear > 0).sort((a, b) => b.perYear - a.perYear);
}

/** What the running cost falls apart into most tellingly: kinds, unless there is but one. */
export function tellingBy(report: Report): CostBy {
  return (['kind', 'service', 'domain'] as const).find((by) => costParts(report, by).length > 1) ?? 'service';
}

/**
 * Parts of the running cost, most first, their sum and the budget for it, what is expected to be lost, and the total.
 */
export function costRows(report: Report, by: CostBy, most = MOST): readonly CostRow[] {
  const { cost, targets } = report;
  const budget = targets.find(({ target }) => target === 'budget')?.goal;
  const parts = costParts(report, by);
  const kept = parts.length === most + 1 ? most + 1 : most;
  const others = parts.slice(kept);
  const rows: CostRow[] = parts.slice(0, kept).map(({ name, perYear }, i) => ({
    key: `${by} ${i} ${name}`,
    label: name,
    cost: perYear,
    ci95: null,
    kind: 'part',
  }));
  if (others.length > 0) {
    rows.push({
      key: 'others',
      label: `${others.length} others`,
      cost: others.reduce((sum, { perYear }) => sum + perYear, 0),
      ci95: null,
      kind: 'others',
    });
  }
  return [
    ...rows,
    { key: 'infrastructure', label: 'Running cost', cost: cost.infrastructure, ci95: null, kind: 'infrastructure' },
    ...(budget === undefined
      ? []
      : [{ key: 'budget', label: 'Budget', cost: budget, ci95: null, kind: 'budget' as const }]),
    { key: 'downtime', label: named('cost.downtime'), cost: cost.downtime, ci95: cost.ci95.downtime, kind: 'loss' },
    { key: 'dataLoss', label: named('cost.dataLoss'), cost: cost.dataLoss, ci95: cost.ci95.dataLoss, kind: 'loss' },
    { key: 'total', label: 'Total', cost: cost.total, ci95: cost.ci95.total, kind: 'total' },
  ];
}

export function costTable(report: Report): Table {
  const { cost } = report;
  const parts = (by: CostBy, what: string) =>
    costParts(report, by).map(({ name, perYear }) => [name, what, perYear, null, null]);
  return {
    columns: [
      { label: 'Item' },
      { label: 'Kind of row' },
      ...estimateColumns('Cost a year', moneyScale(cost.currency), `${cost.currency} a year`),
    ],
    rows: [
      ...parts('kind', 'kind of cost'),
      ...parts('service', 'service'),
      ...parts('domain', 'domain'),
      ['Running cost', 'sum', cost.infrastructure, null, null],
      [named('cost.standby'), 'part of the running cost', cost.standby, null, null],
      [named('cost.downtime'), 'expected loss', cost.downtime, ...cost.ci95.downtime],
      [named('cost.dataLoss'), 'expected loss', cost.dataLoss, ...cost.ci95.dataLoss],
      ['Total', 'sum', cost.total, ...cost.ci95.total],
    ],
  };
}

export function describeCost(report: Report, by: CostBy): string {
  const { cost } = report;
  const { currency } = cost;
  if (cost.total === 0) return 'Nothing in this model costs anything, and nothing is lost to downtime or with data.';
  const losses = cost.downtime + cost.dataLoss;
  const parts = [
    `Cost a year: ${money(cost.total, cost.ci95.total, currency)} in all, ` +
      `${formatMoney(cost.infrastructure, currency)} to run it and ${money(losses, lossesCi95(cost), currency)} ` +
      'in expected losses.',
  ];
  const most = costParts(report, by).slice(0, 3);
  if (most.length > 0)
    parts.push(
      `Running cost by ${by}: ${listed(most.map(({ name, perYear }) => `${name} ${formatMoney(perYear, currency)}`))}.`,
    );
  return [...parts, ...redundancySentence(report)].join(' ');
}

/** The losses are what the total has beside the running cost, which is exact. */
function lossesCi95({
  infrastructure,
  ci95: {
    total: [low, high],
  },
}: Report['cost']): Interval {
  return [low - infrastructure, high - infrastructure];
}

export function costSentence({ cost }: Report): string {
  const losses = cost.downtime + cost.dataLoss;
  if (cost.total === 0) return 'Nothing costs anything.';
  return (
    `${money(cost.total, cost.ci95.total, cost.currency)} a year, ${shareText(losses / cost.total)} of it ` +
    'expected losses.'
  );
}

/** `Running it costs 36,000 USD a year, of which 12,300 USD for standbys: 1.5× the same without redundancy.` */
export function redundancySentence({
  cost: { infrastructure, standby, relative, currency },
}: Report): readonly string[] {
  if (infrastructure === 0) return [];
  const standbys = standby > 0 ? `, of which ${formatMoney(standby, currency)} for standbys` : '';
  return [
    `Running it costs ${formatMoney(infrastructure, currency)} a ` +
      `year${standbys}${relative === null ? '' : `: ${timesText(relative)} the same without redundancy`}.`,
  ];
}
