import type { ComponentChild } from 'preact';
import type { StageName } from '../../analysis/report.ts';
import { fitText, textWidth } from '../axis/labels.ts';
import { linearScale } from '../axis/scales.ts';
import { axisEnd } from '../data/causes.ts';
import type { Plot, Size } from '../frame/types.ts';

/** How a bar is filled: `plot-` and this are its class. */
type Style = 'bar' | 'bar-rest' | 'bar-goal' | 'bar-loss' | 'bar-total' | `stage-${StageName}`;

/** A horizontal bar. */
export interface Bar {
  readonly key: string;
  readonly label: string;
  readonly value: number;
  /** Where it begins; default 0. */
  readonly from?: number;
  /** Drawn in its place, beside each other. */
  readonly parts?: readonly { readonly from: number; readonly value: number; readonly style: Style }[];
  /** Whisker; null: none. */
  readonly interval: readonly [number, number] | null;
  /** After the bar. */
  readonly text: string;
  readonly style: Style;
  readonly strong?: boolean;
  /** Room above, to set it apart from the row before. */
  readonly apart?: boolean;
}

export interface Bars {
  readonly bars: readonly Bar[];
  readonly axisTitle: string;
  readonly ticks: (high: number, most: number) => readonly number[];
  readonly tickText: (value: number) => string;
}

/** Below this width a bar's name is above it. */
const NARROW = 520;
const APART = 12;
const TOP = 8;
const BELOW = 42;
/** Between a bar's end and its text. */
const GAP = 9;
/** How much wider heavy type is. */
const BOLD = 1.12;

interface Layout {
  readonly left: number;
  readonly right: number;
  readonly bottom: number;
  /** [bar], upper edge of its row. */
  readonly rows: readonly number[];
  readonly rowHeight: number;
  readonly barTop: number;
  readonly barHeight: number;
  readonly nameRoom: number;
  readonly high: number;
  readonly x: (value: number) => number;
}

function layOut({ bars }: Bars, { width }: Size): Layout {
  const narrow = width < NARROW;
  const longestName = Math.max(0, ...bars.map(({ label }) => textWidth(label) * BOLD));
  const nameWidth = narrow ? 0 : Math.min(longestName, width * 0.32);
  const left = narrow ? 2 : nameWidth + 14;
  const high = axisEnd(
    bars.map(({ value, from = 0, interval }) => ({ value: from + value, high: interval?.[1] ?? from + value })),
  );
  // Each bar needs room for the text after its own end.
  const rooms = bars.map(
    (bar) =>
      (width - left - GAP - 4 - textWidth(bar.text) * (bar.strong === true ? BOLD : 1)) /
      Math.max(ending(bar, high) / high, 1e-3),
  );
  const right = narrow
    ? width - 12
    : left + Math.max(60, Math.min(width - left - 12, ...rooms.filter((room) => room > 0)));
  const rowHeight = narrow ? 44 : 28;
  let y = TOP;
  const rows = bars.map(({ apart }) => {
    y += apart === true ? APART : 0;
    const top = y;
    y += rowHeight;
    return top;
  });
  const x = linearScale([0, high > 0 ? high : 1], [left, right]);
  return {
    left,
    right,
    bottom: y + 4,
    rows,
    rowHeight,
    barTop: narrow ? 20 : 7,
    barHeight: 14,
    nameRoom: narrow ? width - 20 - Math.max(0, ...bars.map(({ text }) => textWidth(text) * BOLD)) : nameWidth + 2,
    high,
    x,
  };
}

function barsHeight({ bars }: Bars, width: number): number {
  const apart = bars.filter((bar) => bar.apart === true).length;
  return TOP + bars.length * (width < NARROW ? 44 : 28) + apart * APART + BELOW;
}

