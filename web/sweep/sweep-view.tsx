import { Explain } from '../explain/index.ts';
import { parameters } from './choice.ts';
import { FrontierSection } from './frontier-section.tsx';
import { LimitSection } from './limit-section.tsx';
import { SweepSection } from './sweep-section.tsx';
import './sweep.css';

/** What if a parameter had another value, and which values would be best. */
export function SweepView() {
  if (parameters.value.length === 0) {
    return (
      <div class="sweep">
        <p class="prose muted">
          This model has no parameters to vary. Give a figure a name under <code>parameters:</code> in its text, write
          the name in its place, and it can be tried here with other values.
        </p>
        <LimitSection />
      </div>
    );
  }
  return (
    <div class="sweep">
      <section class="sweep-part" aria-labelledby="sweep-title">
        <div class="results-title">
          <h2 class="title" id="sweep-title">
            What if
          </h2>
          <Explain figure="sweep" report={null} />
        </div>
        <SweepSection />
      </section>
      <section class="sweep-part" aria-labelledby="frontier-title">
        <div class="results-title">
          <h2 class="title" id="frontier-title">
            The cheapest that will do
          </h2>
          <Explain figure="frontier" report={null} />
        </div>
        <FrontierSection />
      </section>
      <LimitSection />
    </div>
  );
}
