import type { ComponentChild } from 'preact';
import type { Loss } from '../../analysis/report.ts';
import { formatDuration } from '../../units/format.ts';
import { textWidth } from '../axis/labels.ts';
import { type NamePlace, PointNames } from '../axis/point-names.tsx';
import type { SlotScale } from '../axis/slot-scale.ts';
import { timesText } from '../../units/figure.ts';
import type { StrategyPoint, Times } from '../data/strategies.ts';
import type { Size } from '../frame/types.ts';

export interface StrategiesLayout {
  /** Data loss along the bottom, recovery time up. */
  readonly x: SlotScale;
  readonly y: SlotScale;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Of a relative cost of 1; areas are in proportion. */
const RADIUS = 9;

export function radiusOf({ relative }: StrategyPoint): number {
  return RADIUS * Math.sqrt(Math.min(9, Math.max(1, relative ?? 1)));
}

export function placeOf({ loss, recovery }: StrategyPoint, { x, y }: StrategiesLayout): readonly [number, number] {
  return [x.at(loss.p95), y.at(recovery.p95)];
}

export function drawStrategies(points: readonly StrategyPoint[], layout: StrategiesLayout, size: Size): ComponentChild {
  return (
    <>
      <text class="plot-title" x={2} y={12}>
        Time to recover
      </text>
      <text class="plot-title" x={layout.right} y={size.height - 4} text-anchor="end">
        Time of writes lost
      </text>
      <Axes layout={layout} />
      {points.map((point) => (
        <Frame key={point.number} point={point} layout={layout} />
      ))}
      {points.map((point) => (
        <Spread key={point.number} point={point} layout={layout} />
      ))}
      {points.map((point) => (
        <Point key={point.number} point={point} layout={layout} />
      ))}
      <Names points={points} layout={layout} />
    </>
  );
}

function Axes({ layout: { x, y, left, right, top, bottom } }: { readonly layout: StrategiesLayout }): ComponentChild {
  const across = [
    ...x.ticks.map((tick) => ({ at: x.at(tick), text: formatDuration(tick) })),
    { at: x.zero, text: 'none' },
    ...(x.never === null ? [] : [{ at: x.never, text: 'for good' }]),
  ];
  const up = [...y.ticks.map((tick) => ({ at: y.at(tick), text: formatDuration(tick) })), { at: y.zero, text: 'none' }];
  const endOfTimes = x.never === null ? '' : `M${x.inner[1]},${top}V${bottom}`;
  return (
    <g class="plot-axis">
      {across.map(({ at, text }) => (
        <g key={text}>
          <line class="plot-grid" x1={at} x2={at} y1={top} y2={bottom} />
          <text x={at} y={bottom + 16} text-anchor={at + textWidth(text) / 2 > right + 8 ? 'end' : 'middle'}>
            {text}
          </text>
        </g>
      ))}
      {up.map(({ at, text }) => (
        <g key={text}>
          <line class="plot-grid" x1={left} x2={right} y1={at} y2={at} />
          <text x={left - 8} y={at} dy="0.32em" text-anchor="end">
            {text}
          </text>
        </g>
      ))}
      <path class="plot-slot" d={`M${x.inner[0]},${top}V${bottom}M${left},${y.inner[0]}H${right}${endOfTimes}`} />
      <line class="plot-base" x1={left} x2={right} y1={bottom} y2={bottom} />
      <line class="plot-base" x1={left} x2={left} y1={top} y2={bottom} />
    </g>
  );
}

interface PointProps {
  readonly point: StrategyPoint;
  readonly layout: StrategiesLayout;
}

/** What is published. A band that begins at zero takes in the whole slot. */
function Frame({
  point: {
    number,
    published: { rto, rpo },
  },
  layout: { x, y },
}: PointProps): ComponentChild {
  const [fromX, toX] = [rpo.from > 0 ? x.at(rpo.from) : x.range[0] + 3, x.at(rpo.to)];
  const [fromY, toY] = [rto.from > 0 ? y.at(rto.from) : y.range[0] - 3, y.at(rto.to)];
  return (
    <rect class={`plot-frame plot-s${number - 1}`} x={fromX} y={toY} width={toX - fromX} height={fromY - toY} rx="4" />
  );
}

/** From the median to the p95, and the p95's interval. */
function Spread({ point, layout }: PointProps): ComponentChild {
  const { x, y } = layout;
  const { loss, recovery, number } = point;
  const [px, py] = placeOf(point, layout);
  const [mx, my] = [x.at(loss.p50), y.at(recovery.p50)];
  const [[x1, x2], [y1, y2]] = [interval(loss, x), interval(recovery, y)];
  const isApart = Math.hypot(mx - px, my - py) > radiusOf(point) + 3;
  return (
    <g class={`plot-s${number - 1}`}>
      <path class="plot-cross" d={`M${x1},${py}H${x2}M${px},${y1}V${y2}`} />
      {isApart && <path class="plot-toward" d={`M${mx},${my}L${px},${py}`} />}
      {isApart && <circle class="plot-median" cx={mx} cy={my} r="3.5" />}
    </g>
  );
}

function interval({ p95, ci95: [low, high] }: Times<Loss>, scale: SlotScale): readonly [number, number] {
  return [scale.at(low ?? p95), scale.at(high ?? p95)];
}

function Point({ point, layout }: PointProps): ComponentChild {
  const [x, y] = placeOf(point, layout);
  return (
    <g class={`plot-s${point.number - 1}`} transform={`translate(${x} ${y})`}>
      <circle class="plot-symbol" r={radiusOf(point)} />
      <text class="plot-number" text-anchor="middle" dy="0.35em">
        {point.number}
      </text>
    </g>
  );
}

/** Names with their cost beside the points. */
function Names({
  points,
  layout,
}: {
  readonly points: readonly StrategyPoint[];
  readonly layout: StrategiesLayout;
}): ComponentChild {
  const { left, right, top, bottom } = layout;
  const named = points.map((point) => {
    const { number, published, relative } = point;
    const [x, y] = placeOf(point, layout);
    const name = `${published.name}${relative === null ? '' : ` · ${timesText(relative)}`}`;
    return { x, y, name, slot: number - 1, places: namePlaces(radiusOf(point)) };
  });
  return (
    <PointNames
      points={named}
      area={{ x: left - 4, y: top - 12, width: right - left + 12, height: bottom - top + 12 }}
      marks={points.flatMap((point) => discOf(point, layout))}
      gap={0}
    />
  );
}

/** @param r radius of the point's disc */
function namePlaces(r: number): readonly NamePlace[] {
  const side = r + 6;
  return [
    [side, -8, 0],
    [-side, -8, 1],
    [side, 10, 0],
    [-side, 10, 1],
    [r, -r - 8, 0],
    [-r, -r - 8, 1],
    [0, -r - 11, 0.5],
    [0, r + 11, 0.5],
  ];
}

/** Places that a name must not hide. */
function discOf(point: StrategyPoint, layout: StrategiesLayout): (readonly [number, number])[] {
  const [x, y] = placeOf(point, layout);
  const r = radiusOf(point) - 1;
  return [
    [x, y],
    [x - r, y],
    [x + r, y],
    [x, y - r],
    [x, y + r],
  ];
}
