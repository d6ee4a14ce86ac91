import type { ComponentChild } from 'preact';
import { useMemo } from 'preact/hooks';
import type { ExperimentFigures, ExperimentsReport } from '../../src/analysis/report.ts';
import { unrecoveredText, wanderedText } from '../../src/report/experiments/noticed.ts';
import { duration, knownOf } from '../../src/units/figure.ts';
import { formatDuration } from '../../src/units/format.ts';
import { Explain } from '../explain/index.ts';
import { type Ecdf, ecdf, shareAtMost } from '../../src/plots/data/ecdf.ts';
import { DASHES } from '../../src/plots/data/slots.ts';
import { counted, shareText, shortened } from '../../src/plots/data/text.ts';
import { distributionPlot } from '../../src/plots/distribution/plot.tsx';
import { PlotFrame } from '../../src/plots/frame/plot-frame.tsx';
import type { Plot } from '../../src/plots/frame/types.ts';

type Measure = 'recoveryTime' | 'dataLoss';

interface PlotProps {
  readonly report: ExperimentsReport;
  readonly figures: ExperimentFigures;
}

/** How long the runs of a drill that were noticed took, or what they lost, against the target. */
export function RunsPlot({ report, figures, measure }: PlotProps & { readonly measure: Measure }): ComponentChild {
  const plot = useMemo(() => runsPlot(report, figures, measure), [report, figures, measure]);
  return (
    <PlotFrame
      plot={plot}
      explain={<Explain figure={measure === 'recoveryTime' ? 'experimentRecovery' : 'experimentLoss'} report={null} />}
    />
  );
}

const NONE: ReadonlySet<string> = new Set();

export function runsPlot(report: ExperimentsReport, figures: ExperimentFigures, measure: Measure): Plot {
  const isRecovery = measure === 'recoveryTime';
  const curve = ecdf(figures[measure].histogram);
  const target = figures.targets.find((each) => each.target === (isRecovery ? 'rto' : 'rpo'));
  const name = isRecovery ? 'RTO' : 'RPO';
  // Data lost for good lies beyond any axis: the curve is of the other runs.
  const forGood = isRecovery ? 0 : (figures.dataLoss.permanent ?? 0);
  const runs = forGood > 0 ? 'runs that keep some' : 'noticed runs';
  const { p50, p95, quantileCi95, withinTarget } = figures[measure];
  const quantiles = [
    { label: 'p50', share: 0.5, at: p50, known: quantileCi95.p50 },
    { label: 'p95', share: 0.95, at: p95, known: quantileCi95.p95 },
  ].flatMap(({ label, share, at, known }) =>
    typeof at === 'number' ? [{ label, share, at, text: duration(at, knownOf(known)) }] : [],
  );
  // As the curve has it.
  const counted = forGood > 0 ? null : withinTarget;
  const within = target === undefined ? 0 : (counted ?? shareAtMost(curve, target.goal));
  return distributionPlot(
    {
      lines: [{ key: 'runs', label: 'runs', colour: 0, dash: DASHES[0], ecdf: curve }],
      hidden: NONE,
      side: 'atMost',
      shareTitle: isRecovery
        ? 'Share of noticed runs over within'
        : forGood > 0
          ? `Share of ${runs}: lost at most`
          : `Share of ${runs} that lose at most`,
      timeTitle: isRecovery ? 'Recovery time' : 'Time of writes lost',
      zeroLabel:
        curve.zero === 0
          ? null
          : isRecovery
            ? `${shareText(curve.zero)} over at once`
            : `${shareText(curve.zero)} lose nothing`,
      rule:
        target === undefined || target.goal <= 0
          ? null
          : {
              at: target.goal,
              label: `${name} ${formatDuration(target.goal)} · ${shareText(within)} within`,
              share: within,
            },
      quantiles: forGood > 0 ? [] : quantiles,
      floor: 0,
    },
    {
      title: isRecovery ? 'Recovery time' : 'Data loss',
      file: `${report.model.name} ${figures.name} ${isRecovery ? 'recovery time' : 'data loss'}`,
      source: sourceOfRuns(report, figures),
      description: describe(figures, measure, curve),
      resting:
        target === undefined
          ? typical(figures, measure)
          : `${shareText(withinTarget ?? 1)} of noticed runs ${isRecovery ? 'are over within' : 'lose at most'} ` +
            `${formatDuration(target.goal)}, the ${name}.`,
      empty: curve.x.length > 0 ? null : emptyText(figures, measure),
      note: noteText(figures) || undefined,
      timeLabel: isRecovery ? 'Over within' : 'Lose at most',
      shareLabel: `Share of ${runs}`,
      say: (time, shares, seconds) => {
        if (seconds === 0) return `${isRecovery ? 'Over at once' : 'Lose nothing'}: ${shares} of ${runs}`;
        return (
          `${isRecovery ? 'Over within' : 'Lose at most'} ` +
          `${time}${seconds === target?.goal ? ` (${name})` : ''}: ${shares} of ${runs}`
        );
      },
    },
  );
}

