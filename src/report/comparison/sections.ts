import type { ComparisonReport, Difference, DifferenceFigures, Report } from '../../analysis/report.ts';
import {
  change,
  changeRange,
  duration,
  knownOf,
  money,
  moneyScale,
  nines,
  percent,
  POINTS_SCALE,
  type Scale,
  TIME_SCALE,
} from '../../units/index.ts';
import type { Cell } from '../grid.ts';
import { lossText } from '../loss.ts';
import type { Paint } from '../paint.ts';
import { figures, type Section, words } from '../section.ts';
import { plainText } from '../text.ts';
import { changeWords } from './changes.ts';
import { type Missing, whyNoDifference } from './no-difference.ts';

/** The models beside each other, then each of the others against the first. */
export function comparisonSections(report: ComparisonReport, paint: Paint, where: 'screen' | 'document'): Section[] {
  const names = labels(report);
  return [
    sideBySide(report.models, names),
    ...report.differences
      .filter(({ from }) => from === 0)
      .flatMap((each) => [against(each, report, names, paint), ...texts(each, names, where)]),
    shared(report),
  ];
}

/** Names that tell the models apart: a letter for each, as two versions of one model often share theirs. */
export function labels({ models, labels: given }: ComparisonReport): string[] {
  return models.map(({ model }, i) => `${letter(i)}  ${plainText(given?.[i] ?? model.name)}`);
}

function letter(index: number): string {
  return index < 26 ? String.fromCharCode(65 + index) : String(index + 1);
}

function sideBySide(models: readonly Report[], names: readonly string[]): Section {
  const rows = models.map(({ availability, recoveryTime, dataLoss, cost }, i): Cell[] => [
    names[i],
    percent(availability.mean, availability.ci95),
    availability.nines === null ? '—' : nines(availability.nines),
    duration(availability.downtimePerYear.mean, availability.downtimePerYear.ci95),
    recoveryTime.p95 === null ? '–' : duration(recoveryTime.p95, knownOf(recoveryTime.quantileCi95.p95)),
    dataLoss.p95 === null ? '–' : lossText(dataLoss.p95, dataLoss.quantileCi95.p95, duration),
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

function against(
  each: DifferenceFigures,
  { models }: ComparisonReport,
  names: readonly string[],
  paint: Paint,
): Section {
  const { currency } = models[0].cost;
  const why = (of: Missing, what: string) => {
    const reason = whyNoDifference(each, of, [models[each.from], models[each.to]]);
    return reason === null ? [] : [`No difference in ${what}: ${reason}.`];
  };
  const row = (what: string, difference: Difference | null, scale: Scale): Cell[][] => {
    if (difference === null) return [];
    const { mean, ci95, varianceRemoved, verdict } = difference;
    const removed =
      varianceRemoved === null
        ? '–'
        : varianceRemoved > 0.9999 && varianceRemoved < 1
          ? '>99.99%'
          : varianceRemoved > 0
            ? percent(varianceRemoved, null)
            : '0%';
    return [
      [
        what,
        change(mean, ci95, scale),
        changeRange(mean, ci95, scale),
        removed,
        { text: WORDS[verdict], paint: PAINTS[verdict](paint) },
      ],
    ];
  };
  return {
    title: `${names[each.to]}  against  ${names[each.from]}`,
    table: {
      columns: [
        words('', { longName: 'figure' }),
        figures('difference'),
        figures('95% interval'),
        figures('removed', { longName: 'variance removed' }),
        words('verdict'),
      ],
      rows: [
        ...row('availability', each.availability, POINTS_SCALE),
        ...row('down a year', each.downtimePerYear, TIME_SCALE),
        ...row('to recover', each.recoveryTime, TIME_SCALE),
        ...row('data lost', each.dataLoss, TIME_SCALE),
        ...row('lost a year', each.dataLossPerYear, TIME_SCALE),
        ...row('total cost', each.cost, moneyScale(currency)),
      ],
    },
    notes: [...why('recoveryTime', 'recovery'), ...why('dataLoss', 'data lost')],
  };
}

/** Changes beyond these are left to the files. */
const MOST_CHANGES = 20;

/** What the two texts say otherwise, each in words. */
function texts(
  { changes, from, to }: DifferenceFigures,
  names: readonly string[],
  where: 'screen' | 'document',
): Section[] {
  if (changes === undefined) return [];
  const title = `What ${names[to]}  says otherwise than  ${names[from]}`;
  if (changes.length === 0) return [{ title, notes: ['Nothing: the two texts say the same.'] }];
  const shown = where === 'screen' && changes.length > MOST_CHANGES + 1 ? changes.slice(0, MOST_CHANGES) : changes;
  const rows = shown.map((change): Cell[] => [plainText(change.path), plainText(changeWords(change))]);
  const more = changes.length - shown.length;
  return [
    {
      title,
      table: { columns: [words('where', { shrinks: true }), words('from → to', { wraps: true })], rows, isPlain: true },
      notes: more > 0 ? [`and ${more} others, which --format csv, json, markdown and html have.`] : [],
    },
  ];
}

const WORDS: Readonly<Record<Difference['verdict'], string>> = {
  better: 'better',
  worse: 'worse',
  undecided: 'none shown',
};
const PAINTS: Readonly<Record<Difference['verdict'], (paint: Paint) => (text: string) => string>> = {
  better: (paint) => paint.good,
  worse: (paint) => paint.bad,
  undecided: (paint) => paint.unsure,
};

function shared({ differences }: ComparisonReport): Section {
  const removed = differences.flatMap(({ downtimePerYear }) =>
    downtimePerYear.varianceRemoved === null ? [] : [downtimePerYear.varianceRemoved],
  );
  const most = Math.max(0, ...removed);
  const times = Number((1 / Math.sqrt(1 - most)).toPrecision(2));
  const narrower =
    times > 1 && most < 1
      ? ` For downtime the interval is up to ${times} times narrower than between two runs of their own.`
      : '';
  const isControlled = differences.some((each) =>
    [each.downtimePerYear, each.recoveryTime, each.dataLoss, each.dataLossPerYear, each.cost].some(
      (difference) => (difference?.controls ?? 0) > 0,
    ),
  );
  const chance =
    'Chance is taken out as well: what failed more often here, or took longer, than it does in the long run, ' +
    'is set right. So a difference is not quite that of the figures above, and is known better.';
  return {
    title: 'The same history',
    notes: [
      'What the models share by name fails at the same instants in all of them; «removed» is the share of the ' +
        `variance that is taken out of a difference.${narrower}`,
      ...(isControlled ? [chance] : []),
    ],
  };
}
