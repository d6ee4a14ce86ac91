import { CompareDowntime } from '../../src/plots/compare-downtime.tsx';
import { ComparePlot } from '../../src/plots/compare-plot.tsx';
import { Explain } from '../explain/index.ts';
import { AddModel } from './add-model.tsx';
import { CompareTable } from './compare-table.tsx';
import { columns, finished } from './state.ts';
import { FourStrategies } from './strategies/four-strategies.tsx';
import './compare.css';

/** Up to four models side by side, each with its own years and its own intervals. */
export function CompareView() {
  const { reports, names } = finished.value;
  return (
    <div class="compare">
      <AddModel />
      <FourStrategies />
      {columns.value.length === 0 ? (
        <p class="prose muted">
          Put models side by side: the one in the editor, some from the gallery, or a colleague’s share link. Each is simulated with its own
          years and seed.
        </p>
      ) : (
        <>
          <CompareTable />
          <p class="prose small muted">
            Each interval is its own model’s. Where two do not overlap, the models differ; where they do, that is open: an interval of the
            difference, from the same years for both, is not computed here.
            <Explain figure="compare" report={null} />
          </p>
          {reports.length > 0 && (
            <div class="plots">
              <ComparePlot reports={reports} names={names} explain={<Explain figure="costNines" report={null} />} />
              <CompareDowntime reports={reports} names={names} explain={<Explain figure="downtimeCurve" report={null} />} />
            </div>
          )}
        </>
      )}
    </div>
  );
}
