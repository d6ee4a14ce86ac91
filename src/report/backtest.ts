import type { BacktestFigure, BacktestReport, DrillFigure } from '../analysis/backtest.ts';
import { momentText } from '../fit/moment.ts';
import { plural } from '../fit/write-parameters.ts';
import { duration, formatNumber, percent } from '../units/index.ts';
import { type Row, writeRows } from './csv.ts';
import type { Cell } from './grid.ts';
import type { Paint } from './paint.ts';
import { figures, type Section, words } from './section.ts';
import type { Sheet } from './sheet.ts';
import { plainText } from './text.ts';

/** The model against what happened, for people. */
export function backtestSheet(report: BacktestReport): Sheet {
  const { model, log, run, figures: found, drills } = report;
  const off = found.filter(({ verdict }) => verdict !== 'as expected').length;
  return {
    title: log === null ? plainText(model.name) : `${plainText(model.name)} against ${plainText(log.file)}`,
    answer: answerOf(report, off),
    sections: (paint) => [
      ...(log === null ? [] : [figureSection(found, log, run.histories, paint), ...unknownSection(report, paint)]),
      ...drillSection(drills, paint),
    ],
  };
}

function answerOf({ log, figures: found, drills, unknown, run }: BacktestReport, off: number): string {
  const parts: string[] = [];
  if (log !== null) {
    const period = `${duration(log.seconds)}, ${momentText(log.from)} to ${momentText(log.until)}`;
    const verdict =
      off === 0
        ? 'nothing in the log contradicts the model'
        : `${off} of ${plural(found.length, 'figure')} ${off === 1 ? 'is' : 'are'} not what the model expects`;
    const strange = unknown.length === 0 ? '' : ', and it has causes that the model does not know';
    parts.push(`${plural(log.incidents, 'outage')} in ${period}: ${verdict}${strange}.`);
  }
  parts.push(...drills.map(drillSentence));
  if (run.partial) parts.push('Ended early, with the histories there were.');
  return parts.join(' ');
}

const shown = (what: BacktestFigure['what'], value: number) =>
  what === 'downtime' || what === 'longest' ? duration(value) : formatNumber(value);

function nameOf({ what, cause }: BacktestFigure): string {
  if (cause === null)
    return { incidents: 'outages', downtime: 'downtime', longest: 'longest outage', failures: '' }[what];
  return what === 'failures' ? `failures of ${plainText(cause)}` : `outages by ${plainText(cause)}`;
}

const VERDICTS: Readonly<Record<BacktestFigure['verdict'], string>> = {
  'as expected': 'as expected',
  more: 'more, beyond 95%',
  less: 'less, beyond 95%',
  'far more': 'more, beyond 99%',
  'far less': 'less, beyond 99%',
};

const chance = (p: number) => (p < 0.001 ? 'below 0.1%' : percent(p));

function figureSection(
  found: readonly BacktestFigure[],
  log: NonNullable<BacktestReport['log']>,
  histories: number,
  paint: Paint,
): Section {
  const rows = found.map((figure): Cell[] => {
    const { what, observed, isAtLeast, expected, p, verdict } = figure;
    const [low, high] = expected.range95;
    const text = VERDICTS[verdict];
    return [
      nameOf(figure),
      `${isAtLeast ? '≥ ' : ''}${shown(what, observed)}`,
      shown(what, expected.mean),
      `${shown(what, low)} to ${shown(what, high)}`,
      chance(p),
      verdict === 'as expected' ? text : { text, paint: paint.bad },
    ];
  });
  const columns = [
    words('', { shrinks: true }),
    ...[figures('happened'), figures('expected'), figures('95%'), figures('p'), words('')],
  ];
  const method =
    `Expected: ${formatNumber(histories)} histories of the model, each as long as the log, and the ends of 95% of ` +
    'them. p: how often one is at least as far out as what happened, on either side; of twenty figures one is below ' +
    '5% by chance alone.';
  const begins = 'The first moment in the log begins the period, so incidents seem more frequent: give --from.';
  return {
    title: 'What the model expected',
    table: { columns, rows },
    notes: [method, ...(log.isFromGiven ? [] : [begins])],
  };
}

