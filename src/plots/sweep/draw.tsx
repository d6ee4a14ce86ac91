import type { ComponentChild } from 'preact';
import type { SolvedFigures } from '../../analysis/report.ts';
import { CHARACTER, fitText, LINE, spread, textWidth } from '../axis/labels.ts';
import type { SweepFigure, SweepMark, SweepSeries } from '../data/sweep.ts';
import { DASHES } from '../data/slots.ts';
import type { Size } from '../frame/types.ts';
import { MODEL_SYMBOLS } from '../symbols.ts';
import { figureScale, type FigureScale, parameterScale } from './scales.ts';

export interface SweepSpec {
  readonly figure: SweepFigure;
  readonly series: readonly SweepSeries[];
  /** All values of the first parameter, also those that are still to come. */
  readonly values: readonly (number | string)[];
  readonly valueTexts: readonly string[];
  /** What the model has, if it lies within; its text. */
  readonly current: { readonly at: number | string; readonly text: string } | null;
  /** As the figure is drawn. */
  readonly goal: { readonly value: number; readonly text: string } | null;
  readonly solved: SolvedFigures | null;
  readonly solvedText: string;
  readonly title: string;
  readonly name: string;
  readonly currency: string;
}

interface SweepLayout {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly x: (value: number | string) => number;
  readonly scale: FigureScale;
  /** The goal is near enough to be drawn. */
  readonly hasGoal: boolean;
}

/** Below this width the legend alone names the curves. */
const WIDE = 520;

export function layOut(spec: SweepSpec, size: Size): SweepLayout {
  const [top, bottom] = [50, size.height - 48];
  const values = valuesOf(spec);
  const goal = spec.goal !== null && isNear(spec.goal.value, values) ? [spec.goal.value] : [];
  // Room below the lowest label, which may have two lines.
  const scale = figureScale(spec.figure, [...values, ...goal], [bottom - 14, top], spec.currency);
  const left = Math.max(0, ...scale.ticks.flatMap(({ text, aside = '' }) => [textWidth(text), textWidth(aside)])) + 16;
  const labels =
    spec.series.length > 1 && size.width >= WIDE
      ? Math.min(size.width * 0.26, Math.max(...spec.series.map(({ label }) => textWidth(label))) + 16)
      : 0;
  const right = size.width - 14 - labels;
  return {
    left,
    right,
    top,
    bottom,
    scale,
    hasGoal: goal.length > 0,
    x: parameterScale(spec.values, [left + 10, right - 6]),
  };
}

/** What the axis has to reach: an interval that goes down to nothing would stretch it without end. */
function valuesOf({ series }: SweepSpec): readonly number[] {
  return series.flatMap(({ marks }) =>
    marks.flatMap(
      ({
        reading: {
          value,
          interval: [low, high],
        },
      }) => {
        if (value === null) return [];
        const near = (bound: number | null): bound is number =>
          bound !== null && Number.isFinite(bound) && bound >= value / 8 && bound <= Math.max(value, 1e-300) * 8;
        return [value, ...[low, high].filter(near), ...(value === 0 && high !== null && high > 0 ? [high] : [])];
      },
    ),
  );
}

/** A goal far off would flatten the curves. */
const FAR = 6;

function isNear(goal: number, values: readonly number[]): boolean {
  const seen = values.filter((value) => value > 0 && value < Infinity);
  return seen.length === 0 || (goal <= Math.max(...seen) * FAR && goal >= Math.min(...seen) / FAR);
}

export function placeOf(mark: SweepMark, { x, scale }: SweepLayout): readonly [number, number] {
  return [x(mark.x), scale.y(mark.reading.value ?? 0)];
}

