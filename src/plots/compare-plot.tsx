import { scaleLinear, scaleLog, symbol, symbolCircle, symbolDiamond, symbolSquare, symbolTriangle } from 'd3';
import type { ComponentChild } from 'preact';
import { useMemo } from 'preact/hooks';
import type { Report } from '../analysis/report.ts';
import { moneyScale, TIME_SCALE } from '../units/scale.ts';
import { SECONDS_PER_YEAR } from '../units/table.ts';
import { CostAxes } from './axis/cost-axes.tsx';
import { fitText, LINE, placeLabels, textWidth, type Box } from './axis/labels.ts';
import { ninesScale, type NinesScale } from './axis/nines-scale.ts';
import { describeCompare, frontier, pointsOf, readPoint, sameCurrency, type Point } from './data/compare.ts';
import { shortMoney } from './axis/short-money.ts';
import { shortened } from './data/text.ts';
import { lastOf } from './distribution/plot.tsx';
import { availabilityColumn, COST_ENDS, estimateColumns, type Table } from './data/table.ts';
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

interface Layout {
  readonly nines: NinesScale;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly y: (cost: number) => number;
  readonly ticks: readonly number[];
}

export function comparePlot(reports: readonly Report[], names: readonly string[]): Plot {
  const points = pointsOf(reports, names);
  const currency = points[0]?.currency ?? '';
  const costs = costRange(points);
  const layout = lastOf((size) => layOut(points, costs, size));
  const place = (point: Point, at: Layout) => [at.nines.x(point.unavailability), at.y(point.cost)] as const;
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
    locate: (x, y, size) => {
      const distances = points.map((point) => {
        const [px, py] = place(point, layout(size));
        return (px - x) ** 2 + (py - y) ** 2;
      });
      return distances.indexOf(Math.min(...distances));
    },
    mark: (index, size) => {
      const [x, y] = place(points[index], layout(size));
      return <circle class="plot-hair" fill="none" cx={x} cy={y} r={12} />;
    },
    table: () => tableOf(points, currency),
  };
}

interface CostRange {
  readonly lowest: number;
  readonly highest: number;
  readonly isLog: boolean;
}

function costRange(points: readonly Point[]): CostRange {
  const lowest = Math.min(...points.map(({ cost }) => cost));
  const highest = Math.max(...points.map(({ cost, costCi95 }) => Math.max(cost, costCi95[1])));
  return { lowest, highest, isLog: lowest > 0 && highest / lowest > FAR };
}

function layOut(points: readonly Point[], { lowest, highest, isLog }: CostRange, size: Size): Layout {
  const [top, bottom] = [34, size.height - 54];
  const y = isLog
    ? scaleLog([lowest * 0.7, highest * 1.4], [bottom, top]).clamp(true)
    : scaleLinear([0, highest > 0 ? highest * 1.12 : 1], [bottom, top]).clamp(true);
  const ticks = y
    .ticks(5)
    .filter((tick) => !isLog || (highest / lowest < 1000 ? /^[125]e/ : /^1e/).test(tick.toExponential()));
  const left = Math.max(0, ...ticks.map((tick) => textWidth(shortMoney(tick, '').trim()))) + 14;
  const right = size.width - 14;
  // A bound that was never seen from below would stretch the axis without end.
  const values = points.flatMap(({ unavailability, unavailabilityCi95: [low, high] }) => [
    unavailability,
    high,
    ...(low > unavailability / 10 ? [low] : []),
  ]);
  return { nines: ninesScale(values, [left + 6, right]), left, right, top, bottom, y, ticks };
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
  readonly layout: Layout;
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

function Cross({ point, layout: { nines, y } }: { readonly point: Point; readonly layout: Layout }): ComponentChild {
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

/** For each place of a name its anchor, and how far along the name that is. */
const ANCHORS = [
  ['start', 0],
  ['end', 1],
  ['start', 0],
  ['end', 1],
  ['middle', 0.5],
  ['middle', 0.5],
] as const;

/** Names beside their points, not over one another. */
function Names({ points, layout }: { readonly points: readonly Point[]; readonly layout: Layout }): ComponentChild {
  const { nines, y, left, right, top, bottom } = layout;
  const names = points.map(({ name }) => fitText(name, (right - left) / 2.2));
  const candidates = points.map((point, i): Box[] => {
    const [x, middle] = [nines.x(point.unavailability), y(point.cost)];
    const width = textWidth(names[i]);
    const box = (dx: number, dy: number): Box => ({ x: x + dx, y: middle + dy - LINE / 2, width, height: LINE });
    return [
      box(12, -14),
      box(-12 - width, -14),
      box(12, 14),
      box(-12 - width, 14),
      box(-width / 2, -24),
      box(-width / 2, 24),
    ];
  });
  const marks = points.map((point) => [nines.x(point.unavailability), y(point.cost)] as const);
  const places = placeLabels(
    candidates,
    { x: left - 4, y: top - 16, width: right - left + 18, height: bottom - top + 16 },
    marks,
  );
  return (
    <g>
      {points.map(({ index }, i) => {
        const place = places[i];
        if (place === null) return null;
        const box = candidates[i][place];
        return (
          <text
            key={index}
            class={`plot-name plot-halo plot-s${index}`}
            x={box.x + box.width * ANCHORS[place][1]}
            y={box.y + LINE / 2}
            dy="0.32em"
            text-anchor={ANCHORS[place][0]}
          >
            {names[i]}
          </text>
        );
      })}
    </g>
  );
}
