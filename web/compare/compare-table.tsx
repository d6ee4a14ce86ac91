import type { Report, TargetFigures } from '../../src/analysis/report.ts';
import { nameOf } from '../text/name.ts';
import { foundText, goalText } from '../../src/report/run/target-text.ts';
import { targetKey, targetName } from '../../src/report/target-name.ts';
import { VerdictMark } from '../results/verdict-mark.tsx';
import { Explain } from '../explain/index.ts';
import { text } from '../state/store.ts';
import { rowsOf } from './figures.ts';
import { type Column, columns, finished, moveColumn, refreshColumn, removeColumn, running } from './state.ts';

const TARGETS = ['availability', 'rto', 'rpo', 'budget'];
const MOST_ERRORS = 5;

/** A model a column, a figure a row, each with its own interval. */
export function CompareTable() {
  const shown = columns.value;
  const stated = [
    ...new Map(
      finished.value.reports.flatMap(({ targets }) => targets.map((each) => [targetKey(each), each])),
    ).values(),
  ].sort((a, b) => TARGETS.indexOf(a.target) - TARGETS.indexOf(b.target));
  return (
    <div class="scroll-x" role="region" aria-label="Figures side by side" tabIndex={0}>
      <table class="figures compare-table">
        <thead>
          <tr>
            <th scope="col" class="compare-corner">
              <span class="visually-hidden">Figure</span>
            </th>
            {shown.map((column, i) => (
              <Head key={column.id} column={column} isFirst={i === 0} isLast={i === shown.length - 1} />
            ))}
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">Run</th>
            {shown.map((column) => (
              <td key={column.id}>
                <State column={column} />
              </td>
            ))}
          </tr>
          {rowsOf(finished.value.reports).map(({ name, figure, cell }) => (
            <tr key={name}>
              <th scope="row">
                {name}
                <Explain figure={figure} report={null} />
              </th>
              {shown.map((column) => (
                <td key={column.id}>
                  {column.simulated.state === 'done' && <Figure {...cell(column.simulated.report)} />}
                </td>
              ))}
            </tr>
          ))}
          {stated.map((target) => (
            <tr key={targetKey(target)}>
              <th scope="row">Target: {targetName(target)}</th>
              {shown.map((column) => (
                <td key={column.id}>
                  {column.simulated.state === 'done' && <Target report={column.simulated.report} of={target} />}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** The shapes of the plots, so that a column is found again there. */
const SHAPES = ['M7 2a5 5 0 1 1 0 10A5 5 0 0 1 7 2z', 'M2.5 2.5h9v9h-9z', 'M7 1l6 6-6 6-6-6z', 'M7 1.5l6 10.5H1z'];

function Head({
  column,
  isFirst,
  isLast,
}: {
  readonly column: Column;
  readonly isFirst: boolean;
  readonly isLast: boolean;
}) {
  const slot = finished.value.ids.indexOf(column.id);
  const isBehind = column.fromEditor && column.text !== text.value;
  return (
    <th scope="col">
      <span class="compare-name">
        {slot >= 0 && (
          <svg class={`compare-shape compare-shape-${slot}`} width="14" height="14" aria-hidden="true">
            <path d={SHAPES[slot]} />
          </svg>
        )}
        {column.name}
      </span>
      <span class="compare-tools no-print">
        {isBehind && (
          <button
            type="button"
            class="compare-tool"
            onClick={() => refreshColumn(column.id, text.value, nameOf(text.value))}
          >
            Update from the editor
          </button>
        )}
        <button
          type="button"
          class="compare-tool"
          disabled={isFirst}
          aria-label={`Move ${column.name} to the left`}
          onClick={() => moveColumn(column.id, -1)}
        >
          ←
        </button>
        <button
          type="button"
          class="compare-tool"
          disabled={isLast}
          aria-label={`Move ${column.name} to the right`}
          onClick={() => moveColumn(column.id, 1)}
        >
          →
        </button>
        <button
          type="button"
          class="compare-tool"
          aria-label={`Remove ${column.name}`}
          onClick={() => removeColumn(column.id)}
        >
          Remove
        </button>
      </span>
    </th>
  );
}

function State({ column: { simulated } }: { readonly column: Column }) {
  switch (simulated.state) {
    case 'running':
      return <span class="muted">simulating…</span>;
    case 'done':
      return (
        <Figure
          value={`${simulated.report.run.years.toLocaleString('en-US')} years`}
          aside={
            simulated.report.run.partial
              ? running.value
                ? 'simulating…'
                : 'stopped; they count'
              : `seed ${simulated.report.run.seed}`
          }
        />
      );
    case 'failed':
      return <span class="compare-errors">It could not be simulated: {simulated.reason}</span>;
    case 'errors':
      return (
        <ul class="compare-errors">
          {simulated.errors.slice(0, MOST_ERRORS).map((error, i) => (
            <li key={i}>
              line {error.line}: {error.message}
            </li>
          ))}
          {simulated.errors.length > MOST_ERRORS && <li>and {simulated.errors.length - MOST_ERRORS} others</li>}
        </ul>
      );
  }
}

function Figure({ value, aside }: { readonly value: string; readonly aside: string }) {
  return (
    <>
      {value}
      {aside !== '' && <span class="compare-aside">{aside}</span>}
    </>
  );
}

function Target({ report, of }: { readonly report: Report; readonly of: TargetFigures }) {
  const figures = report.targets.find((each) => targetKey(each) === targetKey(of));
  if (figures === undefined) return <span class="muted">none stated</span>;
  return (
    <>
      <VerdictMark verdict={figures.verdict} />
      <span class="compare-aside">{goalText(figures, report.cost.currency)}</span>
      <span class="compare-aside">found {foundText(figures, report)}</span>
    </>
  );
}
