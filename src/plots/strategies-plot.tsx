import type { ComponentChild } from 'preact';
import { useMemo } from 'preact/hooks';
import type { Loss } from '../analysis/report.ts';
import { formatDuration } from '../units/format.ts';
import { textWidth } from './axis/labels.ts';
import { slotScale } from './axis/slot-scale.ts';
import { PUBLISHED } from './data/published.ts';
import {
  describeStrategies,
  readStrategy,
  strategiesSentence,
  strategiesTable,
  strategyPoints,
  type StrategyPoint,
  type StrategyResult,
  type Times,
} from './data/strategies.ts';
import { lastOf } from './distribution/plot.tsx';
import { nearest } from './frame/nearest.ts';
import { PlotFrame } from './frame/plot-frame.tsx';
import type { Plot, Size } from './frame/types.ts';
import { drawStrategies, placeOf, radiusOf, type StrategiesLayout } from './strategies/draw.tsx';

interface StrategiesPlotProps {
  /** Those that are done. */
  readonly results: readonly StrategyResult[];
  /** What was done to each, how often. */
  readonly source: string;
  readonly explain?: ComponentChild;
}

/** Data loss against recovery time when a region is lost, with the published bands as frames. */
export function StrategiesPlot({ results, source, explain }: StrategiesPlotProps): ComponentChild {
  const plot = useMemo(() => strategiesPlot(results, source), [results, source]);
  return (
    <PlotFrame
      plot={plot}
      explain={explain}
      legend={plot.empty === null ? <Keys points={strategyPoints(results)} /> : undefined}
    />
  );
}

/** On a narrow picture not all names have room beside their points. */
function Keys({ points }: { readonly points: readonly StrategyPoint[] }): ComponentChild {
  return (
    <ul class="plot-legend plot-keys" aria-hidden="true">
      {points.map(({ number, published }) => (
        <li key={number} class="plot-key">
          <svg width="18" height="18" viewBox="-9 -9 18 18">
            <circle class={`plot-symbol plot-s${number - 1}`} r="8.5" />
            <text class="plot-number" text-anchor="middle" dy="0.35em">
              {number}
            </text>
          </svg>
          {published.name}
        </li>
      ))}
    </ul>
  );
}

export function strategiesPlot(results: readonly StrategyResult[], source: string): Plot {
  const points = strategyPoints(results);
  const layout = lastOf((size) => layOut(points, size));
  return {
    title: 'Data loss against recovery time',
    file: 'recovery strategies',
    source,
    description: describeStrategies(points),
    resting: strategiesSentence(points),
    empty: points.length === 0 ? describeStrategies(points) : null,
    note:
      'Down and to the left is better. Each number stands at the p95 of its runs, with 95% intervals as a cross; ' +
      'a line leads to it from the median. Its area is the relative cost. Frames are the published bands.',
    height: (width) => (width < 480 ? 360 : Math.min(460, width * 0.56)),
    draw: (size) => drawStrategies(points, layout(size), size),
    stops: points.map((point) => ({ key: point.published.strategy, text: readStrategy(point) })),
    start: 0,
    locate: (x, y, size) =>
      nearest(
        points.map((point) => placeOf(point, layout(size))),
        x,
        y,
      ),
    mark: (index, size) => {
      const [x, y] = placeOf(points[index], layout(size));
      return <circle class="plot-hair" fill="none" cx={x} cy={y} r={radiusOf(points[index]) + 4} />;
    },
    table: () => strategiesTable(points),
  };
}

function layOut(points: readonly StrategyPoint[], size: Size): StrategiesLayout {
  const [top, bottom] = [26, size.height - 42];
  const known = ({ p50, p95, ci95 }: Times<Loss>) => [p50, p95, ...ci95.filter((bound) => bound !== null)];
  // All bands, also of what is still to come: axes that stay as they are can be read meanwhile.
  const up = [
    ...points.flatMap(({ recovery }) => known(recovery)),
    ...PUBLISHED.flatMap(({ rto }) => [rto.from, rto.to]),
  ];
  const across = [...points.flatMap(({ loss }) => known(loss)), ...PUBLISHED.flatMap(({ rpo }) => [rpo.from, rpo.to])];
  const y = slotScale(up, [bottom, top], 36, 24);
  const left = Math.max(textWidth('none'), ...y.ticks.map((tick) => textWidth(formatDuration(tick)))) + 14;
  const right = size.width - 16;
  return { x: slotScale(across, [left, right], 62, 58), y, left, right, top, bottom };
}
