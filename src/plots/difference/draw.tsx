import type { ComponentChild } from 'preact';
import type { Difference } from '../../analysis/report.ts';
import { fitText, textWidth } from '../axis/labels.ts';
import { linearScale, type Scale } from '../axis/scales.ts';
import type { DifferenceId } from '../../analysis/differences.ts';
import { differenceText, wordOf } from '../../report/comparison/difference.ts';
import { type Against, DIFFERENCES } from '../data/differences.ts';
import type { Size } from '../frame/types.ts';
import { MODEL_SYMBOLS, slotOf } from '../symbols.ts';

interface DifferenceRow {
  readonly key: string;
  readonly id: DifferenceId;
  readonly model: Against;
  readonly difference: Difference | null;
}

export interface DifferenceSpec {
  /** Figure by figure. */
  readonly rows: readonly DifferenceRow[];
  readonly currency: string;
  readonly baseline: string;
}

interface DifferenceLayout {
  readonly left: number;
  readonly right: number;
  readonly zero: number;
  /** [row], upper edge. */
  readonly rows: readonly number[];
  readonly rowHeight: number;
  readonly panels: readonly {
    readonly id: DifferenceId;
    readonly top: number;
    readonly bottom: number;
    readonly reach: number;
    readonly x: Scale;
  }[];
}

const NARROW = 520;
const TOP = 22;
const TITLE = 24;
const AXIS = 26;
/** Of whiskers: one many times longer than all differences are is cut, with an arrow. */
const MOST_REACH = 4;

/** A row for each figure and model; a figure that nobody has a difference in is left out. */
export function differenceRows(against: readonly Against[], ids: readonly DifferenceId[]): readonly DifferenceRow[] {
  return ids.flatMap((id) => {
    const some = against.some(({ figures }) => figures[id] !== null && wordOf(figures[id]) !== 'the same');
    return some
      ? against.map((model) => ({ key: `${id} ${model.index}`, id, model, difference: model.figures[id] }))
      : [];
  });
}

export function heightOf({ rows }: DifferenceSpec, width: number): number {
  const panels = new Set(rows.map(({ id }) => id)).size;
  return TOP + panels * (TITLE + AXIS) + rows.length * rowHeightAt(width) + 4;
}

function rowHeightAt(width: number): number {
  return width < NARROW ? 40 : 26;
}

export function layOut({ rows }: DifferenceSpec, { width }: Size): DifferenceLayout {
  const narrow = width < NARROW;
  const rowHeight = rowHeightAt(width);
  const names = rows.map(({ model: { name } }) => textWidth(name) + 24);
  const left = narrow ? 8 : Math.min(width * 0.26, Math.max(...names, 60)) + 10;
  const right = width - (narrow ? 8 : 150);
  const panels: { id: DifferenceId; top: number; bottom: number; reach: number; x: Scale }[] = [];
  const tops: number[] = [];
  let y = TOP;
  for (const id of new Set(rows.map((row) => row.id))) {
    const own = rows.filter((row) => row.id === id);
    const top = y + TITLE;
    own.forEach((_, i) => tops.push(top + i * rowHeight));
    const reach = reachOf(own);
    panels.push({
      id,
      top,
      bottom: top + own.length * rowHeight,
      reach,
      x: linearScale([-reach, reach], [left, right]),
    });
    y = top + own.length * rowHeight + AXIS;
  }
  return { left, right, zero: (left + right) / 2, rows: tops, rowHeight, panels };
}

/** How far a panel goes to either side of zero. */
function reachOf(rows: readonly DifferenceRow[]): number {
  const found = rows.flatMap(({ difference }) => (difference === null ? [] : [difference]));
  const mean = Math.max(0, ...found.map((each) => Math.abs(each.mean)));
  const end = Math.max(0, ...found.flatMap(({ ci95 }) => ci95.map(Math.abs)));
  const reach = mean > 0 ? Math.min(end, mean * MOST_REACH) : end;
  return reach > 0 && Number.isFinite(reach) ? reach * 1.08 : 1;
}

/** The row at a height of the picture. */
export function rowAt({ rows, rowHeight }: DifferenceLayout, y: number): number {
  const at = rows.findIndex((top) => y < top + rowHeight);
  return at < 0 ? rows.length - 1 : at;
}

export function drawDifferences(spec: DifferenceSpec, layout: DifferenceLayout, size: Size): ComponentChild {
  const { zero, panels, right } = layout;
  const bottom = panels.at(-1)?.bottom ?? TOP;
  const narrow = size.width < NARROW;
  return (
    <>
      <text class="plot-title" x={zero - 10} y={12} text-anchor="end">
        ← less: better
      </text>
      <text class="plot-title" x={zero + 10} y={12}>
        more: worse →
      </text>
      {panels.map((panel) => (
        <Panel key={panel.id} panel={panel} layout={layout} currency={spec.currency} />
      ))}
      <line class="plot-rule plot-zero" x1={zero} x2={zero} y1={TOP - 4} y2={bottom} />
      {spec.rows.map((row, i) => (
        <Row
          key={row.key}
          row={row}
          y={layout.rows[i]}
          x={panels.find(({ id }) => id === row.id)!.x}
          reach={panels.find(({ id }) => id === row.id)!.reach}
          layout={layout}
          currency={spec.currency}
          narrow={narrow}
          textAt={narrow ? size.width - 8 : right + 14}
        />
      ))}
    </>
  );
}

