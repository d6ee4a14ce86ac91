import type { ComponentChild } from 'preact';
import { formatDuration } from '../../units/format.ts';
import { NinesAxis } from '../axis/axes.tsx';
import { textWidth } from '../axis/labels.ts';
import { type GapRow, ninesText } from '../data/gap.ts';
import type { Size } from '../frame/types.ts';
import { addedText, type WaterfallLayout } from './layout.ts';

interface WaterfallProps {
  readonly rows: readonly GapRow[];
  readonly layout: WaterfallLayout;
  readonly size: Size;
}

/** Floating bars, joined at their running totals, with what each adds and what is left beside them. */
export function Waterfall({ rows, layout, size }: WaterfallProps): ComponentChild {
  const { narrow, top, rowHeight, barTop, barHeight, adds, leaves, x } = layout;
  const isWhole = ({ added }: GapRow) => added === null;
  const lower = (row: GapRow) => (row.absent ? barTop : barTop + barHeight);
  return (
    <>
      <Axis layout={layout} size={size} />
      {!narrow && (
        <>
          <text class="plot-title" x={adds} y={13} text-anchor="end">
            adds a year
          </text>
          <text class="plot-title" x={leaves} y={13} text-anchor="end">
            leaves
          </text>
        </>
      )}
      {rows.slice(0, -1).map((row, i) => (
        <path
          key={row.key}
          class="plot-connector"
          d={`M${x(row.to)},${top + i * rowHeight + lower(row)}V${top + (i + 1) * rowHeight + barTop}`}
        />
      ))}
      {rows.map((row, i) => (
        <g key={row.key} transform={`translate(0 ${top + i * rowHeight})`}>
          <Labels row={row} layout={layout} strong={isWhole(row)} width={size.width} />
          {row.absent ? <Absent row={row} layout={layout} /> : <Bar row={row} layout={layout} />}
          {row.interval !== null && !row.absent && <Whisker interval={row.interval} layout={layout} />}
        </g>
      ))}
    </>
  );
}

function Labels({
  row,
  layout: { narrow, left, barTop, barHeight, adds, leaves },
  strong,
  width,
}: {
  readonly row: GapRow;
  readonly layout: WaterfallLayout;
  readonly strong: boolean;
  readonly width: number;
}): ComponentChild {
  const style = row.absent ? 'plot-faint' : strong ? 'plot-strong' : undefined;
  const middle = barTop + barHeight / 2;
  if (narrow) {
    return (
      <>
        <text class={style} x={2} y={16}>
          {row.label}
        </text>
        <text class={style} x={width - 4} y={16} text-anchor="end">
          {row.absent ? '–' : `${addedText(row)} · ${ninesText(row.to)}`}
        </text>
      </>
    );
  }
  return (
    <>
      <text class={style} x={left - 12} y={middle} dy="0.34em" text-anchor="end">
        {row.label}
      </text>
      <text class={style} x={adds} y={middle} dy="0.34em" text-anchor="end">
        {addedText(row)}
      </text>
      <text class={style} x={leaves} y={middle} dy="0.34em" text-anchor="end">
        {row.absent ? '–' : ninesText(row.to)}
      </text>
    </>
  );
}

function Bar({
  row: { key, from, to, added },
  layout: { x, zero, barTop, barHeight },
}: {
  readonly row: GapRow;
  readonly layout: WaterfallLayout;
}): ComponentChild {
  const style =
    key === 'arithmetic'
      ? 'plot-bar-claim'
      : key === 'simulated'
        ? 'plot-bar-total'
        : to < from
          ? 'plot-bar-gain'
          : 'plot-bar-loss';
  const [a, b] = added === null ? [zero, x(to)] : [x(from), x(to)];
  const [left, width] = [Math.min(a, b), Math.abs(b - a)];
  // What adds next to nothing is still a mark.
  return (
    <rect
      class={style}
      x={width < 1.5 ? left - 0.75 : left}
      y={barTop}
      width={Math.max(1.5, width)}
      height={barHeight}
      rx={width > 4 ? 1.5 : 0}
    />
  );
}

/** Nothing in the model: a pale mark at the running total, and words. */
function Absent({
  row,
  layout: { x, left, right, barTop, barHeight },
}: {
  readonly row: GapRow;
  readonly layout: WaterfallLayout;
}): ComponentChild {
  const words = 'nothing in this model';
  const at = x(row.to);
  const room = textWidth(words) + 10;
  const isLeft = at + room > right && at - room >= left;
  return (
    <>
      <path class="plot-absent" d={`M${at},${barTop}v${barHeight}`} />
      <text
        class="plot-faint plot-halo"
        x={isLeft ? at - 9 : at + 9}
        y={barTop + barHeight / 2}
        dy="0.34em"
        text-anchor={isLeft ? 'end' : 'start'}
      >
        {words}
      </text>
    </>
  );
}

function Whisker({
  interval,
  layout: { x, barTop, barHeight },
}: {
  readonly interval: readonly [number, number];
  readonly layout: WaterfallLayout;
}): ComponentChild {
  const ends = interval.map(x);
  const [low, high] = [Math.min(...ends), Math.max(...ends)];
  const middle = barTop + barHeight / 2;
  if (high - low < 2) return null;
  return (
    <>
      <path class="plot-whisker-halo" d={`M${low},${middle}H${high}`} />
      <path class="plot-whisker" d={`M${low},${middle - 4}v8M${low},${middle}H${high}M${high},${middle - 4}v8`} />
    </>
  );
}

function Axis({
  layout: { nines, left, right, top, bottom, x, ticks, narrow },
  size,
}: {
  readonly layout: WaterfallLayout;
  readonly size: Size;
}): ComponentChild {
  const title = nines === null ? 'Downtime a year, 95% intervals of what is added' : 'Nines, and downtime a year';
  return (
    <>
      {nines !== null ? (
        <NinesAxis scale={nines} y={bottom} top={top} />
      ) : (
        <g class="plot-axis">
          {ticks.map((tick) => (
            <g key={tick}>
              <line class="plot-grid" x1={x(tick)} x2={x(tick)} y1={top} y2={bottom} />
              <text
                x={x(tick)}
                y={bottom + 15}
                text-anchor={
                  tick === 0 && narrow
                    ? 'start'
                    : x(tick) + textWidth(formatDuration(tick)) / 2 > size.width
                      ? 'end'
                      : 'middle'
                }
              >
                {formatDuration(tick)}
              </text>
            </g>
          ))}
          <line class="plot-base" x1={left} x2={left} y1={top} y2={bottom} />
        </g>
      )}
      <text class="plot-title" x={right} y={size.height - 4} text-anchor="end">
        {title}
      </text>
    </>
  );
}
