import { ticks } from 'd3';
import type { ComponentChild } from 'preact';
import type { SensitivityFigures } from '../analysis/report-explanation.ts';
import { formatDuration, formatNumber } from '../units/format.ts';
import { linearTimeTicks } from './axis/time-ticks.ts';
import { shortMoney } from './axis/short-money.ts';
import {
  describeTornado,
  noInputs,
  readTornado,
  type TornadoFigure,
  type TornadoRow,
  tornadoRows,
  tornadoSentence,
  tornadoTable,
} from './data/sensitivity.ts';
import { counted } from './data/text.ts';
import { rowAt, rowBand } from './bars/row-band.tsx';
import type { Plot, Size } from './frame/types.ts';
import { Tornado } from './tornado/draw.tsx';
import { layOutTornado, tornadoHeight, type TornadoLayout } from './tornado/layout.ts';

interface TornadoOptions {
  /** The model's currency. */
  readonly currency: string;
  /** The model's name, for the file. */
  readonly name: string;
  /** Model, years, seed. */
  readonly source: string;
  /** Rows drawn; the table has all. Default: 12. */
  readonly most?: number;
}

/** What hollow and filled mean. */
export function TornadoKey({ factor }: { readonly factor: number }): ComponentChild {
  const ends = [
    ['plot-tornado-low', `÷${formatNumber(factor)}, divided`],
    ['plot-tornado-high', `×${formatNumber(factor)}, multiplied`],
  ] as const;
  return (
    <ul class="plot-legend" aria-hidden="true">
      {ends.map(([style, words]) => (
        <li key={style} class="plot-key">
          <svg width="26" height="14" viewBox="0 0 26 14">
            <rect class={style} x="1" y="1" width="24" height="12" rx="1.5" />
          </svg>
          {words}
        </li>
      ))}
    </ul>
  );
}

/** Rows drawn where nothing else is said. */
export const MOST_ROWS = 12;

const steps = { downtime: linearTimeTicks, cost: (high: number, most: number) => ticks(0, high, most) };

/** Where everything stands, for what is put over the picture. */
export function tornadoLayout(rows: readonly TornadoRow[], figure: TornadoFigure, size: Size): TornadoLayout {
  return layOutTornado(rows, steps[figure], size);
}

export function tornadoPlot(
  sensitivity: SensitivityFigures,
  figure: TornadoFigure,
  { currency, name, source, most = MOST_ROWS }: TornadoOptions,
): Plot {
  const { rows, left } = tornadoRows(sensitivity, figure, most);
  const all = () => tornadoRows(sensitivity, figure).rows;
  const layout = (size: Size) => tornadoLayout(rows, figure, size);
  const tickText = (change: number) => {
    if (Math.abs(change) < 1e-9) return figure === 'downtime' ? '0 s' : '0';
    const size = figure === 'downtime' ? formatDuration(Math.abs(change)) : shortMoney(Math.abs(change), '').trim();
    return `${change < 0 ? '−' : '+'}${size}`;
  };
  return {
    title: figure === 'downtime' ? 'What moves the downtime' : 'What moves the total cost',
    file: `${name} tornado ${figure}`,
    source,
    description: describeTornado(rows, sensitivity.factor, figure, currency),
    resting: tornadoSentence(rows, figure, currency),
    empty: rows.length === 0 ? noInputs() : null,
    note:
      `Each input alone is divided and multiplied by ${formatNumber(sensitivity.factor)} (of a distribution its ` +
      'mean), everything else the same, in the same simulated history.' +
      (sensitivity.inputs.some(({ byRange }) => byRange === true)
        ? ' One that says in the model where it may lie goes from end to end of that.'
        : '') +
      (left > 0
        ? ` ${counted(left, 'input')} with smaller effects ${left === 1 ? 'is' : 'are'} in the table alone.`
        : ''),
    start: 0,
    height: (width) => tornadoHeight(rows, width),
    draw: (size) => (
      <Tornado
        rows={rows}
        layout={layout(size)}
        size={size}
        axisTitle={
          figure === 'downtime'
            ? 'Change of the downtime a year, 95% intervals'
            : `Change of the total cost, ${currency} a year, 95% intervals`
        }
        tickText={tickText}
      />
    ),
    stops: rows.map((row) => ({ key: row.key, text: readTornado(row, figure, currency) })),
    locate: (_, y, size) => rowAt(layout(size), y, rows.length),
    mark: (index, size) => rowBand(layout(size), index, size.width),
    table: () => tornadoTable(all(), figure, currency),
  };
}