function unknownSection({ unknown }: BacktestReport, paint: Paint): Section[] {
  if (unknown.length === 0) return [];
  const rows = unknown.map(({ cause, incidents }): Cell[] => [
    { text: plainText(cause), paint: paint.bad },
    String(incidents),
  ]);
  return [
    {
      title: 'Causes that the model does not have',
      table: { columns: [words('cause'), figures('outages')], rows },
      notes: ["They count above among all outages. In the model's words a cause is such as zone-a/outage."],
    },
  ];
}

function drillSentence({ experiment, observed, runs, p99, slower, verdict }: DrillFigure): string {
  const what = `${plainText(experiment)}: ${duration(observed)}`;
  if (verdict === 'unknown') return `${what}, where the model's users notice nothing in ${formatNumber(runs)} runs.`;
  if (verdict === 'as expected') return `${what} is as the model expects.`;
  const far = verdict.startsWith('far');
  const beyond = `is beyond the model's ${far ? '99%' : '95%'}`;
  const share = slower!;
  return verdict.endsWith('more')
    ? `${what} ${beyond} (its 99th percentile is ${duration(p99!)}): ${chance(share)} of its runs take as long.`
    : `${what} ${beyond}: only ${chance(1 - share)} of its runs are as quick.`;
}

function drillSection(drills: readonly DrillFigure[], paint: Paint): Section[] {
  if (drills.length === 0) return [];
  const time = (seconds: number | null) => (seconds === null ? '–' : duration(seconds));
  const rows = drills.map(({ experiment, observed, p50, p95, p99, slower, verdict }): Cell[] => {
    const text = verdict === 'unknown' ? 'not noticed in the model' : VERDICTS[verdict];
    return [
      plainText(experiment),
      ...[duration(observed), time(p50), time(p95), time(p99), slower === null ? '–' : chance(slower)],
      verdict === 'as expected' ? text : { text, paint: paint.bad },
    ];
  });
  const columns = [
    words('drill', { shrinks: true }),
    ...[figures('measured'), figures('p50'), figures('p95'), figures('p99'), figures('slower'), words('')],
  ];
  return [{ title: "Drills against the model's runs", table: { columns, rows } }];
}

/** One figure a row; the interval is that of 95% of histories. */
export function renderBacktestCsv({ model, run, log, figures: found, unknown, drills }: BacktestReport): string {
  return writeRows([
    ['model', '', 'name', model.name],
    ['model', '', 'sha256', model.sha256],
    ['run', '', 'seed', run.seed],
    ['run', '', 'histories', run.histories],
    ...(log === null ? [] : [['log', '', 'seconds', log.seconds, null, 's'] satisfies Row]),
    ...found.flatMap(({ what, cause, observed, expected, p, verdict }): Row[] => {
      const unit = what === 'downtime' || what === 'longest' ? 's' : '';
      return [
        [what, cause ?? '', 'observed', observed, null, unit],
        [what, cause ?? '', 'expected', expected.mean, expected.range95, unit],
        [what, cause ?? '', 'p', p],
        [what, cause ?? '', 'verdict', verdict],
      ];
    }),
    ...unknown.map(({ cause, incidents }): Row => ['unknown', cause, 'incidents', incidents]),
    ...drills.flatMap(({ experiment, observed, p50, p95, p99, slower, verdict }): Row[] => [
      ['drill', experiment, 'observed', observed, null, 's'],
      ['drill', experiment, 'p50', p50, null, 's'],
      ['drill', experiment, 'p95', p95, null, 's'],
      ['drill', experiment, 'p99', p99, null, 's'],
      ['drill', experiment, 'slower', slower, null, 'share'],
      ['drill', experiment, 'verdict', verdict],
    ]),
  ]);
}
