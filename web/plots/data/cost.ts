import { format } from 'd3';
import type { Interval, Report } from '../../../src/analysis/report.ts';
import { formatMoney } from '../../../src/units/format.ts';
import type { Table } from './table.ts';
import { listed, nameText, shareText } from './text.ts';

const MOST = 12;

export interface CostRow {
  readonly key: string;
  readonly label: string;
  /** A year, in the model's currency. */
  readonly cost: number;
  readonly ci95: Interval | null;
  readonly kind: 'service' | 'others' | 'infrastructure' | 'budget' | 'loss' | 'total';
}

/** Services' running cost, most first, their sum and the budget for it, what is expected to be lost, and the total. */
export function costRows({ cost, targets }: Report, most = MOST): readonly CostRow[] {
  const budget = targets.find(({ target }) => target === 'budget')?.goal;
  const services = cost.byService.filter(({ perYear }) => perYear > 0).sort((a, b) => b.perYear - a.perYear);
  const kept = services.length === most + 1 ? most + 1 : most;
  const others = services.slice(kept);
  const rows: CostRow[] = services.slice(0, kept).map(({ service, perYear }) => ({ key: `service ${service}`, label: nameText(service), cost: perYear, ci95: null, kind: 'service' }));
  if (others.length > 0) {
    rows.push({ key: 'others', label: `${others.length} others`, cost: others.reduce((sum, { perYear }) => sum + perYear, 0), ci95: null, kind: 'others' });
  }
  return [
    ...rows,
    { key: 'infrastructure', label: 'Running cost', cost: cost.infrastructure, ci95: null, kind: 'infrastructure' },
    ...(budget === undefined ? [] : [{ key: 'budget', label: 'Budget', cost: budget, ci95: null, kind: 'budget' as const }]),
    { key: 'downtime', label: 'Lost to downtime', cost: cost.downtime, ci95: cost.ci95.downtime, kind: 'loss' },
    { key: 'dataLoss', label: 'Lost to data loss', cost: cost.dataLoss, ci95: cost.ci95.dataLoss, kind: 'loss' },
    { key: 'total', label: 'Total', cost: cost.total, ci95: cost.ci95.total, kind: 'total' },
  ];
}

export function costTable({ cost }: Report): Table {
  const money = { unit: `${cost.currency} a year`, format: (value: number) => formatMoney(value, cost.currency) };
  return {
    columns: [{ label: 'Item' }, { label: 'Kind of row' }, { label: 'Cost a year', ...money }, { label: '95% from', ...money }, { label: '95% to', ...money }],
    rows: [
      ...cost.byService.map(({ service, perYear }) => [service, 'service', perYear, null, null]),
      ...cost.byDomain.map(({ domain, perYear }) => [domain === '' ? 'outside all domains' : domain, 'domain', perYear, null, null]),
      ...cost.byKind.map(({ kind, perYear }) => [kind, 'kind of cost', perYear, null, null]),
      ['Running cost', 'sum', cost.infrastructure, null, null],
      ['Lost to downtime', 'expected loss', cost.downtime, ...cost.ci95.downtime],
      ['Lost to data loss', 'expected loss', cost.dataLoss, ...cost.ci95.dataLoss],
      ['Total', 'sum', cost.total, ...cost.ci95.total],
    ],
  };
}

export function describeCost(report: Report): string {
  const { cost } = report;
  const { currency } = cost;
  if (cost.total === 0) return 'Nothing in this model costs anything, and nothing is lost to downtime or with data.';
  const losses = cost.downtime + cost.dataLoss;
  const parts = [
    `Cost a year: ${formatMoney(cost.total, currency)} in all, ${formatMoney(cost.infrastructure, currency)} to run it and ${formatMoney(losses, currency)} in expected losses.`,
  ];
  const services = costRows(report).filter(({ kind }) => kind === 'service').slice(0, 3);
  if (services.length > 0) parts.push(`Most for ${listed(services.map(({ label, cost: each }) => `${label} ${formatMoney(each, currency)}`))}.`);
  return parts.join(' ');
}

export function costSentence({ cost }: Report): string {
  const losses = cost.downtime + cost.dataLoss;
  if (cost.total === 0) return 'Nothing costs anything.';
  return `${formatMoney(cost.total, cost.currency)} a year, ${shareText(losses / cost.total)} of it expected losses.`;
}

const SHORT = format('.3~s');
const LETTERS: Readonly<Record<string, string>> = { k: 'k', M: 'M', G: 'bn', T: 'tn' };

/** An amount for an axis or a tight place: `20k USD`, `3.2M USD`, `0.05 USD`. */
export function shortMoney(amount: number, currency: string): string {
  const size = Math.abs(amount);
  if (size < 1000) return formatMoney(amount, currency);
  if (size >= 1e15) return `${amount.toExponential(1).replace('e+', 'e')} ${currency}`;
  const text = SHORT(amount);
  const letter = text[text.length - 1];
  return `${text.slice(0, -1)}${LETTERS[letter] ?? letter} ${currency}`;
}
