import type { ComponentChild } from 'preact';
import type { Plot, Size } from '../frame/types.ts';
import { drawDistribution } from './draw.tsx';
import { layOut, shareAt, type Layout } from './layout.ts';
import { stopsOf, tableOf } from './read.ts';
import type { Distribution, Line } from './types.ts';

interface Words extends Pick<Plot, 'title' | 'file' | 'source' | 'description' | 'resting' | 'empty' | 'note'> {
  readonly timeLabel: string;
  readonly shareLabel: string;
  readonly say: (time: string, shares: string, seconds: number) => string;
}

/** A plot of distributions on a logarithmic axis of time, with a place of its own for zero. */
export function distributionPlot(spec: Distribution, { timeLabel, shareLabel, say, ...words }: Words): Plot {
  const stops = words.empty === null ? stopsOf(spec, say) : [];
  const layout = lastOf((size: Size) => layOut(spec, size));
  const place = (index: number, at: Layout) =>
    stops[index].key === 0 && at.zero !== null ? at.zero : at.x(Number(stops[index].key));
  return {
    ...words,
    stops,
    start:
      spec.rule === null
        ? Math.floor(stops.length / 2)
        : Math.max(
            0,
            stops.findIndex(({ key }) => key === spec.rule!.at),
          ),
    height: (width) =>
      (width < 480 ? Math.max(260, width * 0.78) : Math.min(380, width * 0.5)) + (spec.quantiles.length > 0 ? 20 : 0),
    draw: (size) => drawDistribution(spec, layout(size), size),
    locate: (x, _, size) => {
      const at = layout(size);
      let best = 0;
      stops.forEach((__, i) => {
        if (Math.abs(place(i, at) - x) < Math.abs(place(best, at) - x)) best = i;
      });
      return best;
    },
    mark: (index, size) => (
      <Mark spec={spec} layout={layout(size)} seconds={Number(stops[index].key)} x={place(index, layout(size))} />
    ),
    table: () => tableOf(spec, timeLabel, shareLabel),
    csv: () => tableOf(spec, timeLabel, shareLabel, Infinity),
  };
}

interface MarkProps {
  readonly spec: Distribution;
  readonly layout: Layout;
  readonly seconds: number;
  readonly x: number;
}

function Mark({ spec, layout, seconds, x }: MarkProps): ComponentChild {
  return (
    <>
      <line class="plot-hair" x1={x} x2={x} y1={layout.top} y2={layout.bottom} />
      {spec.lines
        .filter(({ key, ecdf }) => !spec.hidden.has(key) && ecdf.count > 0)
        .map(({ key, colour, ecdf }) => (
          <circle
            key={key}
            class={`plot-bead plot-s${colour}`}
            cx={x}
            cy={layout.y(shareAt(spec, ecdf, seconds))}
            r={4}
          />
        ))}
    </>
  );
}

interface LegendProps {
  readonly lines: readonly Line[];
  readonly hidden: ReadonlySet<string>;
  readonly onToggle: (key: string) => void;
}

/** The lines' names; each shows or hides its line. */
export function Legend({ lines, hidden, onToggle }: LegendProps): ComponentChild {
  return (
    <ul class="plot-legend" aria-label="Lines shown">
      {lines.map(({ key, label, colour, dash }) => (
        <li key={key}>
          <button type="button" aria-pressed={!hidden.has(key)} onClick={() => onToggle(key)} title={label}>
            <Stroke colour={colour} dash={dash} />
            <span>{label}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}

/** The lines' names alone. */
export function LineNames({ lines }: Pick<LegendProps, 'lines'>): ComponentChild {
  return (
    <ul class="plot-legend" aria-label="Lines">
      {lines.map(({ key, label, colour, dash }) => (
        <li key={key} class="plot-key">
          <Stroke colour={colour} dash={dash} />
          {label}
        </li>
      ))}
    </ul>
  );
}

function Stroke({ colour, dash }: Pick<Line, 'colour' | 'dash'>): ComponentChild {
  return (
    <svg width="26" height="10" aria-hidden="true">
      <line class={`plot-line plot-s${colour}`} x1="0" x2="26" y1="5" y2="5" stroke-dasharray={dash} />
    </svg>
  );
}

/** Remembers the last result, as a picture is drawn many times at one size. */
export function lastOf<T>(make: (size: Size) => T): (size: Size) => T {
  let last: { readonly size: Size; readonly made: T } | null = null;
  return (size) => {
    if (last === null || last.size.width !== size.width || last.size.height !== size.height)
      last = { size, made: make(size) };
    return last.made;
  };
}
