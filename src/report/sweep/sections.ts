import type { Report, SweepReport } from '../../analysis/report.ts';
import { duration, knownOf, money, nines, percent, whole } from '../../units/figure.ts';
import type { Cell } from '../grid.ts';
import { lossText } from '../loss.ts';
import type { Paint } from '../paint.ts';
import { figures, type Section } from '../section.ts';
import { plainText } from '../text.ts';
import { solvedSentence } from './solved.ts';
import { columnOf } from './values.ts';

/** What a solve found, and a line for each point. */
export function sweepSections(report: SweepReport, paint: Paint, where: 'screen' | 'document'): Section[] {
  const sentence = solvedSentence(report);
  return [...(sentence === null ? [] : [{ title: 'Solved', notes: [sentence] }]), table(report, paint, where)];
}

/** How long each point was simulated. */
export function yearsOf({ points }: SweepReport): string {
  const years = points.map(({ report }) => report.run.years);
  const most = Math.max(0, ...years);
  return `${years.every((each) => each === most) ? '' : 'up to '}${whole(most)} ${most === 1 ? 'year' : 'years'} each`;
}

function table(report: SweepReport, paint: Paint, where: 'screen' | 'document'): Section {
  const { points, vary } = report;
  const reports = points.map((point) => point.report);
  const parameters = vary.map((name) => columnOf(report, name));
  const least = (of: (report: Report) => number) => markLeast(reports.map(of), paint);
  const down = least(({ availability }) => availability.downtimePerYear.mean);
  const cost = least(({ cost: { total } }) => total);
  const losesData = reports.some(({ dataLoss }) => dataLoss.p95 !== 0 && dataLoss.count > 0);
  const costs = reports.some(({ cost: { total } }) => total > 0);
  const rows = reports.map((each, i): Cell[] => [
    ...parameters.map((texts) => texts[i]),
    down(percent(each.availability.mean, each.availability.ci95), i),
    each.availability.nines === null ? '—' : nines(each.availability.nines),
    duration(each.availability.downtimePerYear.mean, each.availability.downtimePerYear.ci95),
    each.recoveryTime.p95 === null ? '–' : duration(each.recoveryTime.p95, knownOf(each.recoveryTime.quantileCi95.p95)),
    ...(losesData ? [lost(each)] : []),
    ...(costs ? [cost(money(each.cost.total, each.cost.ci95.total, each.cost.currency), i)] : []),
  ]);
  const isWide = vary.length > 1;
  const named = (short: string, long: string, longest = long) => figures(isWide ? short : long, { longName: longest });
  const columns = [
    ...vary.map((name, i) => figures(plainText(name), { shrinks: i === 0 })),
    figures('availability'),
    figures('nines', isWide ? { only: 'document' } : {}),
    named('down', 'down a year'),
    named('recover', 'recover p95', 'to recover, p95'),
    ...(losesData ? [named('lost', 'lost p95', 'data lost, p95')] : []),
    ...(costs ? [named('cost', 'cost a year', 'total cost a year')] : []),
  ];
  return {
    title: `Along ${vary.map(plainText).join(' and ')}`,
    table: { columns, rows },
    notes: [
      ...(isWide && where === 'screen' ? ['Down and cost are of a year, recover and lost are p95.'] : []),
      'All points live through the same history: neighbours differ by what is varied, and by little else.',
    ],
  };
}

function lost({ dataLoss: { p95, quantileCi95 } }: Report): string {
  return p95 === null ? '–' : lossText(p95, quantileCi95.p95, duration);
}

/** The best stands out, unless all are alike. */
function markLeast(values: readonly number[], paint: Paint): (text: string, i: number) => Cell {
  const least = Math.min(...values);
  const isOne = values.some((value) => value > least);
  return (text, i) => (isOne && values[i] === least ? { text, paint: paint.strong } : text);
}
