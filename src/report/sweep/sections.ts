import type { FigureKey } from '../../analysis/report-figures.ts';
import type { Report, SweepReport } from '../../analysis/report.ts';
import { part, percentUp } from '../../units/index.ts';
import { whole } from '../../units/figure.ts';
import { figureText } from '../figure-text.ts';
import { figureColumn } from '../figure-column.ts';
import type { Cell } from '../grid.ts';
import type { Paint } from '../paint.ts';
import { figures, type Section } from '../section.ts';
import { plainText } from '../text.ts';
import { solvedSentence } from './solved.ts';
import { askedOf } from '../comparison/compared.ts';
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

/** In the order of the headline. */
const COLUMNS = [
  ...(['availability.mean', 'availability.nines', 'availability.downtimePerYear.mean'] as const),
  ...(['recoveryTime.p95', 'dataLoss.p95', 'cost.total'] as const),
] satisfies FigureKey[];

function table(report: SweepReport, paint: Paint, where: 'screen' | 'document'): Section {
  const { points, vary } = report;
  const reports = points.map((point) => point.report);
  const parameters = vary.map((name) => columnOf(report, name));
  const least = (of: (report: Report) => number) => markLeast(reports.map(of), paint);
  const marks: Partial<Record<FigureKey, ReturnType<typeof markLeast>>> = {
    'availability.mean': least(({ availability }) => availability.downtimePerYear.mean),
    'cost.total': least(({ cost: { total } }) => total),
  };
  const losesData = reports.some(({ dataLoss }) => dataLoss.p95 !== 0 && dataLoss.count > 0);
  const costs = reports.some(({ cost: { total } }) => total > 0);
  const shown: FigureKey[] = [
    ...COLUMNS.filter((key) => (key !== 'dataLoss.p95' || losesData) && (key !== 'cost.total' || costs)),
    ...askedOf(reports),
  ];
  const doubts = doubtColumns(reports);
  const rows = reports.map((each, i): Cell[] => [
    ...parameters.map((texts) => texts[i]),
    ...shown.map((key) => marks[key]?.(figureText(key, each), i) ?? figureText(key, each)),
    ...doubts.map(({ of }) => of(each)),
  ]);
  const isWide = vary.length > 1;
  const columns = [
    ...vary.map((name, i) => figures(plainText(name), { shrinks: i === 0 })),
    ...shown.map((key) => {
      const column = figureColumn(
        key,
        key === 'availability.nines' && (isWide || doubts.length > 0) ? { only: 'document' } : {},
      );
      return isWide ? { ...column, name: column.name.split(' ')[0] } : column;
    }),
    ...doubts.map(({ column }) => column),
  ];
  return {
    title: `Along ${vary.map(plainText).join(' and ')}`,
    table: { columns, rows },
    notes: [
      ...(doubts.length > 0 && where === 'screen'
        ? ['In 19 of 20 worlds it is at least that available; the target is met in so many of them.']
        : []),
      ...(isWide && where === 'screen' ? ['Down and cost are of a year, recover and lost are p95.'] : []),
      'All points live through the same history: neighbours differ by what is varied, and by little else.',
    ],
  };
}

/** What inputs that nobody knows leave open at each point, all points in the same worlds; none where all are known. */
function doubtColumns(reports: readonly Report[]) {
  if (!reports.some(({ doubt }) => doubt !== undefined)) return [];
  const least = ({ availability: { doubt } }: Report) => (doubt === undefined ? '' : percentUp(1 - doubt.p5));
  const met = ({ targets }: Report) => {
    const chance = targets.find(({ target }) => target === 'availability')?.chance ?? null;
    return chance === null ? '' : part(chance);
  };
  const hasTarget = reports.some((report) => met(report) !== '');
  return [
    { column: figures('19 in 20', { longName: 'in 19 worlds of 20, at least' }), of: least },
    ...(hasTarget ? [{ column: figures('met in', { longName: 'target met in worlds' }), of: met }] : []),
  ];
}

/** The best stands out, unless all are alike. */
function markLeast(values: readonly number[], paint: Paint): (text: string, i: number) => Cell {
  const least = Math.min(...values);
  const isOne = values.some((value) => value > least);
  return (text, i) => (isOne && values[i] === least ? { text, paint: paint.strong } : text);
}
