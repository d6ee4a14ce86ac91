import type { ComponentChild } from 'preact';
import { fitText, textWidth } from '../axis/labels.ts';
import type { TornadoEnd, TornadoRow } from '../data/sensitivity.ts';
import type { Size } from '../frame/types.ts';
import { endLabel, GAP, isFolded, type TornadoLayout } from './layout.ts';

/** Free to both sides of the zero line, pixels. */
const CLEAR = 16;

interface TornadoProps {
  readonly rows: readonly TornadoRow[];
  readonly layout: TornadoLayout;
  readonly size: Size;
  readonly axisTitle: string;
  readonly tickText: (change: number) => string;
}

/** Bars to both sides of the model's own value: hollow where it is divided, filled where it is multiplied. */
export function Tornado({ rows, layout, size, axisTitle, tickText }: TornadoProps): ComponentChild {
  const { top, bottom, rowHeight, right, x } = layout;
  return (
    <>
      <Axis layout={layout} size={size} tickText={tickText} />
      {rows.map((row, i) => (
        <g key={row.key} transform={`translate(0 ${top + i * rowHeight})`}>
          <Name row={row} layout={layout} width={size.width} />
          <Ends row={row} layout={layout} />
        </g>
      ))}
      <line class="plot-base" x1={x(0)} x2={x(0)} y1={top - 4} y2={bottom} />
      <text
        class="plot-title"
        x={Math.min(right - textWidth('the model') / 2, Math.max(textWidth('the model') / 2, x(0)))}
        y={14}
        text-anchor="middle"
      >
        the model
      </text>
      <text class="plot-title" x={right} y={size.height - 4} text-anchor="end">
        {axisTitle}
      </text>
    </>
  );
}

function Axis({
  layout: { top, bottom, x, ticks },
  size,
  tickText,
}: {
  readonly layout: TornadoLayout;
  readonly size: Size;
  readonly tickText: (change: number) => string;
}): ComponentChild {
  return (
    <g class="plot-axis">
      {ticks.map((tick) => {
        const half = textWidth(tickText(tick)) / 2;
        return (
          <g key={tick}>
            <line class="plot-grid" x1={x(tick)} x2={x(tick)} y1={top} y2={bottom} />
            <text x={Math.min(size.width - half, Math.max(half, x(tick)))} y={bottom + 16} text-anchor="middle">
              {tickText(tick)}
            </text>
          </g>
        );
      })}
    </g>
  );
}

function Name({
  row: { label, valueText },
  layout: { narrow, left, nameRoom, barTop, barHeight },
  width,
}: {
  readonly row: TornadoRow;
  readonly layout: TornadoLayout;
  readonly width: number;
}): ComponentChild {
  if (narrow) {
    return (
      <>
        <text x={2} y={16}>
          {fitText(label, width - 18 - textWidth(valueText))}
        </text>
        <text class="plot-faint" x={width - 4} y={16} text-anchor="end">
          {valueText}
        </text>
      </>
    );
  }
  const middle = barTop + barHeight / 2;
  return (
    <>
      <text x={left - 14} y={middle - 3} text-anchor="end">
        {fitText(label, nameRoom)}
      </text>
      <text class="plot-faint" x={left - 14} y={middle + 12} text-anchor="end">
        {valueText}
      </text>
    </>
  );
}

function Ends({ row, layout }: { readonly row: TornadoRow; readonly layout: TornadoLayout }): ComponentChild {
  const { barTop, barHeight } = layout;
  const half = isFolded(row);
  const height = half ? barHeight / 2 - 1 : barHeight;
  return (
    <>
      <End
        end={row.low}
        side={half ? null : sideOf(row.low, row.high)}
        layout={layout}
        y={barTop}
        height={height}
        style="plot-tornado-low"
      />
      <End
        end={row.high}
        side={half ? null : sideOf(row.high, row.low)}
        layout={layout}
        y={half ? barTop + barHeight / 2 + 1 : barTop}
        height={height}
        style="plot-tornado-high"
      />
    </>
  );
}

/** On which side its label stands; an end without effect stands opposite the other one. */
function sideOf({ change }: TornadoEnd, other: TornadoEnd): -1 | 0 | 1 {
  const sign = Math.sign(change.mean) || -Math.sign(other.change.mean);
  return sign as -1 | 0 | 1;
}

interface EndProps {
  readonly end: TornadoEnd;
  /** null: where its bar ends. 0: nowhere, nothing moves. */
  readonly side: -1 | 0 | 1 | null;
  readonly layout: TornadoLayout;
  readonly y: number;
  readonly height: number;
  readonly style: string;
}

function End({ end, side, layout: { x, left, right, domain }, y, height, style }: EndProps): ComponentChild {
  const { mean, ci95 } = end.change;
  const [zero, at] = [x(0), x(mean)];
  const [low, high] = [x(Math.max(domain[0], ci95[0])), x(Math.min(domain[1], ci95[1]))];
  const middle = y + height / 2;
  // Two labels of half a row each would touch.
  const words = middle + (side !== null ? 0 : style === 'plot-tornado-low' ? -3 : 3);
  const way = side ?? (Math.sign(mean) as -1 | 0 | 1);
  // A handle may stand on the zero line.
  const edge = way < 0 ? Math.min(at - GAP, low - GAP, zero - CLEAR) : Math.max(at + GAP, high + GAP, zero + CLEAR);
  const room = way < 0 ? edge - left : right - edge;
  const hasWhisker = high - low >= 2;
  return (
    <>
      {mean !== 0 && (
        <rect
          class={style}
          x={Math.min(zero, at)}
          y={y}
          width={Math.max(1, Math.abs(at - zero))}
          height={height}
          rx="1.5"
        />
      )}
      {hasWhisker && <path class="plot-whisker-halo" d={`M${low},${middle}H${high}`} />}
      {hasWhisker && (
        <path class="plot-whisker" d={`M${low},${middle - 3}v6M${low},${middle}H${high}M${high},${middle - 3}v6`} />
      )}
      {way !== 0 && room > 10 && (
        <text class="plot-faint" x={edge} y={words} dy="0.34em" text-anchor={way < 0 ? 'end' : 'start'}>
          {endLabel(end, room)}
        </text>
      )}
    </>
  );
}
