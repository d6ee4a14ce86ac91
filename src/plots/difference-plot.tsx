import type { ComponentChild } from 'preact';
import { useMemo } from 'preact/hooks';
import type { DifferenceId } from '../analysis/differences.ts';
import type { ComparisonReport } from '../analysis/report.ts';
import {
  describeDifferences,
  DIFFERENCES,
  differencesFrom,
  differencesTable,
  readDifference,
} from './data/differences.ts';
import { counted, nameText, shortened } from './data/text.ts';
import { differenceRows, type DifferenceSpec, drawDifferences, heightOf, layOut, rowAt } from './difference/draw.tsx';
import { DifferenceKeys } from './difference/keys.tsx';
import { lastOf } from './distribution/plot.tsx';
import { PlotFrame } from './frame/plot-frame.tsx';
import type { Plot } from './frame/types.ts';

/** Availability is left out: it is downtime turned round. */
const SHOWN: readonly DifferenceId[] = DIFFERENCES.map(({ id }) => id).filter((id) => id !== 'availability');

interface DifferencePlotProps {
  readonly comparison: ComparisonReport;
  /** Index of the model that the others are held against. */
  readonly baseline: number;
  /** In the order of the models; without one, the model's own. */
  readonly names?: readonly string[];
  /** Of shapes and colours, where they are those of another plot; default: the models' places. */
  readonly slots?: readonly number[];
  readonly explain?: ComponentChild;
}

/** Paired differences from a baseline, a panel for each figure, on one zero. */
export function DifferencePlot({ comparison, baseline, names, slots, explain }: DifferencePlotProps): ComponentChild {
  const plot = useMemo(() => differencePlot(comparison, baseline, names, slots), [comparison, baseline, names, slots]);
  return (
    <PlotFrame
      plot={plot}
      explain={explain}
      legend={
        plot.empty === null ? (
          <DifferenceKeys against={differencesFrom(comparison, baseline, names, slots)} />
        ) : undefined
      }
    />
  );
}

export function differencePlot(
  comparison: ComparisonReport,
  baseline = 0,
  names: readonly string[] = [],
  slots: readonly number[] = [],
): Plot {
  const { models } = comparison;
  const against = differencesFrom(comparison, baseline, names, slots);
  const currency = models[0]?.cost.currency ?? '';
  const own = nameText(names[baseline] ?? models[baseline]?.model.name ?? '');
  const rows = differenceRows(against, SHOWN);
  const spec: DifferenceSpec = { rows, currency, baseline: own };
  const layout = lastOf((size) => layOut(spec, size));
  const run = models[0]?.run;
  return {
    title: 'Paired differences',
    file: `differences from ${own}`,
    source:
      run === undefined
        ? ''
        : `against ${shortened(own, 40)} · ${counted(run.years, 'simulated year')} each · seed ` +
          `${shortened(run.seed, 24)}${run.partial ? ' · still running' : ''}`,
    description: describeDifferences(against, own),
    resting: 'Left of the line is less, and less is better. Point at a difference to read it.',
    empty:
      against.length === 0
        ? 'A difference needs two models.'
        : rows.length === 0
          ? 'They differ in nothing that is shown here.'
          : null,
    note:
      'Whiskers are 95% intervals of the difference. One that crosses the line shows no difference. Each figure ' +
      'has a scale of its own; the zero is the same.',
    height: (width) => heightOf(spec, width),
    draw: (size) => drawDifferences(spec, layout(size), size),
    stops: rows.map(({ key, model, id, difference }) => ({
      key,
      text: readDifference(model, id, difference, own, currency),
    })),
    start: 0,
    locate: (_, y, size) => rowAt(layout(size), y),
    mark: (index, size) => (
      <rect
        class="plot-band"
        x={0}
        width={size.width}
        y={layout(size).rows[index]}
        height={layout(size).rowHeight}
        rx="3"
      />
    ),
    table: () => differencesTable(against, currency),
  };
}