/** What the curves leave out. */
function noteText(figures: ExperimentFigures): string {
  const { noticed, permanentLoss } = figures;
  return [
    noticed.mean < 1 ? `${shareText(1 - noticed.mean)} of runs went unnoticed: the curve is of the others.` : '',
    ...wanderedText(figures),
    ...unrecoveredText(figures),
    permanentLoss.mean > 0
      ? `${shareText(permanentLoss.mean)} of runs lose all data for good, with nothing to restore it from.`
      : '',
  ]
    .filter((part) => part !== '')
    .join(' ');
}

/** Where a picture comes from, so that one found years later can be drawn again. */
export function sourceOfRuns({ model, run }: ExperimentsReport, { what, runs }: ExperimentFigures): string {
  return (
    `${shortened(model.name, 60)} · ${shortened(what, 80)} · ${counted(runs, 'run')} · seed ` +
    `${shortened(run.seed, 24)}`
  );
}

function emptyText({ runs, permanentLoss }: ExperimentFigures, measure: Measure): string {
  if (measure === 'recoveryTime')
    return `Nobody noticed anything in any of ${counted(runs, 'run')}: there was nothing to recover from.`;
  if (permanentLoss.mean > 0)
    return (
      `${shareText(permanentLoss.mean)} of ${counted(runs, 'run')} ` +
      'lost all data for good; the others lost nothing.'
    );
  return `None of ${counted(runs, 'run')} lost a write.`;
}

function typical(figures: ExperimentFigures, measure: Measure): string {
  const { p50, p95, quantileCi95 } = figures[measure];
  const does = measure === 'recoveryTime' ? 'are over within' : 'lose at most';
  if (p95 === null) return 'More than 5% of noticed runs did not recover.';
  if (typeof p95 !== 'number' || typeof p50 !== 'number') return 'More than 5% of runs lose all data for good.';
  return (
    `Half of those noticed ${does} ${duration(p50, knownOf(quantileCi95.p50))}, 95% ${does} ` +
    `${duration(p95, knownOf(quantileCi95.p95))}.`
  );
}

function describe(figures: ExperimentFigures, measure: Measure, curve: Ecdf): string {
  if (curve.x.length === 0) return emptyText(figures, measure);
  const what = measure === 'recoveryTime' ? 'Recovery time' : 'Data loss';
  const zero =
    curve.zero > 0
      ? ` ${shareText(curve.zero)} ${measure === 'recoveryTime' ? 'are over at once' : 'lose nothing'}.`
      : '';
  return (
    `${what} of ${counted(figures[measure].count, 'run')} that ${figures[measure].count === 1 ? 'was' : 'were'} ` +
    `noticed, as the share within a given time.${zero} ${typical(figures, measure)}`
  );
}
