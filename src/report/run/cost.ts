import type { CostFigures } from '../../analysis/report.ts';
import { formatMoney, formatNumber, formatPercent } from '../../units/index.ts';
import { figureName, figureText } from '../figure-text.ts';
import type { Cell } from '../grid.ts';
import { figures, type Section, words } from '../section.ts';
import { plainText } from '../text.ts';
import type { Context } from './context.ts';

const MOST_SERVICES = 8;
const MOST_PARTS = 5;

/** What a year costs: running it, and what downtime and lost data are expected to take. */
export function cost({ report, paint }: Context): Section | null {
  const { currency, infrastructure, byService, downtime, dataLoss, total, relative } = report.cost;
  if (total === 0 && report.cost.forGood === undefined) return null;
  const dearest = byService.filter(({ perYear }) => perYear > 0).toSorted((a, b) => b.perYear - a.perYear);
  const shown = dearest.slice(0, MOST_SERVICES);
  const rest = infrastructure - shown.reduce((sum, { perYear }) => sum + perYear, 0);
  const times = relative === null ? '' : `${formatNumber(relative, 3)} × the same without its redundancy`;
  const rows: Cell[][] = shown.map(({ service, perYear }) => [plainText(service), formatMoney(perYear, currency), '']);
  if (rest > infrastructure * 1e-9) rows.push(['everything else', formatMoney(rest, currency), '']);
  rows.push([
    { text: 'running it', paint: paint.strong },
    formatMoney(infrastructure, currency),
    { text: times, paint: paint.faint },
  ]);
  if (downtime > 0) rows.push([figureName('cost.downtime'), figureText('cost.downtime', report), 'expected']);
  if (dataLoss > 0) rows.push([figureName('cost.dataLoss'), figureText('cost.dataLoss', report), 'expected']);
  if (downtime > 0 || dataLoss > 0) {
    rows.push([
      { text: 'total', paint: paint.strong },
      { text: figureText('cost.total', report), paint: paint.strong },
      '',
    ]);
  }
  const columns = [words('', { shrinks: true }), figures('a year'), words('')];
  return {
    title: 'Cost a year',
    table: { columns, rows, isPlain: true },
    notes: [...beyondPrice(report.cost), ...parts(report.cost)],
  };
}

function beyondPrice({ forGood }: CostFigures): string[] {
  if (forGood === undefined) return [];
  return [
    forGood === 'seen'
      ? 'Data lost for good is in none of this: no price covers it.'
      : 'Data may be lost for good, which is in none of this: no price covers it.',
  ];
}

/** What running it is made of, where it is of more than one thing. */
function parts({ currency, infrastructure, byKind, byDomain, standby }: CostFigures): string[] {
  const kinds = byKind.map(({ kind, perYear }) => ({ name: kind as string, perYear }));
  const domains = byDomain.map(({ domain, perYear }) => ({
    name: domain === '' ? 'outside all domains' : plainText(domain),
    perYear,
  }));
  const notes: string[] = [];
  if (kinds.length > 1) notes.push(`By kind: ${list(kinds)}.`);
  if (domains.filter(({ perYear }) => perYear > 0).length > 1) notes.push(`By domain: ${list(domains)}.`);
  if (standby > 0)
    notes.push(
      `Standing by costs ${formatMoney(standby, currency)} of it, ${formatPercent(standby / infrastructure, 2)}.`,
    );
  return notes;
}

/** `compute 18,144 · storage 1,200`: the dearest first, the cheapest summed up. */
function list(all: readonly { readonly name: string; readonly perYear: number }[]): string {
  const dearest = all.filter(({ perYear }) => perYear > 0).toSorted((a, b) => b.perYear - a.perYear);
  const shown = dearest.slice(0, dearest.length > MOST_PARTS + 1 ? MOST_PARTS : MOST_PARTS + 1);
  const rest = dearest.slice(shown.length);
  const others = { name: `${rest.length} others`, perYear: rest.reduce((sum, { perYear }) => sum + perYear, 0) };
  const amount = (perYear: number) => formatMoney(perYear, '').trimEnd();
  return [...shown, ...(rest.length > 0 ? [others] : [])]
    .map(({ name, perYear }) => `${name} ${amount(perYear)}`)
    .join(' · ');
}
