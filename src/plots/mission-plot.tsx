import type { ComponentChild } from 'preact';
import { useMemo } from 'preact/hooks';
import type { MissionFigures, Report } from '../analysis/report.ts';
import { duration, part } from '../units/figure.ts';
import { formatDuration } from '../units/format.ts';
import { ShareAxis, TimeAxis } from './axis/axes.tsx';
import { linearScale } from './axis/scales.ts';
import { sourceOf } from './data/text.ts';
import type { ReportPlotProps } from './downtime-plot.tsx';
import { PlotFrame } from './frame/plot-frame.tsx';
import type { Plot, Size } from './frame/types.ts';

const SHARES = [0, 0.25, 0.5, 0.75, 1];
const [LEFT, TOP, RIGHT, BOTTOM] = [48, 14, 20, 40];
/** One for each quarter of the mission. */
const QUARTERS = 4;

/** R(T), the share of runs from new without an incident so far; nothing where no mission is asked for. */
export function MissionPlot({ report, explain }: ReportPlotProps): ComponentChild {
  const plot = useMemo(() => missionPlot(report), [report]);
  return plot === null ? null : <PlotFrame plot={plot} explain={explain} />;
}

/** null: no mission is asked for. */
export function missionPlot(report: Report): Plot | null {
  const { mission, model } = report;
  if (mission === undefined) return null;
  const { seconds, reliability } = mission.curve;
  const last = seconds.length - 1;
  const say = (i: number) =>
    `${part(reliability[i])} of runs from new have had no incident by ${duration(seconds[i])}.`;
  const scales = ({ width, height }: Size) => ({
    x: linearScale([0, seconds[last]], [LEFT, width - RIGHT]),
    y: linearScale([0, 1], [height - BOTTOM, TOP]),
  });
  return {
    title: 'Reliability of the mission',
    file: `${model.name} reliability`,
    source: sourceOf(report),
    description: `From new, ${say(last)} The curve falls from 100% at the beginning.`,
    resting: say(last),
    empty: null,
    height: (width) => (width < 480 ? Math.max(220, width * 0.6) : Math.min(320, width * 0.4)),
    draw: (size) => <Curve mission={mission} size={size} {...scales(size)} />,
    stops: seconds.map((key, i) => ({ key, text: say(i) })),
    start: last,
    locate: (x, _, { width }) => {
      const share = (x - LEFT) / (width - RIGHT - LEFT);
      return Math.round(Math.min(1, Math.max(0, share)) * last);
    },
    mark: (index, size) => {
      const { x, y } = scales(size);
      const at = x(seconds[index]);
      return (
        <>
          <line class="plot-hair" x1={at} x2={at} y1={TOP} y2={size.height - BOTTOM} />
          <circle class="plot-bead plot-s0" cx={at} cy={y(reliability[index])} r={4} />
        </>
      );
    },
    table: () => ({
      columns: [
        { label: 'From new', unit: 's', format: (value) => duration(value) },
        { label: 'Without an incident', format: (value) => part(value) },
      ],
      rows: seconds.map((each, i) => [each, reliability[i]]),
    }),
  };
}

interface CurveProps {
  readonly mission: MissionFigures;
  readonly size: Size;
  readonly x: (seconds: number) => number;
  readonly y: (share: number) => number;
}

function Curve({ mission: { curve, seconds }, size, x, y }: CurveProps): ComponentChild {
  const [right, bottom] = [size.width - RIGHT, size.height - BOTTOM];
  const ticks = Array.from({ length: QUARTERS + 1 }, (_, i) => Number(((seconds * i) / QUARTERS).toPrecision(3)));
  const path = curve.seconds.map((at, i) => `${i === 0 ? 'M' : 'L'}${x(at)},${y(curve.reliability[i])}`).join('');
  return (
    <>
      <text class="plot-title" x={right} y={bottom + 33} text-anchor="end">
        {`Time from new, up to ${formatDuration(seconds)}`}
      </text>
      <TimeAxis ticks={ticks} x={x} y={bottom} top={TOP} left={LEFT} right={right} />
      <ShareAxis ticks={SHARES} y={y} left={LEFT} right={right} />
      <path class="plot-line plot-s0" d={path} fill="none" />
    </>
  );
}