function drawBars(spec: Bars, size: Size): ComponentChild {
  const layout = layOut(spec, size);
  const { left, right, bottom, rows, barTop, barHeight, nameRoom, high, x } = layout;
  const narrow = size.width < NARROW;
  const widest = Math.max(...spec.ticks(high, 4).map((tick) => textWidth(spec.tickText(tick)))) + 16;
  const ticks = high > 0 ? spec.ticks(high, Math.max(1, Math.min(5, Math.floor((right - left) / widest)))) : [0];
  return (
    <>
      <g class="plot-axis">
        {ticks.map((tick) => (
          <g key={tick}>
            <line class="plot-grid" x1={x(tick)} x2={x(tick)} y1={TOP} y2={bottom} />
            <text
              x={x(tick)}
              y={bottom + 16}
              text-anchor={
                tick === 0 && narrow
                  ? 'start'
                  : x(tick) + textWidth(spec.tickText(tick)) / 2 > size.width
                    ? 'end'
                    : 'middle'
              }
            >
              {spec.tickText(tick)}
            </text>
          </g>
        ))}
        <line class="plot-base" x1={left} x2={left} y1={TOP} y2={bottom} />
        <text x={size.width - 4} y={bottom + 33} text-anchor="end">
          {spec.axisTitle}
        </text>
      </g>
      {spec.bars.map((bar, i) => (
        <g key={bar.key} transform={`translate(0 ${rows[i]})`}>
          <text
            class={bar.strong === true ? 'plot-strong' : undefined}
            x={narrow ? left : left - 10}
            y={narrow ? 14 : barTop + barHeight / 2}
            dy={narrow ? undefined : '0.34em'}
            text-anchor={narrow ? 'start' : 'end'}
          >
            {fitText(bar.label, bar.strong === true ? nameRoom / BOLD : nameRoom)}
          </text>
          {(bar.parts ?? [bar]).map((part, j) => (
            <Fill key={j} {...part} x={x} y={barTop} height={barHeight} />
          ))}
          {bar.interval !== null && <Whisker interval={bar.interval} x={x} high={high} y={barTop + barHeight / 2} />}
          {narrow ? (
            <text x={size.width - 4} y={14} text-anchor="end" class={bar.strong === true ? 'plot-strong' : undefined}>
              {bar.text}
            </text>
          ) : (
            <text
              class={bar.strong === true ? 'plot-strong' : undefined}
              x={x(ending(bar, high)) + GAP}
              y={barTop + barHeight / 2}
              dy="0.34em"
            >
              {bar.text}
            </text>
          )}
        </g>
      ))}
    </>
  );
}

/** Where a bar ends, whisker included. */
function ending({ value, from = 0, interval }: Bar, high: number): number {
  return Math.min(high, Math.max(from + value, interval?.[1] ?? 0));
}

interface FillProps {
  readonly from?: number;
  readonly value: number;
  readonly style: Style;
  readonly x: (value: number) => number;
  readonly y: number;
  readonly height: number;
}

function Fill({ from, value, style, x, y, height }: FillProps): ComponentChild {
  const [left, right] = [x(from ?? 0), x((from ?? 0) + value)];
  // Bars that follow each other are a hair apart.
  const apart = from !== undefined && right - left > 3 ? 1 : 0;
  return (
    <rect
      class={`plot-${style}`}
      x={left}
      y={y}
      width={Math.max(value > 0 ? 1 : 0, right - left - apart)}
      height={height}
      rx="1.5"
    />
  );
}

interface WhiskerProps {
  readonly interval: readonly [number, number];
  readonly x: (value: number) => number;
  readonly high: number;
  readonly y: number;
}

/** An interval; an arrow where it goes on beyond the axis. */
function Whisker({ interval: [low, upper], x, high, y }: WhiskerProps): ComponentChild {
  if (x(upper) - x(low) < 1) return null;
  const end = upper > high * 1.0001 ? `M${x(high) - 4},${y - 4}l5,4l-5,4` : `M${x(upper)},${y - 4}v8`;
  return <path class="plot-whisker" d={`M${x(low)},${y - 4}v8M${x(low)},${y}H${x(Math.min(upper, high))}${end}`} />;
}

/** Which bar a point is nearest to. */
function locateBar(spec: Bars, y: number, size: Size): number {
  const { rows, rowHeight } = layOut(spec, size);
  const at = rows.findIndex((top) => y < top + rowHeight);
  return at < 0 ? rows.length - 1 : at;
}

function markBar(spec: Bars, index: number, size: Size): ComponentChild {
  const { rows, rowHeight } = layOut(spec, size);
  return <rect class="plot-band" x={0} width={size.width} y={rows[index]} height={rowHeight} rx="3" />;
}

/** The parts of a plot that all plots of bars share. */
export function barsPlot(spec: Bars): Pick<Plot, 'height' | 'draw' | 'locate' | 'mark' | 'start'> {
  return {
    start: 0,
    height: (width) => barsHeight(spec, width),
    draw: (size) => drawBars(spec, size),
    locate: (_, y, size) => locateBar(spec, y, size),
    mark: (index, size) => markBar(spec, index, size),
  };
}
