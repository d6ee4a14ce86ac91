import { symbol, symbolCircle, symbolDiamond, symbolSquare, symbolTriangle } from 'd3';
import type { ComponentChild } from 'preact';
import { useMemo } from 'preact/hooks';
import type { Report } from '../analysis/report.ts';
import { moneyScale, TIME_SCALE } from '../units/scale.ts';
import { SECONDS_PER_YEAR } from '../units/table.ts';
import { CostAxes } from './axis/cost-axes.tsx';
import { type CostLayout, type CostRange, layOutCosts } from './axis/cost-layout.ts';
import { fitText } from './axis/labels.ts';
import { type NamePlace, PointNames } from './axis/point-names.tsx';
import { describeCompare, frontier, pointsOf, readPoint, sameCurrency, type Point } from './data/compare.ts';
import { shortened } from './data/text.ts';
import { lastOf } from './distribution/plot.tsx';
import { availabilityColumn, COST_ENDS, estimateColumns, type Table } from './data/table.ts';
import { nearest } from './frame/nearest.ts';
import { PlotFrame } from './frame/plot-frame.tsx';
import type { Plot, Size } from './frame/types.ts';

export interface ComparePlotProps {
  /** Up to four. */
  readonly reports: readonly Report[];
  /** In the same order; without one, the model's own. */
  readonly names: readonly string[];
  readonly explain?: ComponentChild;
}

/** Cost against nines, with crosses for the intervals. */
export function ComparePlot({ reports, names, explain }: ComparePlotProps): ComponentChild {
  const plot = useMemo(() => comparePlot(reports, names), [reports, names]);
  return (
    <PlotFrame
      plot={plot}
      explain={explain}
      legend={plot.empty === null ? <Keys points={pointsOf(reports, names)} /> : undefined}
    />
  );
}

/** On a narrow picture not all names have room beside their points. */
export function Keys({ points }: { readonly points: readonly Point[] }): ComponentChild {
  return (
    <ul class="plot-legend plot-keys" aria-hidden="true">
      {points.map(({ index, name }) => (
        <li key={index} class="plot-key">
          <svg width="16" height="16" viewBox="-8 -8 16 16">
            <path class={`plot-symbol plot-s${index}`} d={SYMBOLS[index]} />
          </svg>
          {name}
        </li>
      ))}
    </ul>
  );
}

const SYMBOLS = [symbolCircle, symbolSquare, symbolDiamond, symbolTriangle].map((type) => symbol(type, 110)() ?? '');
/** Costs further apart than this are drawn on a logarithmic axis. */
const FAR = 30;

export function comparePlot(reports: readonly Report[], names: readonly string[]): Plot {
  const points = pointsOf(reports, names);
  const currency = points[0]?.currency ?? '';
  const costs = costRange(points);
  const layout = lastOf((size) => layOutCosts(costs, unavailabilities(points), size));
  const place = (point: Point, at: CostLayout) => [at.nines.x(point.unavailability), at.y(point.cost)] as const;
  return {
    title: 'Cost against availability',
    file: `compare ${points.map(({ name }) => name).join(' ')}`,
    source: points.map(({ name }) => shortened(name, 30)).join(' · '),
    description: describeCompare(points),
    resting:
      points.length === 0 ? '' : 'Further right is up more, further down is cheaper. Point at a model to read it.',
    empty: points.length === 0 ? 'Choose models to compare.' : null,
    note: noteOf(points),
    height: (width) => (width < 480 ? 320 : Math.min(440, width * 0.56)),
    draw: (size) => (
      <Compared
        points={points}
        layout={layout(size)}
        size={size}
        title={`Total cost, ${currency} a year${costs.isLog ? ' (logarithmic)' : ''}`}
      />
    ),
    stops: points.map((point) => ({ key: `${point.index}`, text: readPoint(point) })),
    start: 0,
    locate: (x, y, size) =>
      nearest(
        points.map((point) => place(point, layout(size))),
        x,
        y,
      ),
    mark: (index, size) => {
      const [x, y] = place(points[index], layout(size));
      return <circle class="plot-hair" fill="none" cx={x} cy={y} r={12} />;
    },
    table: () => tableOf(points, currency),
  };
}

