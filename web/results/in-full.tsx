import type { Report } from '../../src/analysis/report.ts';
import { running, stale } from '../state/store.ts';
import { Headline } from './headline.tsx';
import { Targets } from './targets.tsx';

/** The answer with all that belongs to it, and the targets as a table. */
export function InFull({ report }: { readonly report: Report }) {
  return (
    <div class="in-full">
      <section aria-label="The answer in full">
        <Headline report={report} stale={stale.value} running={running.value} />
      </section>
      <section aria-label="Targets">
        <Targets report={report} />
      </section>
    </div>
  );
}
