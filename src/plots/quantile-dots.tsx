import type { ComponentChild } from 'preact';
import { useMemo } from 'preact/hooks';
import type { Report } from '../analysis/report.ts';
import { duration } from '../units/figure.ts';
import { formatDuration } from '../units/format.ts';
import { TimeAxis } from './axis/axes.tsx';
import { textWidth } from './axis/labels.ts';
import { logScale } from './axis/scales.ts';
import { logTimeTicks, roundTimes } from './axis/time-ticks.ts';
import { describeDots, dotsSentence, tellingTime } from './data/dots-text.ts';
import { DOTS, dotsWithin, quantileDots, stackDots, type DotLayout } from './data/dots.ts';
import { downtimeOf, emptyText } from './data/downtime.ts';
import { sourceOf } from './data/text.ts';
import { lastOf } from './distribution/plot.tsx';
import type { ReportPlotProps } from './downtime-plot.tsx';
import { PlotFrame } from './frame/plot-frame.tsx';
import type { Plot, Size } from './frame/types.ts';

/** 50 equally likely years as dots, by their downtime. */
export function QuantileDots({ report, explain }: ReportPlotProps): ComponentChild {
  const plot = useMemo(() => quantileDotsPlot(report), [report]);
  return <PlotFrame plot={plot} explain={explain} />;
}

interface Layout extends DotLayout {
  readonly start: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly x: (seconds: number) => number;
  readonly ticks: readonly number[];
  /** Middle of the column of years without downtime; null: there are none. */
  readonly zero: number | null;
}

const EDGE = 14;

export function quantileDotsPlot(report: Report): Plot {
  const downtime = downtimeOf(report);
  // A bin ends a little beyond the worst year in it.
  const dots = quantileDots(downtime.ecdf).map((dot) => Math.min(dot, downtime.worst ?? Infinity));
  const positive = dots.filter((dot) => dot > 0);
  const allowed = downtime.allowed?.seconds ?? 0;
  const rule = tellingTime(dots, downtime);
  const inside = [...positive, ...(rule === null ? [] : [rule])];
  const domain = inside.length === 0 ? ([60, 3600] as const) : roundTimes(Math.min(...inside), Math.max(...inside));

  const layout = lastOf((size) => layOut(dots, domain, rule, size));
  const stops = stopsOf(dots);

  return {
    title: 'Fifty years, as likely as each other',
    file: `${report.model.name} fifty years`,
    source: sourceOf(report),
    description: emptyText(downtime) ?? describeDots(dots, downtime),
    resting: dotsSentence(dots, downtime),
    empty: downtime.ecdf.count === 0 ? emptyText(downtime) : null,
    note: allowed > 0 && dots[DOTS - 1] > allowed ? 'Open dots are years beyond what the target allows.' : undefined,
    height: (width) => (width < 480 ? 240 : Math.min(320, width * 0.42)),
    draw: (size) => (
      <Dots
        dots={dots}
        none={DOTS - positive.length}
        layout={layout(size)}
        rule={rule}
        allowed={allowed}
        label={dotsSentence(dots, downtime).replace(/,.*|\.$/, '')}
      />
    ),
    stops,
    start: 0,
    locate: (x, _, size) => {
      const at = layout(size);
      let best = 0;
      stops.forEach(({ key }, i) => {
        if (Math.abs(place(Number(key), at) - x) < Math.abs(place(Number(stops[best].key), at) - x)) best = i;
      });
      return best;
    },
    mark: (index, size) => {
      const at = layout(size);
      const x = place(Number(stops[index].key), at);
      return <line class="plot-hair" x1={x} x2={x} y1={at.top - 4} y2={at.bottom} />;
    },
    table: () => ({
      columns: [{ label: 'Year' }, { label: 'Downtime', unit: 's', format: (value) => duration(value) }],
      rows: dots.map((dot, i) => [`${i + 1} of ${DOTS}`, dot]),
    }),
  };
}

