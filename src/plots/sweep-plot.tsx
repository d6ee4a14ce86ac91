import type { ComponentChild } from 'preact';
import { useMemo } from 'preact/hooks';
import type { SolvedFigures, SweepReport } from '../analysis/report.ts';
import { parameterText } from './data/parameter-text.ts';
import {
  goalOf,
  intervalText,
  SWEEP_FIGURES,
  sweepSeries,
  sweepTable,
  valueText,
  type SweepFigure,
  type SweepMark,
  type SweepSeries,
} from './data/sweep.ts';
import { DASHES } from './data/slots.ts';
import { counted, nameText, shortened } from './data/text.ts';
import { lastOf } from './distribution/plot.tsx';
import { nearest } from './frame/nearest.ts';
import { PlotFrame } from './frame/plot-frame.tsx';
import type { Plot } from './frame/types.ts';
import { drawSweep, layOut, placeOf, type SweepSpec } from './sweep/draw.tsx';

interface SweepPlotProps {
  readonly sweep: SweepReport;
  readonly figure: SweepFigure;
  /** Of a solve over the same parameter: where it turns is marked. Default: the sweep's own. */
  readonly solved?: SolvedFigures | null;
  readonly explain?: ComponentChild;
  /** A point was chosen: its index in the sweep's points. */
  readonly onChoose?: (index: number) => void;
}

/** A figure along one parameter, a curve for each value of a second. */
export function SweepPlot({ sweep, figure, solved, explain, onChoose }: SweepPlotProps): ComponentChild {
  const plot = useMemo(() => sweepPlot(sweep, figure, solved), [sweep, figure, solved]);
  const series = useMemo(() => sweepSeries(sweep, figure), [sweep, figure]);
  const choose =
    onChoose &&
    ((key: string | number) => {
      const mark = series.flatMap(({ marks }) => marks).find((each) => each.key === key);
      if (mark !== undefined) onChoose(mark.index);
    });
  return (
    <PlotFrame
      plot={plot}
      explain={explain}
      legend={series.length > 1 ? <Keys series={series} /> : undefined}
      onChoose={choose}
      choosing="sets the model to that point"
    />
  );
}

/** On a narrow picture curves have no room for their names. */
export function Keys({ series }: { readonly series: readonly SweepSeries[] }): ComponentChild {
  return (
    <ul class="plot-legend plot-keys" aria-hidden="true">
      {series.map(({ key, label }, i) => (
        <li key={key} class="plot-key">
          <svg width="26" height="10">
            <line class={`plot-line plot-s${i % 6}`} x1="0" x2="26" y1="5" y2="5" stroke-dasharray={DASHES[i % 6]} />
          </svg>
          {label}
        </li>
      ))}
    </ul>
  );
}

export function sweepPlot(
  sweep: SweepReport,
  figure: SweepFigure,
  solved: SolvedFigures | null | undefined = sweep.solved,
): Plot {
  const { model, run } = sweep;
  const spec = specOf(sweep, figure, solved);
  const { title, series } = spec;
  const [first] = sweep.vary;
  const here = model.parameters[first];
  const marks = series.flatMap((each) => each.marks);
  const seen = marks.filter(({ reading }) => reading.value !== null);
  const read = (mark: SweepMark) => readMark(mark, spec);
  const layout = lastOf((size) => layOut(spec, size));
  return {
    title: `${title} along ${shortened(first, 30)}`,
    file: `${model.name} ${figure} along ${first}`,
    source:
      `${shortened(model.name, 50)} · ${counted(sweep.asked.years, 'simulated year')} a point · seed ` +
      `${shortened(run.seed, 24)}${run.partial ? ' · not all points' : ''}`,
    description: describe(title, spec, series, read),
    resting: resting(seen, here, read),
    empty:
      marks.length === 0
        ? 'The first point comes in a moment.'
        : seen.length === 0
          ? `There was no incident at any point: no ${title.toLowerCase()} to show.`
          : null,
    note:
      'Bands are 95% intervals. All points live through the same history, so that neighbours differ by the ' +
      'parameter and by little else.',
    height: (width) => (width < 480 ? 330 : Math.min(430, width * 0.52)),
    draw: (size) => drawSweep(spec, layout(size), size),
    stops: seen.map((mark) => ({ key: mark.key, text: read(mark) })),
    start: Math.max(
      0,
      seen.findIndex(({ x }) => x === here),
    ),
    locate: (x, y, size) => {
      const places = seen.map((mark) => placeOf(mark, layout(size)));
      // Along one curve, what is above or below the pointer is meant as well.
      return nearest(series.length > 1 ? places : places.map(([px]) => [px, y]), x, y);
    },
    mark: (index, size) => {
      const [x, y] = placeOf(seen[index], layout(size));
      const { top, bottom } = layout(size);
      return (
        <>
          <line class="plot-hair" x1={x} x2={x} y1={top} y2={bottom} />
          <circle class="plot-hair" fill="none" cx={x} cy={y} r={9} />
        </>
      );
    },
    table: () => sweepTable(sweep, figure),
  };
}

