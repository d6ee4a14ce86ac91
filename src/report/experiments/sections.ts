import { lossInSeconds, NO_END } from '../../analysis/for-good.ts';
import { targetOf } from '../../analysis/target-of.ts';
import type {
  ExperimentLossFigures,
  ExperimentFigures,
  ExperimentsReport,
  RecoveryFigures,
  Verdict,
} from '../../analysis/report.ts';
import { duration, formatDuration, part, percent } from '../../units/index.ts';
import type { Cell } from '../grid.ts';
import { lossText } from '../loss.ts';
import { type Paint, verdictPaint } from '../paint.ts';
import { figures, type Section, words } from '../section.ts';
import { targetName } from '../target-name.ts';
import { stageParts } from '../stages.ts';
import { plainText } from '../text.ts';
import { unrecoveredText, wanderedText } from './noticed.ts';

/** The row that the field expects of a drill, for each experiment; below it where the time went. */
export function experimentSections({ experiments }: Pick<ExperimentsReport, 'experiments'>, paint: Paint): Section[] {
  return [results(experiments, paint), whereTimeWent(experiments)];
}

function results(experiments: readonly ExperimentFigures[], paint: Paint): Section {
  const goalOf = (name: 'rto' | 'rpo') => (experiments[0] && targetOf(experiments[0].targets, name)?.goal) ?? null;
  const [rto, rpo] = [goalOf('rto'), goalOf('rpo')];
  const rows = experiments.map((experiment): Cell[] => [
    plainText(experiment.name),
    plainText(experiment.what),
    percent(experiment.noticed.mean, experiment.noticed.ci95),
    percent(experiment.recovered.mean, experiment.recovered.ci95),
    quantile(experiment.recoveryTime, 'p50'),
    quantile(experiment.recoveryTime, 'p95'),
    goals(experiment, 'rto'),
    quantile(experiment.dataLoss, 'p95'),
    goals(experiment, 'rpo'),
    verdictCell(experiment, paint),
  ]);
  const columns = [
    words('test', { shrinks: true }),
    words('what', { only: 'document' }),
    figures('noticed'),
    figures('recovered'),
    figures('p50', { longName: 'recovery p50' }),
    figures('p95', { longName: 'recovery p95' }),
    words('RTO', { only: 'document' }),
    figures('lost p95', { longName: 'data lost p95' }),
    words('RPO', { only: 'document' }),
    words('verdict'),
  ];
  return {
    title: 'Experiments',
    table: { columns, rows },
    notes: [
      legend(
        rto,
        rpo,
        experiments.some(({ targets }) => targets.length > 0),
      ),
      ...experiments.flatMap((each) => [
        ...[...wanderedText(each), ...unrecoveredText(each), ...permanent(each), ...doubtText(each)],
      ]),
    ],
  };
}

/** Of one figure, or of each kind that the experiment fails: `≤ 5 min (zone)`. */
function goals({ targets }: ExperimentFigures, name: 'rto' | 'rpo'): string {
  const own = targets.filter(({ target }) => target === name);
  if (own.length === 0) return '—';
  return own
    .map(({ goal, kind }) => `≤ ${formatDuration(goal)}${kind === undefined ? '' : ` (${plainText(kind)})`}`)
    .join(', ');
}

function legend(rto: number | null, rpo: number | null, isHeld: boolean): string {
  const against = (name: string, seconds: number | null) =>
    seconds === null ? '' : `, against an ${name} of ${formatDuration(seconds)}`;
  const verdict = isHeld ? ' The verdict is on these runs.' : '';
  return (
    `Where users noticed: p50 and p95 of the time to recover${against('RTO', rto)}; p95 of the data ` +
    `lost${against('RPO', rpo)}.${verdict}`
  );
}

function permanent({ name, permanentLoss }: ExperimentFigures): string[] {
  return permanentLoss.mean > 0
    ? [`${plainText(name)}: data is lost for good in ${percent(permanentLoss.mean, permanentLoss.ci95)} of runs.`]
    : [];
}

/** What inputs that nobody knows leave open, in words. */
function doubtText({ name, doubt, targets }: ExperimentFigures): string[] {
  if (doubt === undefined) return [];
  const met = targets.flatMap((target) =>
    typeof target.chance === 'number' ? [`${targetName(target)} in ${part(target.chance)}`] : [],
  );
  const { recoveryTime: range, inputs } = doubt;
  const most = inputs.at(0);
  return [
    `${plainText(name)}: ` +
      (range === null
        ? 'not in every world is there a time to recover'
        : `in nine worlds of ten its mean time to recover is ${duration(range.p5)} to ${duration(range.p95)}`) +
      (most === undefined || range === null
        ? ''
        : `, which hangs on ${plainText(most.parameter)} for ${part(most.share)}`) +
      (met.length === 0 ? '.' : `; met: ${met.join(', ')} of worlds.`),
  ];
}

/** Of the runs in which something happened. */
function quantile(figures: RecoveryFigures | ExperimentLossFigures, p: 'p50' | 'p95'): string {
  const value = figures[p];
  if (value === null) return 'censored' in figures && figures.censored > 0 ? NO_END : '–';
  return lossText(value, figures.quantileCi95[p], duration);
}

/** The worst of the two. */
function verdictCell({ targets }: ExperimentFigures, paint: Paint): Cell {
  const worst = (['missed', 'undecided', 'met'] as const).find((verdict): verdict is Verdict =>
    targets.some((target) => target.verdict === verdict),
  );
  return worst === undefined ? '—' : { text: worst, paint: verdictPaint(worst, paint) };
}

function whereTimeWent(experiments: readonly ExperimentFigures[]): Section {
  // Data can be gone while everything answers.
  const unnoticed = ({ permanentLoss, dataLoss }: ExperimentFigures) =>
    permanentLoss.mean > 0 || lossInSeconds(dataLoss.max ?? 0) > 0 ? 'no downtime; data was lost' : 'nobody noticed';
  const rows = experiments.map((each): Cell[] => [
    plainText(each.name),
    each.noticed.mean === 0 ? unnoticed(each) : stageParts(each.recoveryTime).join(' · '),
  ]);
  return {
    title: 'Where the time went',
    aside: 'mean of the runs in which users noticed',
    table: { columns: [words('test', { shrinks: true }), words('stages', { wraps: true })], rows, isPlain: true },
  };
}