export function drawSweep(spec: SweepSpec, layout: SweepLayout, size: Size): ComponentChild {
  const { left, right, top, bottom, scale } = layout;
  const shown = spec.series.map((series) => ({
    ...series,
    marks: series.marks.filter(({ reading }) => reading.value !== null),
  }));
  return (
    <>
      <text class="plot-title" x={2} y={12}>
        {scale.note === '' ? spec.title : `${spec.title} (${scale.note})`}
      </text>
      <g class="plot-axis">
        {scale.ticks.map(({ at, text, aside }) => (
          <g key={text}>
            <line class="plot-grid" x1={left} x2={right} y1={at} y2={at} />
            <text x={left - 8} y={at} dy={aside === undefined ? '0.32em' : '-0.1em'} text-anchor="end">
              {text}
            </text>
            {aside !== undefined && (
              <text x={left - 8} y={at} dy="1em" text-anchor="end" class="plot-faint">
                {aside}
              </text>
            )}
          </g>
        ))}
        <line class="plot-base" x1={left} x2={right} y1={bottom} y2={bottom} />
      </g>
      <ValueAxis spec={spec} layout={layout} size={size} />
      {spec.solved !== null && <Solved solved={spec.solved} text={spec.solvedText} layout={layout} />}
      {spec.goal !== null && <Goal goal={spec.goal} layout={layout} />}
      {spec.current !== null && (
        <Current text={spec.current.text} at={layout.x(spec.current.at)} top={top} bottom={bottom} right={right} />
      )}
      {shown.map((series, i) => (
        <path key={`band ${series.key}`} class={`plot-sweep-band plot-s${i % 6}`} d={band(series.marks, layout)} />
      ))}
      {shown
        .map((series, i) => (
          <g key={series.key} class={`plot-s${i % 6}`}>
            <path
              class={`plot-line${shown.length === 1 ? ' plot-first' : ''}`}
              d={path(series.marks.map((mark) => placeOf(mark, layout)))}
              stroke-dasharray={DASHES[i % 6]}
            />
            {series.marks.map((mark) => {
              const [px, py] = placeOf(mark, layout);
              return (
                <path
                  key={mark.key}
                  class={mark.partial ? 'plot-sweep-open' : 'plot-symbol'}
                  d={MODEL_SYMBOLS[i % 6]}
                  transform={`translate(${px} ${py}) scale(0.7)`}
                />
              );
            })}
          </g>
        ))
        .reverse()}
      {spec.series.length > 1 && size.width >= WIDE && (
        <Labels series={shown} layout={layout} room={size.width - right - 12} />
      )}
    </>
  );
}

function path(points: readonly (readonly [number, number])[]): string {
  return points.length === 0
    ? ''
    : `M${points.map((point) => point.map((each) => Math.round(each * 10) / 10).join(',')).join('L')}`;
}

/** Between the bounds, as far as both are known. */
function band(marks: readonly SweepMark[], layout: SweepLayout): string {
  const runs: SweepMark[][] = [[]];
  for (const mark of marks) {
    const {
      value,
      interval: [low, high],
    } = mark.reading;
    if (low === null || high === null || value === Infinity) runs.push([]);
    else runs.at(-1)!.push(mark);
  }
  const { scale, x, top, bottom } = layout;
  const held = (y: number) => Math.min(bottom, Math.max(top, y));
  const edge = (mark: SweepMark, end: 0 | 1) => [x(mark.x), held(scale.y(mark.reading.interval[end]!))] as const;
  return runs
    .filter((run) => run.length > 1)
    .map((run) => `${path([...run.map((mark) => edge(mark, 1)), ...run.toReversed().map((mark) => edge(mark, 0))])}Z`)
    .join('');
}

interface PartProps {
  readonly spec: SweepSpec;
  readonly layout: SweepLayout;
  readonly size: Size;
}

/** The values themselves, as many of them as have room. */
function ValueAxis({
  spec: { values, valueTexts, name },
  layout: { x, bottom, right, top },
  size,
}: PartProps): ComponentChild {
  const most = size.width * 0.3;
  const texts = valueTexts.map((text) => fitText(text, most));
  const taken: { from: number; to: number }[] = [];
  const order = [0, values.length - 1, ...values.map((_, i) => i)];
  const labelled = new Map<number, string>();
  for (const i of order) {
    if (labelled.has(i)) continue;
    const half = textWidth(texts[i]) / 2;
    const at = Math.min(size.width - half - 2, Math.max(half + 2, x(values[i])));
    if (taken.some(({ from, to }) => at - half < to + 8 && at + half > from - 8)) continue;
    taken.push({ from: at - half, to: at + half });
    labelled.set(i, texts[i]);
  }
  return (
    <g class="plot-axis">
      {values.map((value, i) => {
        const half = textWidth(texts[i]) / 2;
        return (
          <g key={i}>
            <line class="plot-grid" x1={x(value)} x2={x(value)} y1={labelled.has(i) ? top : bottom} y2={bottom + 4} />
            {labelled.has(i) && (
              <text
                x={Math.min(size.width - half - 2, Math.max(half + 2, x(value)))}
                y={bottom + 17}
                text-anchor="middle"
              >
                {texts[i]}
              </text>
            )}
          </g>
        );
      })}
      <text x={right} y={bottom + 38} text-anchor="end">
        {fitText(name, size.width * 0.8)}
      </text>
    </g>
  );
}

