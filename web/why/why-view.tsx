import { beforeFigures, model, report, selected } from '../state/store.ts';
import { PartsPlot } from '../../src/plots/parts-plot.tsx';
import { Explain } from '../explain/index.ts';
import { GapSection } from './gap-section.tsx';
import { StructureSection } from './structure-section.tsx';
import { TornadoSection } from './tornado-section.tsx';
import './why.css';

/** Why the headline is what it is, and what would move it. */
export function WhyView() {
  const shown = model.value;
  const found = report.value;
  if (shown === null) return <p class="waiting">{beforeFigures.value}</p>;
  return (
    <div class="why">
      <GapSection />
      <TornadoSection />
      {found !== null && (
        <section aria-label="Parts of the downtime">
          <PartsPlot
            report={found}
            explain={<Explain figure="parts" />}
            onSelect={(element) => (selected.value = element)}
          />
        </section>
      )}
      <StructureSection model={shown} />
    </div>
  );
}