function layOut(dots: readonly number[], domain: readonly [number, number], rule: number | null, size: Size): Layout {
  const [top, bottom, right] = [38, size.height - 38, size.width - EDGE];
  const along = logScale(domain, [0, 1]);
  const space = {
    width: right - EDGE,
    height: bottom - top - 14,
    largest: Math.min(20, Math.max(10, size.width / 32)),
  };
  const stacked = stackDots(dots, along, rule === null ? 0 : along(rule), space);
  const start = EDGE + stacked.slot;
  const x = (seconds: number) => start + along(seconds) * (right - start);
  const zero = dots.includes(0) ? EDGE - 8 + stacked.slot / 2 : null;
  const ticks = logTimeTicks(domain, x, size.width < 480 ? 62 : 84).filter((tick) => {
    const half = textWidth(formatDuration(tick)) / 2;
    return x(tick) + half < size.width && x(tick) - half > (zero === null ? 0 : zero + 20);
  });
  return { ...stacked, start, right, top, bottom, x, ticks, zero };
}

function place(seconds: number, { zero, x }: Layout): number {
  return seconds > 0 || zero === null ? x(Math.max(seconds, 1e-9)) : zero;
}

/** A stop at each different value: how many years are at most that bad. */
function stopsOf(dots: readonly number[]): Plot['stops'] {
  return [...new Set(dots)].map((seconds) => {
    const within = dotsWithin(dots, seconds);
    const rest = DOTS - within;
    if (seconds === 0) return { key: 0, text: `${within} of ${DOTS} years have no downtime.` };
    return {
      key: seconds,
      text:
        `${within} of ${DOTS} years have at most ` +
        `${duration(seconds)}${rest === 0 ? '' : `; ${rest} ${rest === 1 ? 'has' : 'have'} more`}.`,
    };
  });
}

interface DotsProps {
  readonly dots: readonly number[];
  readonly none: number;
  readonly layout: Layout;
  readonly rule: number | null;
  readonly allowed: number;
  readonly label: string;
}

function Dots({ dots, none, layout, rule, allowed, label }: DotsProps): ComponentChild {
  const { diameter, abreast, abreastZero, columns, start, right, top, bottom, x, ticks, zero } = layout;
  const radius = diameter / 2 - 1;
  const half = textWidth(label) / 2;
  const circles = columns.flatMap(({ column, dots: held }) => {
    const wide = column === null ? abreastZero : abreast;
    const left = column === null ? zero! - (wide * diameter) / 2 : x(rule ?? 0) + column * diameter * abreast;
    return held.map((dot, k) => ({
      dot,
      cx: left + ((k % wide) + 0.5) * diameter,
      cy: bottom - 2 - (Math.floor(k / wide) + 0.5) * diameter,
      beyond: allowed > 0 && dots[dot] > allowed,
    }));
  });
  return (
    <>
      <text class="plot-title" x={right} y={bottom + 33} text-anchor="end">
        Downtime in a year
      </text>
      <TimeAxis ticks={ticks} x={x} y={bottom} top={top} left={start} right={right} />
      {zero !== null && (
        <g class="plot-axis">
          <line class="plot-base" x1={EDGE - 12} x2={start - 10} y1={bottom} y2={bottom} />
          <text x={zero} y={bottom + 16} text-anchor="middle">
            none
          </text>
          <text
            class="plot-strong"
            x={zero}
            y={bottom - 8 - Math.ceil(none / abreastZero) * diameter}
            text-anchor="middle"
          >
            {none}
          </text>
        </g>
      )}
      {rule !== null && (
        <>
          <line class="plot-rule" x1={x(rule)} x2={x(rule)} y1={top - 12} y2={bottom} />
          <text
            class="plot-label"
            x={Math.min(Math.max(x(rule), half + 2), right + EDGE - half)}
            y={top - 18}
            text-anchor="middle"
          >
            {label}
          </text>
        </>
      )}
      {circles
        .sort((a, b) => a.dot - b.dot)
        .map(({ dot, cx, cy, beyond }) => (
          <circle key={dot} class={beyond ? 'plot-year-beyond' : 'plot-year'} cx={cx} cy={cy} r={radius} />
        ))}
    </>
  );
}