function Goal({
  goal,
  layout: { left, right, scale, top, bottom, hasGoal },
}: {
  readonly goal: NonNullable<SweepSpec['goal']>;
  readonly layout: SweepLayout;
}): ComponentChild {
  const y = scale.y(goal.value);
  if (!hasGoal) {
    const isAbove = y < (top + bottom) / 2;
    return (
      <text class="plot-label plot-halo" x={right} y={isAbove ? top + 12 : bottom - 4} text-anchor="end">
        {goal.text} {isAbove ? '↑' : '↓'}
      </text>
    );
  }
  return (
    <g>
      <line class="plot-rule" x1={left} x2={right} y1={y} y2={y} />
      <text class="plot-label plot-halo" x={right} y={y < top + 16 ? y + 14 : y - 5} text-anchor="end">
        {goal.text}
      </text>
    </g>
  );
}

interface CurrentProps {
  readonly text: string;
  readonly at: number;
  readonly top: number;
  readonly bottom: number;
  readonly right: number;
}

function Current({ text, at, top, bottom, right }: CurrentProps): ComponentChild {
  const half = textWidth(text) / 2;
  return (
    <g class="plot-now">
      <line x1={at} x2={at} y1={top - 12} y2={bottom} />
      <path d={`M${at - 4},${top - 16}h8l-4,6z`} />
      <text
        class="plot-label"
        x={Math.min(right - half + 12, Math.max(half + 2, at))}
        y={top - 20}
        text-anchor="middle"
      >
        {text}
      </text>
    </g>
  );
}

/** Where the assertion turns: a line between what is met and what is missed, as wide as what is not known. */
function Solved({
  solved: { met, missed },
  text,
  layout: { x, top, bottom, right },
}: {
  readonly solved: SolvedFigures;
  readonly text: string;
  readonly layout: SweepLayout;
}): ComponentChild {
  if (met === null && missed === null) return null;
  const [from, to] = [x(met ?? missed!), x(missed ?? met!)].sort((a, b) => a - b);
  const half = (textWidth(text) * 1.05) / 2;
  return (
    <g class="plot-solved">
      <rect x={from - 1} y={top} width={Math.max(2, to - from + 2)} height={bottom - top} />
      <text
        class="plot-label plot-halo"
        x={Math.min(right - half, Math.max(half + CHARACTER, (from + to) / 2))}
        y={bottom - 8}
        text-anchor="middle"
      >
        {text}
      </text>
    </g>
  );
}

/** Each curve's name at its end. */
function Labels({
  series,
  layout,
  room,
}: {
  readonly series: readonly SweepSeries[];
  readonly layout: SweepLayout;
  readonly room: number;
}): ComponentChild {
  const ends = series
    .map(({ marks, label }, i) => ({ i, label, last: marks.at(-1) }))
    .flatMap(({ i, label, last }) => (last === undefined ? [] : [{ i, label, y: placeOf(last, layout)[1] }]))
    .sort((a, b) => a.y - b.y);
  const centres = spread(
    ends.map(({ y }) => ({ at: y, width: LINE })),
    layout.top - 8,
    layout.bottom + 4,
    0,
  );
  return (
    <g>
      {ends.map(({ i, label }, at) => (
        <text key={i} class={`plot-name plot-s${i % 6}`} x={layout.right + 8} y={centres[at]} dy="0.32em">
          {fitText(label, room)}
        </text>
      ))}
    </g>
  );
}
