import type { ComparisonReport, Difference, DifferenceFigures, Report } from '../../analysis/report.ts';
import { formatMoney, formatPercent } from '../../units/index.ts';
import { brief, money, nines, percent } from '../digits.ts';
import type { Cell } from '../grid.ts';
import { lossText } from '../loss.ts';
import type { Paint } from '../paint.ts';
import { figures, type Section, words } from '../section.ts';
import { plainText } from '../text.ts';

/** The models beside each other, then each of the others against the first. */
export function comparisonSections(report: ComparisonReport, paint: Paint): Section[] {
  const names = labels(report.models);
  const { currency } = report.models[0].cost;
  return [
    sideBySide(report.models, names),
    ...report.differences.filter(({ from }) => from === 0).map((each) => against(each, names, currency, paint)),
    shared(report),
  ];
}

/** Names that tell the models apart: a letter for each, as two versions of one model often share theirs. */
export function labels(models: readonly Report[]): string[] {
  return models.map(({ model }, i) => `${letter(i)}  ${plainText(model.name)}`);
}

function letter(index: number): string {
  return index < 26 ? String.fromCharCode(65 + index) : String(index + 1);
}

function sideBySide(models: readonly Report[], names: readonly string[]): Section {
  const rows = models.map(({ availability, recoveryTime, dataLoss, cost }, i): Cell[] => [
    names[i],
    percent(availability.mean, availability.ci95),
    availability.nines === null ? '—' : nines(availability.nines),
    brief(availability.downtimePerYear.mean, availability.downtimePerYear.ci95),
    recoveryTime.p95 === null ? '–' : brief(recoveryTime.p95, null),
    dataLoss.p95 === null ? '–' : lossText(dataLoss.p95, null, brief),
    money(cost.total, cost.ci95.total, cost.currency),
  ]);
  return {
    title: 'Side by side',
    table: {
      columns: [
        words('model', { shrinks: true }),
        figures('availability'),
        figures('nines', { only: 'document' }),
        figures('down a year'),
        figures('recover p95', { longName: 'to recover, p95' }),
        figures('lost p95', { longName: 'data lost, p95' }),
        figures('cost a year', { longName: 'total cost a year' }),
      ],
      rows,
    },
  };
}

function against(each: DifferenceFigures, names: readonly string[], currency: string, paint: Paint): Section {
  const seconds = (value: number) => signed(value, (size) => brief(size, null));
  const points = (value: number) => signed(value, (size) => formatPercent(size, 3));
  const amount = (value: number) => signed(value, (size) => formatMoney(Number(size.toPrecision(3)), currency));
  const row = (what: string, difference: Difference | null, show: (value: number) => string): Cell[][] => {
    if (difference === null) return [];
    const { mean, ci95, varianceRemoved, verdict } = difference;
    const removed = varianceRemoved === null ? '–' : varianceRemoved > 0.9999 && varianceRemoved < 1 ? '>99.99%' : varianceRemoved > 0 ? percent(varianceRemoved, null) : '0%';
    return [[what, show(mean), `${show(ci95[0])} … ${show(ci95[1])}`, removed, { text: WORDS[verdict], paint: PAINTS[verdict](paint) }]];
  };
  return {
    title: `${names[each.to]}  against  ${names[each.from]}`,
    table: {
      columns: [words('', { longName: 'figure' }), figures('difference'), figures('95% interval'), figures('removed', { longName: 'variance removed' }), words('verdict')],
      rows: [
        ...row('availability', each.availability, points),
        ...row('down a year', each.downtimePerYear, seconds),
        ...row('to recover', each.recoveryTime, seconds),
        ...row('data lost', each.dataLoss, seconds),
        ...row('total cost', each.cost, amount),
      ],
    },
  };
}

const WORDS: Readonly<Record<Difference['verdict'], string>> = { better: 'better', worse: 'worse', undecided: 'none shown' };
const PAINTS: Readonly<Record<Difference['verdict'], (paint: Paint) => (text: string) => string>> = {
  better: (paint) => paint.good,
  worse: (paint) => paint.bad,
  undecided: (paint) => paint.unsure,
};

function signed(value: number, write: (size: number) => string): string {
  if (value === 0) return write(0);
  return `${value > 0 ? '+' : '−'}${write(Math.abs(Number(value.toPrecision(3))))}`;
}

function shared({ differences }: ComparisonReport): Section {
  const removed = differences.flatMap(({ downtimePerYear }) => (downtimePerYear.varianceRemoved === null ? [] : [downtimePerYear.varianceRemoved]));
  const most = Math.max(0, ...removed);
  const narrower = most > 0 && most < 1 ? ` For downtime the interval is up to ${Number((1 / Math.sqrt(1 - most)).toPrecision(2))} times narrower than between two runs of their own.` : '';
  const isControlled = differences.some((each) => [each.downtimePerYear, each.recoveryTime, each.dataLoss, each.cost].some((difference) => (difference?.controls ?? 0) > 0));
  const chance = 'Chance is taken out as well: what failed more often here, or took longer, than it does in the long run, is set right. So a difference is not quite that of the figures above, and is known better.';
  return {
    title: 'The same history',
    notes: [
      `What the models share by name fails at the same instants in all of them; «removed» is the share of the variance that is taken out of a difference.${narrower}`,
      ...(isControlled ? [chance] : []),
    ],
  };
}
