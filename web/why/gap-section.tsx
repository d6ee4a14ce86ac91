import { useEffect } from 'preact/hooks';
import { sourceOf } from '../../src/plots/data/text.ts';
import { WaterfallPlot } from '../../src/plots/waterfall-plot.tsx';
import { Explain } from '../explain/index.ts';
import { followGap } from './follow-gap.ts';
import { isOld, studies } from './state.ts';
import { StudyBar } from './study-bar.tsx';

/** From the arithmetic to what is simulated: every step is a model of its own, in the same history. */
export function GapSection() {
  useEffect(followGap, []);
  const { found, state } = studies.gap.value;
  const old = isOld.gap.value;
  return (
    <section class="why-section" aria-label="From the arithmetic to reality">
      <StudyBar
        kind="gap"
        start="Work out the gap"
        what="Each step of the way is a model of its own; all of them live through the same years."
      />
      {found !== null && (
        <div class={old ? 'why-old' : undefined} aria-busy={state === 'running'}>
          <WaterfallPlot
            gap={found.gap}
            report={found.report}
            name={found.report.model.name}
            source={sourceOf(found.report)}
            explain={<Explain figure="waterfall" report={found.report} />}
          />
        </div>
      )}
    </section>
  );
}
