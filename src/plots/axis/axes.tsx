import type { ComponentChild } from 'preact';
import { formatDuration } from '../../units/format.ts';
import { part as shareText } from '../../units/figure.ts';
import { CHARACTER } from './labels.ts';
import type { NinesScale } from './nines-scale.ts';

interface TimeAxisProps {
  readonly ticks: readonly number[];
  readonly x: (seconds: number) => number;
  readonly y: number;
  /** Grid lines go up to here. */
  readonly top: number;
  readonly left: number;
  readonly right: number;
}

/** Times along the bottom, with a grid as light as can be. */
export function TimeAxis({ ticks, x, y, top, left, right }: TimeAxisProps): ComponentChild {
  return (
    <g class="plot-axis">
      {ticks.map((tick) => (
        <g key={tick}>
          <line class="plot-grid" x1={x(tick)} x2={x(tick)} y1={top} y2={y} />
          <text x={x(tick)} y={y + 16} text-anchor="middle">
            {formatDuration(tick)}
          </text>
        </g>
      ))}
      <line class="plot-base" x1={left} x2={right} y1={y} y2={y} />
    </g>
  );
}

interface ShareAxisProps {
  readonly ticks: readonly number[];
  readonly y: (share: number) => number;
  readonly left: number;
  readonly right: number;
}

/** Shares along the left. */
export function ShareAxis({ ticks, y, left, right }: ShareAxisProps): ComponentChild {
  return (
    <g class="plot-axis">
      {ticks.map((tick) => (
        <g key={tick}>
          <line class="plot-grid" x1={left} x2={right} y1={y(tick)} y2={y(tick)} />
          <text x={left - 8} y={y(tick)} dy="0.32em" text-anchor="end">
            {shareText(tick)}
          </text>
        </g>
      ))}
    </g>
  );
}

interface NinesAxisProps {
  readonly scale: NinesScale;
  readonly y: number;
  readonly top: number;
}

/** Nines along the bottom, with the downtime a year that each leaves, and a place for none seen. Needs 40 px below. */
export function NinesAxis({ scale, y, top }: NinesAxisProps): ComponentChild {
  const { ticks, slot, range } = scale;
  const step =
    ticks.length > 1 ? Math.abs(scale.x(ticks[1].unavailability) - scale.x(ticks[0].unavailability)) : Infinity;
  const longest = Math.max(...ticks.map(({ downtime }) => downtime.length)) * CHARACTER + 8;
  const every = Math.max(1, Math.ceil(longest / step));
  const last = slot === null ? Infinity : slot - 20;
  return (
    <g class="plot-axis">
      {ticks.map((tick, i) => {
        const at = scale.x(tick.unavailability);
        const labelled = i % every === 0 && at <= last;
        // The outermost labels stay over the axis.
        const anchor =
          at < range[0] + longest / 2 && range[0] < longest / 2
            ? 'start'
            : at > range[1] - longest / 2
              ? 'end'
              : 'middle';
        return (
          <g key={tick.nines}>
            <line class="plot-grid" x1={at} x2={at} y1={top} y2={y} />
            {labelled && (
              <text x={at} y={y + 16} text-anchor={anchor}>
                {tick.nines}
              </text>
            )}
            {labelled && (
              <text x={at} y={y + 31} text-anchor={anchor} class="plot-faint">
                {tick.downtime}
              </text>
            )}
          </g>
        );
      })}
      <line class="plot-base" x1={range[0]} x2={slot === null ? range[1] : slot - 6} y1={y} y2={y} />
      {slot !== null && (
        <g>
          <line class="plot-base" x1={slot + 2} x2={range[1]} y1={y} y2={y} />
          <line class="plot-grid" x1={slot - 2} x2={slot - 2} y1={top} y2={y} stroke-dasharray="2 3" />
          <text x={(slot + range[1]) / 2} y={y + 16} text-anchor="middle">
            none
          </text>
          <text x={(slot + range[1]) / 2} y={y + 31} text-anchor="middle" class="plot-faint">
            seen
          </text>
        </g>
      )}
    </g>
  );
}
