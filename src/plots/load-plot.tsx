import type { ComponentChild } from 'preact';
import { useMemo } from 'preact/hooks';
import { clock, DAY_SECONDS } from '../units/hours.ts';
import { linearScale } from './axis/scales.ts';
import { each, type LoadDay, loadSentence, loadTable, readLoad } from './data/load.ts';
import { shareText } from './data/text.ts';
import { PlotFrame } from './frame/plot-frame.tsx';
import type { Plot, Size } from './frame/types.ts';

interface LoadPlotProps {
  readonly day: LoadDay;
  /** The model's name, for the file. */
  readonly name: string;
  /** Model, year, seed. */
  readonly source: string;
}

/** What each member carries in the course of a day, with what one can carry as a rule. */
export function LoadPlot({ day, name, source }: LoadPlotProps): ComponentChild {
  const plot = useMemo(() => loadPlot({ day, name, source }), [day, name, source]);
  return <PlotFrame plot={plot} />;
}

const [LEFT, RIGHT, TOP, HEIGHT, BOTTOM] = [52, 12, 22, 120, 26];

export function loadPlot({ day, name, source }: LoadPlotProps): Plot {
  const x = ({ width }: Size) => linearScale([0, DAY_SECONDS], [LEFT, width - RIGHT]);
  const finite = day.steps.map(each).filter(Number.isFinite);
  const y = linearScale([0, 1.15 * Math.max(day.above, ...finite)], [TOP + HEIGHT, TOP]);
  return {
    title: `Load of each member of ${day.service}`,
    file: `${name} load of ${day.service}`,
    source,
    description: loadSentence(day),
    resting: loadSentence(day),
    empty: null,
    height: () => TOP + HEIGHT + BOTTOM,
    draw: (size) => <Drawing day={day} x={x(size)} y={y} right={size.width - RIGHT} />,
    stops: day.steps.map(({ time }, i) => ({
      key: time,
      get text() {
        return readLoad(day, i);
      },
    })),
    start: 0,
    locate: (at, _, size) => day.steps.reduce((last, { time }, i) => (x(size)(time) <= at ? i : last), 0),
    mark: (index, size) => {
      const at = x(size)(day.steps[index].time);
      return <line class="plot-hair" x1={at} x2={at} y1={TOP} y2={TOP + HEIGHT} />;
    },
    table: () => loadTable(day),
  };
}

interface DrawingProps {
  readonly day: LoadDay;
  readonly x: (time: number) => number;
  readonly y: (share: number) => number;
  readonly right: number;
}

function Drawing({ day, x, y, right }: DrawingProps): ComponentChild {
  const hours = [0, 6, 12, 18, 24];
  return (
    <>
      <g class="plot-axis">
        {[0, day.above].map((share) => (
          <g key={share}>
            <line class={share === 0 ? 'plot-base' : 'plot-grid'} x1={LEFT} x2={right} y1={y(share)} y2={y(share)} />
            <text x={LEFT - 8} y={y(share)} dy="0.32em" text-anchor="end">
              {shareText(share)}
            </text>
          </g>
        ))}
        {hours.map((hour) => (
          <text
            key={hour}
            x={x(hour * 3600)}
            y={TOP + HEIGHT + 18}
            text-anchor={hour === 24 ? 'end' : hour === 0 ? 'start' : 'middle'}
          >
            {hour === 24 ? '24:00' : clock(hour * 3600)}
          </text>
        ))}
      </g>
      <g class="plot-s0">
        <path class="plot-line" d={pathOf(day, x, y)} />
      </g>
    </>
  );
}

/** Nothing is drawn while nobody works. */
function pathOf({ steps }: LoadDay, x: DrawingProps['x'], y: DrawingProps['y']): string {
  let path = '';
  let isOpen = false;
  steps.forEach((step, i) => {
    const end = steps[i + 1]?.time ?? DAY_SECONDS;
    const isDrawn = step.working > 0;
    if (isDrawn) {
      const at = y(each(step)).toFixed(1);
      path += `${isOpen ? 'L' : 'M'}${x(step.time).toFixed(1)},${at}L${x(end).toFixed(1)},${at}`;
    }
    isOpen = isDrawn;
  });
  return path;
}