function specOf(sweep: SweepReport, figure: SweepFigure, solved: SolvedFigures | null | undefined): SweepSpec {
  const { model, vary, values, units, points } = sweep;
  const [first] = vary;
  const currency = points[0]?.report.cost.currency ?? '';
  const series = sweepSeries(sweep, figure);
  // A solve lists its two ends and tries what lies between.
  const tried = () => [...new Set(series.flatMap(({ marks }) => marks.map(({ x }) => x)))];
  const all = sweep.solved === undefined ? values[first] : tried();
  const text = (value: number | string) => nameText(parameterText(value, units[first]));
  const goal = goalOf(points[0]?.report, figure);
  const here = model.parameters[first];
  return {
    figure,
    series,
    values: all,
    valueTexts: all.map(text),
    current: isWithin(here, all) ? { at: here, text: `now ${text(here)}` } : null,
    goal: goal === null ? null : { value: goal, text: `target ${valueText(figure, goal, null, currency)}` },
    solved: solved?.parameter === first ? solved : null,
    solvedText: solved === null || solved === undefined ? '' : thresholdText(solved, text),
    title: SWEEP_FIGURES.find(({ id }) => id === figure)!.title,
    name: nameText(first),
    currency,
  };
}

/** The read-out at a point; where a second parameter varies, with the curve that it is on. */
function readMark(mark: SweepMark, { figure, series, title, name, currency }: SweepSpec): string {
  const {
    reading: { value, interval },
    xText,
    partial,
  } = mark;
  const label = series.find((each) => each.marks.includes(mark))!.label;
  const at = [`${name} = ${xText}`, ...(label === '' ? [] : [label])].join(', ');
  const bounds =
    value === null || value === Infinity || interval[0] === null
      ? ''
      : ` (${intervalText(figure, mark.reading, currency)})`;
  return (
    `${at}: ${title.toLowerCase()} ` +
    `${valueText(figure, value, interval, currency)}${bounds}${partial ? ', still under way' : ''}.`
  );
}

function isWithin(value: number | string | undefined, values: readonly (number | string)[]): value is number | string {
  if (value === undefined) return false;
  if (values.includes(value)) return true;
  if (typeof value === 'string' || values.some((each) => typeof each === 'string')) return false;
  const numbers = values as readonly number[];
  return value >= Math.min(...numbers) && value <= Math.max(...numbers);
}

/** `met up to 62 s`. */
export function thresholdText(
  { met, missed, ends }: Pick<SolvedFigures, 'met' | 'missed' | 'ends'>,
  text: (value: number) => string,
): string {
  if (met !== null)
    return ends[0] === 'met' || (missed !== null && met < missed) ? `met up to ${text(met)}` : `met from ${text(met)}`;
  return missed === null ? '' : `missed at ${text(missed)}`;
}

/** What the model has now, or else the two ends. */
function resting(
  seen: readonly SweepMark[],
  here: number | string | undefined,
  read: (mark: SweepMark) => string,
): string {
  const now = seen.find(({ x }) => x === here);
  if (now !== undefined) return read(now);
  return seen.length < 2 ? seen.map(read).join('') : `${read(seen[0])} ${read(seen.at(-1)!)}`;
}

function describe(
  title: string,
  { goal, current, name, valueTexts }: SweepSpec,
  series: readonly SweepSeries[],
  read: (mark: SweepMark) => string,
): string {
  const curves = series.length > 1 ? ` ${series.length} curves, told apart by dash and name.` : '';
  const ends = series
    .flatMap(({ marks }) => (marks.length === 0 ? [] : [marks[0], ...(marks.length > 1 ? [marks.at(-1)!] : [])]))
    .map(read);
  const rule = goal === null ? '' : ` A rule marks the ${goal.text}.`;
  return (
    `${title} along ${name}, from ${valueTexts[0] ?? 'none'} to ${valueTexts.at(-1) ?? 'none'}, with bands for ` +
    `the 95% intervals.${curves}${rule}${current === null ? '' : ` The model has ${current.text.slice(4)}.`} ` +
    `${ends.join(' ')}`
  ).trim();
}