function costRange(points: readonly Point[]): CostRange {
  const lowest = Math.min(...points.map(({ cost }) => cost));
  const highest = Math.max(...points.map(({ cost, costCi95 }) => Math.max(cost, costCi95[1])));
  const isLog = lowest > 0 && highest / lowest > FAR;
  return { lowest, highest, isLog, ends: [0, highest > 0 ? highest * 1.12 : 1] };
}

/** A bound that was never seen from below would stretch the axis without end. */
function unavailabilities(points: readonly Point[]): number[] {
  return points.flatMap(({ unavailability, unavailabilityCi95: [low, high] }) => [
    unavailability,
    high,
    ...(low > unavailability / 10 ? [low] : []),
  ]);
}

function noteOf(points: readonly Point[]): string {
  if (sameCurrency(points)) {
    const joined = frontier(points).length > 1 ? ' The dotted line joins what no other beats in both.' : '';
    return `Crosses are 95% intervals.${joined}`;
  }
  const currencies = [...new Set(points.map((point) => point.currency))].join(', ');
  return (
    'Crosses are 95% intervals. The models count in different currencies ' +
    `(${currencies}): their costs cannot be compared.`
  );
}

function tableOf(points: readonly Point[], currency: string): Table {
  return {
    columns: [
      { label: 'Model' },
      availabilityColumn,
      ...estimateColumns('Downtime a year', TIME_SCALE, 's'),
      ...estimateColumns('Total cost', moneyScale(currency), `${currency} a year`, COST_ENDS),
    ],
    rows: points.map(({ name, unavailability, unavailabilityCi95, cost, costCi95 }) => [
      name,
      1 - unavailability,
      unavailability * SECONDS_PER_YEAR,
      unavailabilityCi95[0] * SECONDS_PER_YEAR,
      unavailabilityCi95[1] * SECONDS_PER_YEAR,
      cost,
      costCi95[0],
      costCi95[1],
    ]),
  };
}

interface ComparedProps {
  readonly points: readonly Point[];
  readonly layout: CostLayout;
  readonly size: Size;
  readonly title: string;
}

function Compared({ points, layout, size, title }: ComparedProps): ComponentChild {
  const { nines, y } = layout;
  const best = sameCurrency(points) ? frontier(points) : [];
  return (
    <>
      <CostAxes title={title} height={size.height} layout={layout} />
      {best.length > 1 && (
        <path
          class="plot-frontier"
          d={`M${best.map((point) => `${nines.x(point.unavailability)},${y(point.cost)}`).join('L')}`}
        />
      )}
      {points.map((point) => (
        <Cross key={point.index} point={point} layout={layout} />
      ))}
      <Names points={points} layout={layout} />
    </>
  );
}

function Cross({
  point,
  layout: { nines, y },
}: {
  readonly point: Point;
  readonly layout: CostLayout;
}): ComponentChild {
  const {
    index,
    unavailability,
    unavailabilityCi95: [low, high],
    cost,
    costCi95,
  } = point;
  const [x, middle] = [nines.x(unavailability), y(cost)];
  return (
    <g class={`plot-s${index}`}>
      <path
        class="plot-cross"
        d={`M${nines.x(high)},${middle}H${nines.x(low)}M${x},${y(costCi95[0])}V${y(costCi95[1])}`}
      />
      <path class="plot-symbol" d={SYMBOLS[index]} transform={`translate(${x} ${middle})`} />
    </g>
  );
}

const NAME_PLACES: readonly NamePlace[] = [
  [12, -14, 0],
  [-12, -14, 1],
  [12, 14, 0],
  [-12, 14, 1],
  [0, -24, 0.5],
  [0, 24, 0.5],
];

function Names({ points, layout }: { readonly points: readonly Point[]; readonly layout: CostLayout }): ComponentChild {
  const { nines, y, left, right, top, bottom } = layout;
  const named = points.map(({ index, name, unavailability, cost }) => ({
    x: nines.x(unavailability),
    y: y(cost),
    name: fitText(name, (right - left) / 2.2),
    slot: index,
    places: NAME_PLACES,
  }));
  return (
    <PointNames
      points={named}
      area={{ x: left - 4, y: top - 16, width: right - left + 18, height: bottom - top + 16 }}
      marks={named.map((point) => [point.x, point.y] as const)}
    />
  );
}
