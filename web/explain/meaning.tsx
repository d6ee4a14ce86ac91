import { useEffect, useState } from 'preact/hooks';
import type { Report } from '../../src/analysis/report.ts';
import { model } from '../state/store.ts';
import type { Explanation } from './explanation.ts';
import { explanations, loadExplanations } from './load.ts';
import type { FigureId } from './titles.ts';

interface MeaningProps {
  readonly figure: FigureId;
  readonly report: Report | null;
  /** Its size is known from now on. */
  readonly onShown: () => void;
}

/** What a figure means, loaded when first asked for. */
export function Meaning({ figure, report, onShown }: MeaningProps) {
  const [all, setAll] = useState(explanations);
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    if (all === null) loadExplanations().then(setAll, () => setFailed(true));
    else onShown();
  }, [all]);
  if (failed)
    return <p class="explain-formula">The explanation could not be loaded. Reload the page once you are online.</p>;
  return all === null ? <p class="explain-formula">Loading.</p> : <Text explanation={all[figure]} report={report} />;
}

function Text({ explanation, report }: { readonly explanation: Explanation; readonly report: Report | null }) {
  const { formula, numbers, table, inputs, assumes, differs } = explanation;
  const own = report === null || numbers === undefined ? null : numbers(report, model.value);
  return (
    <>
      <p class="explain-formula">{formula}</p>
      {own !== null && (
        <p class="explain-numbers">
          <span class="explain-label">Here </span>
          {own}
        </p>
      )}
      {table !== undefined && <Table {...table} />}
      <dl class="explain-text">
        <dt>What goes in</dt>
        <dd>{inputs}</dd>
        <dt>What is assumed</dt>
        <dd>{assumes}</dd>
        <dt>Simulation and arithmetic</dt>
        <dd>{differs}</dd>
      </dl>
    </>
  );
}

function Table({ columns, rows }: NonNullable<Explanation['table']>) {
  return (
    <table class="explain-table">
      <thead>
        <tr>
          {columns.map((name) => (
            <th scope="col" key={name}>
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(([name, ...cells]) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            {cells.map((cell, i) => (
              <td key={i}>{cell}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
