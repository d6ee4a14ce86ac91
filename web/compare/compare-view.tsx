import { CompareDowntime } from '../../src/plots/compare-downtime.tsx';
import { ComparePlot } from '../../src/plots/compare-plot.tsx';
import { Explain } from '../explain/index.ts';
import { AddModel } from './add-model.tsx';
import { CompareTable } from './compare-table.tsx';
import { Differences } from './differences.tsx';
import { columns, finished } from './state.ts';
import { FourStrategies } from './strategies/four-strategies.tsx';
import './compare.css';

/** Up to four models side by side, and what each has more than one of them through the same history. */
export function CompareView() {
  const { reports, names } = finished.value;
  return (
    <div class="compare">
      <AddModel />
      <FourStrategies />
      {columns.value.length === 0 ? (
        <p class="prose muted">
          Put models side by side: the one in the editor, some from the gallery, or a colleague’s share link. All of
          them live through the same years, so that a small difference shows.
        </p>
      ) : (
        <>
          <CompareTable />
          <p class="prose small muted">
            Each interval here is its own model’s.
            <Explain figure="compare" report={null} />
          </p>
          <Differences />
          {reports.length > 0 && (
            <div class="plots">
              <ComparePlot reports={reports} names={names} explain={<Explain figure="costNines" report={null} />} />
              <CompareDowntime
                reports={reports}
                names={names}
                explain={<Explain figure="downtimeCurve" report={null} />}
              />
            </div>
          )}
        </>
      )}
    </div>
  );
}