interface PanelProps {
  readonly panel: DifferenceLayout['panels'][number];
  readonly layout: DifferenceLayout;
  readonly currency: string;
}

function Panel({
  panel: { id, top, bottom, reach, x },
  layout: { left, right },
  currency,
}: PanelProps): ComponentChild {
  const tick = roundBelow(reach, id);
  return (
    <g class="plot-axis">
      <text class="plot-panel" x={2} y={top - 7}>
        {DIFFERENCES.find((each) => each.id === id)!.name}
      </text>
      {[-tick, 0, tick].map((value) => (
        <g key={value}>
          <line class="plot-grid" x1={x(value)} x2={x(value)} y1={top} y2={bottom} />
          <text x={x(value)} y={bottom + 15} text-anchor="middle">
            {value === 0 ? '0' : differenceText(id, value, null, currency)}
          </text>
        </g>
      ))}
      <line class="plot-base" x1={left} x2={right} y1={bottom} y2={bottom} />
    </g>
  );
}

const STEPS = [1, 2, 5];
const TIMES = [
  1, 2, 5, 10, 30, 60, 120, 300, 600, 1800, 3600, 7200, 18_000, 43_200, 86_400, 172_800, 432_000, 864_000, 2_592_000,
];

/** The largest round value that still has room for its label. */
function roundBelow(reach: number, id: DifferenceId): number {
  const room = reach * 0.75;
  const isTime = id !== 'cost' && id !== 'availability';
  if (isTime && room >= 1) return TIMES.findLast((each) => each <= room)!;
  const decade = 10 ** Math.floor(Math.log10(room));
  return Number((decade * STEPS.findLast((step) => step * decade <= room * (1 + 1e-9))!).toPrecision(3));
}

interface RowProps {
  readonly row: DifferenceRow;
  readonly y: number;
  readonly x: Scale;
  readonly reach: number;
  readonly layout: DifferenceLayout;
  readonly currency: string;
  readonly narrow: boolean;
  /** Where the verdict stands. */
  readonly textAt: number;
}

function Row({
  row: { id, model, difference },
  y,
  x,
  reach,
  layout,
  currency,
  narrow,
  textAt,
}: RowProps): ComponentChild {
  const middle = y + (narrow ? 28 : layout.rowHeight / 2);
  const word = difference === null ? 'no incident' : wordOf(difference);
  const tone = word === 'better' ? 'good' : word === 'worse' ? 'bad' : 'unsure';
  return (
    <g class={`plot-s${slotOf(model.slot)}`}>
      {narrow ? (
        <path
          class="plot-symbol"
          d={MODEL_SYMBOLS[slotOf(model.slot)]}
          transform={`translate(${layout.left + 6} ${y + 11}) scale(0.8)`}
        />
      ) : (
        <text x={layout.left - 12} y={middle} dy="0.34em" text-anchor="end">
          {fitText(model.name, layout.left - 16)}
        </text>
      )}
      {narrow && difference !== null && (
        <text x={layout.left + 20} y={y + 15}>
          {differenceText(id, difference.mean, difference.ci95, currency)}
        </text>
      )}
      <text
        class={`plot-verdict plot-verdict-${tone}`}
        x={textAt}
        y={narrow ? y + 15 : middle}
        dy={narrow ? undefined : '0.34em'}
        text-anchor={narrow ? 'end' : 'start'}
      >
        {word}
      </text>
      {difference !== null && (
        <>
          <path class="plot-whisker plot-whisker-own" d={whisker(difference.ci95, x, reach, middle)} />
          <path
            class="plot-symbol"
            d={MODEL_SYMBOLS[slotOf(model.slot)]}
            transform={`translate(${x(difference.mean)} ${middle}) scale(0.85)`}
          />
        </>
      )}
    </g>
  );
}

/** From bound to bound; an arrow where it goes on beyond the axis. */
function whisker([low, high]: Difference['ci95'], x: Scale, reach: number, y: number): string {
  const [from, to] = [x(low), x(high)];
  if (to - from < 1) return '';
  const left = low < -reach ? `M${from + 5},${y - 4}l-5,4l5,4` : `M${from},${y - 4}v8`;
  const right = high > reach ? `M${to - 5},${y - 4}l5,4l-5,4` : `M${to},${y - 4}v8`;
  return `${left}M${from},${y}H${to}${right}`;
}
