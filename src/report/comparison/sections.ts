import { differenceFigure, DIFFERENCE_IDS } from '../../analysis/differences.ts';
import type { ReportFigure } from '../../analysis/described/figure.ts';
import type { ComparisonReport, Difference, DifferenceFigures, Report } from '../../analysis/report.ts';
import { percent } from '../../units/index.ts';
import { figureText } from '../figure-text.ts';
import { figureColumn } from '../figure-column.ts';
import type { Cell } from '../grid.ts';
import type { Paint } from '../paint.ts';
import { figures, type Section, words } from '../section.ts';
import { plainText } from '../text.ts';
import { askedOf, COMPARED } from './compared.ts';
import { doubtSections } from './doubt.ts';
import { inWords } from './in-words.ts';
import { differenceRange, differenceText, whyNoDifference, wordOf } from './difference.ts';

/** The models beside each other, then each of the others against the first. */
export function comparisonSections(report: ComparisonReport, paint: Paint, where: 'screen' | 'document'): Section[] {
  const names = labels(report);
  return [
    sideBySide(report.models, names),
    ...promised(report.models, names),
    ...report.differences
      .filter(({ from }) => from === 0)
      .flatMap((each) => [
        against(each, report, names, paint, where),
        ...doubtSections(each, [names[each.from], names[each.to]], report.models[0].cost.currency),
        ...texts(each, names, where),
      ]),
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
  const columns = COMPARED.map(({ key, isNarrow }) => figureColumn(key, isNarrow ? {} : { only: 'document' }));
  const rows = models.map((report, i): Cell[] => [names[i], ...COMPARED.map(({ key }) => figureText(key, report))]);
  return { title: 'Side by side', table: { columns: [words('model', { shrinks: true }), ...columns], rows } };
}

/** Promises by the window, and missions; none where no model has any. */
function promised(models: readonly Report[], names: readonly string[]): Section[] {
  const keys = askedOf(models);
  if (keys.length === 0) return [];
  const columns = [words('model', { shrinks: true }), ...keys.map((key) => figureColumn(key))];
  const rows = models.map((report, i): Cell[] => [names[i], ...keys.map((key) => figureText(key, report))]);
  return [{ title: 'Promised, and from new', table: { columns, rows } }];
}

function against(
  each: DifferenceFigures,
  { models }: ComparisonReport,
  names: readonly string[],
  paint: Paint,
  where: 'screen' | 'document',
): Section {
  const { currency } = models[0].cost;
  const why = DIFFERENCE_IDS.flatMap((id) => {
    const reason = whyNoDifference(each, id, [models[each.from], models[each.to]]);
    return reason === null ? [] : [`No difference in ${differenceFigure(id).name}: ${reason}.`];
  });
  const rows = DIFFERENCE_IDS.flatMap((id): Cell[][] => {
    const difference = each[id];
    if (difference === null) return [];
    const { name, short = name }: ReportFigure = differenceFigure(id);
    const word = wordOf(difference);
    return [
      [
        where === 'screen' ? short : name,
        differenceText(id, difference.mean, difference.ci95, currency),
        differenceRange(id, difference, currency),
        removedText(difference),
        {
          text: where === 'screen' && word === 'no difference shown' ? 'none shown' : word,
          paint: PAINTS[difference.verdict](paint),
        },
      ],
    ];
  });
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
      rows,
    },
    notes: [...why, ...missionNotes(each, models)],
  };
}

/** `Reliability over the mission: +3.2 points (95%: +1.1 to +5.3 points): better.` */
function missionNotes({ from, to, reliability }: DifferenceFigures, models: readonly Report[]): string[] {
  if (reliability !== undefined) {
    const text = differenceText('availability', reliability.mean, reliability.ci95, '');
    const range = differenceRange('availability', reliability, '');
    return [`Reliability over the mission: ${text} (95%: ${range}): ${wordOf(reliability)}.`];
  }
  const [first, second] = [models[from].mission, models[to].mission];
  if (first === undefined && second === undefined) return [];
  const why =
    first === undefined || second === undefined ? 'only one has a mission' : 'their missions are of other lengths';
  return [`No difference in reliability: ${why}.`];
}

function removedText({ varianceRemoved: removed }: Difference): string {
  if (removed === null) return '–';
  if (removed > 0.9999 && removed < 1) return '>99.99%';
  return removed > 0 ? percent(removed, null) : '0%';
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
  const all = inWords(changes);
  const shown = where === 'screen' && all.length > MOST_CHANGES + 1 ? all.slice(0, MOST_CHANGES) : all;
  const rows = shown.map((sentence): Cell[] => [plainText(sentence)]);
  const more = all.length - shown.length;
  return [
    {
      title,
      table: { columns: [words('in words', { wraps: true })], rows, isPlain: true },
      notes: more > 0 ? [`and ${more} others, which --format csv, json, markdown and html have.`] : [],
    },
  ];
}

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
  const isControlled = differences.some((each) => DIFFERENCE_IDS.some((id) => (each[id]?.controls ?? 0) > 0));
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
