import type { ComponentChild } from 'preact';
import { useMemo } from 'preact/hooks';
import { formatDuration } from '../units/format.ts';
import { linearScale, type Scale } from './axis/scales.ts';
import { fitText } from './axis/labels.ts';
import {
  type BurnDown,
  burnDownSentence,
  burnDownTable,
  dayText,
  describeBurnDown,
  readBurnDown,
} from './data/burn-down.ts';
import { shareText } from './data/text.ts';
import { PlotFrame } from './frame/plot-frame.tsx';
import type { Plot, Size } from './frame/types.ts';

interface BurnDownPlotProps {
  /** One panel each, all of the same history. */
  readonly burns: readonly BurnDown[];
  /** The availability that is promised. */
  readonly promise: number;
  /** Of the history, seconds. */
  readonly length: number;
  /** The model's name, for the file. */
  readonly name: string;
  /** Model, year, seed. */
  readonly source: string;
  /** What is known of all years, besides this one. */
  readonly note?: string;
  readonly explain?: ComponentChild;
}

/** What is left of an error budget in the course of one life, with a mark where the last of it is used up. */
export function BurnDownPlot({ explain, ...spec }: BurnDownPlotProps): ComponentChild {
  const { burns, promise, length, name, source, note } = spec;
  const plot = useMemo(
    () => burnDownPlot({ burns, promise, length, name, source, note }),
    [burns, promise, length, name, source, note],
  );
  return <PlotFrame plot={plot} explain={explain} />;
}

const [LEFT, RIGHT, TOP, PANEL, GAP, BOTTOM] = [52, 12, 22, 96, 34, 26];
const topOf = (panel: number) => TOP + panel * (PANEL + GAP);
/** More than a whole budget below nothing is cut off: the table has it. */
const LEAST = -1;

export function burnDownPlot({ burns, promise, length, name, source, note }: Omit<BurnDownPlotProps, 'explain'>): Plot {
  const x = ({ width }: Size) => linearScale([0, length], [LEFT, width - RIGHT]);
  const times = stopsOf(burns, length);
  return {
    title: 'Error budget',
    file: `${name} error budget`,
    source,
    description: describeBurnDown(burns, promise),
    resting: burnDownSentence(burns),
    empty: burns.some(({ budget }) => !(budget > 0)) ? 'What may never be down has no budget to burn.' : null,
    note,
    height: () => topOf(burns.length - 1) + PANEL + BOTTOM,
    draw: (size) => <Panels burns={burns} length={length} x={x(size)} size={size} />,
    stops: times.map((time) => ({
      key: time,
      // Read one by one, of perhaps thousands.
      get text() {
        return readBurnDown(burns, time);
      },
    })),
    start: 0,
    locate: (at, _, size) => {
      const place = x(size);
      let best = 0;
      times.forEach((time, i) => {
        if (Math.abs(place(time) - at) < Math.abs(place(times[best]) - at)) best = i;
      });
      return best;
    },
    mark: (index, size) => {
      const at = x(size)(times[index]);
      return <line class="plot-hair" x1={at} x2={at} y1={TOP} y2={topOf(burns.length - 1) + PANEL} />;
    },
    table: () => burnDownTable(burns),
  };
}

const MOST_STOPS = 500;

/** Where something changes; every so many where that is too often. */
function stopsOf(burns: readonly BurnDown[], length: number): readonly number[] {
  const corners = burns.flatMap(({ windows }) => windows.flatMap((window) => window.corners.map(({ time }) => time)));
  const times = [...new Set([0, ...corners, length])].sort((a, b) => a - b);
  const every = Math.ceil(times.length / MOST_STOPS);
  return times.filter((_, i) => i % every === 0);
}

interface PanelsProps {
  readonly burns: readonly BurnDown[];
  readonly length: number;
  readonly x: Scale;
  readonly size: Size;
}

function Panels({ burns, length, x, size }: PanelsProps): ComponentChild {
  const days = Math.round(length / 86_400);
  const step = [10, 20, 50, 100].find((each) => (days / each) * 56 < size.width - LEFT - RIGHT) ?? 200;
  const ticks = Array.from({ length: Math.floor((days - 1) / step) + 1 }, (_, i) => i * step * 86_400);
  const foot = topOf(burns.length - 1) + PANEL;
  return (
    <>
      {burns.map((burn, i) => (
        <Panel key={burn.name} burn={burn} top={topOf(i)} x={x} right={size.width - RIGHT} />
      ))}
      <g class="plot-axis">
        {ticks.map((tick) => (
          <text key={tick} x={x(tick)} y={foot + 18} text-anchor={tick === 0 ? 'start' : 'middle'}>
            {dayText(tick)}
          </text>
        ))}
      </g>
    </>
  );
}

function Panel({
  burn,
  top,
  x,
  right,
}: {
  readonly burn: BurnDown;
  readonly top: number;
  readonly x: Scale;
  readonly right: number;
}): ComponentChild {
  const lowest = Math.min(...burn.windows.map(({ used }) => 1 - used / burn.budget));
  const y = linearScale([Math.max(LEAST, Math.min(0, lowest)), 1], [top + PANEL, top]);
  const broken = burn.windows.filter(({ brokenAt }) => brokenAt !== null);
  const title = `${burn.windows.length === 1 ? 'The' : 'Each'} ${burn.name}: ${formatDuration(burn.budget)}`;
  return (
    <g>
      <g class="plot-axis">
        {[0, 0.5, 1].map((share) => (
          <g key={share}>
            <line class={share === 0 ? 'plot-base' : 'plot-grid'} x1={LEFT} x2={right} y1={y(share)} y2={y(share)} />
            <text x={LEFT - 8} y={y(share)} dy="0.32em" text-anchor="end">
              {shareText(share)}
            </text>
          </g>
        ))}
        <text class="plot-panel" x={LEFT} y={top - 9}>
          {fitText(title, right - LEFT)}
        </text>
      </g>
      <g class="plot-s0">
        <path class="plot-line" d={lineOf(burn, x, y)} />
      </g>
      {broken.map(({ brokenAt }) => (
        <path key={brokenAt} class="plot-breach" d={`M${x(brokenAt!)},${y(0) - 6}l6,6l-6,6l-6,-6z`} />
      ))}
    </g>
  );
}

/** A jump up where a window begins; what moves by less than half a pixel is left out. */
function lineOf({ windows }: BurnDown, x: Scale, y: Scale): string {
  let path = '';
  for (const { corners } of windows) {
    let last = [-Infinity, -Infinity];
    corners.forEach(({ time, left }, i) => {
      const at = [x(time), y(Math.max(LEAST, left))];
      const isSmall = Math.abs(at[0] - last[0]) < 0.5 && Math.abs(at[1] - last[1]) < 0.5;
      if (isSmall && i < corners.length - 1) return;
      path += `${path === '' ? 'M' : 'L'}${at[0].toFixed(1)},${at[1].toFixed(1)}`;
      last = at;
    });
  }
  return path;
}
