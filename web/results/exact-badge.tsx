import type { Report } from '../../src/analysis/report.ts';
import { exactIncidents } from '../../src/report/exact.ts';
import { exactValue } from '../../src/report/run/answer.ts';
import { Explain } from '../explain/index.ts';
import { explaining } from '../state/store.ts';

/** The value without any sampling, with why there is one; where there is none, why not, to whoever asks. */
export function ExactBadge({ report }: { readonly report: Report }) {
  const { exact } = report.availability;
  const found = exactValue(report);
  if (found === null) {
    // Most models have none: whoever asks is told why.
    if (!explaining.value) return null;
    return (
      <p class="small muted headline-exact">
        <span>
          No exact value: {exact.reason}
          <Explain figure="exact" />
        </span>
      </p>
    );
  }
  const rates = exactIncidents(report);
  return (
    <p class="small headline-exact">
      <span class="badge" title={exact.reason}>
        <svg width="12" height="12" viewBox="0 0 12 12" aria-hidden="true">
          <path
            d="M1.5 6.5l3 3 6-7"
            fill="none"
            stroke="currentColor"
            stroke-width="1.8"
            stroke-linecap="round"
            stroke-linejoin="round"
          />
        </svg>
        exact {found.text}
      </span>
      <span class="muted">
        {exact.method === 'markov chain' ? 'by a Markov chain' : 'parts are independent'}
        {rates === null ? '' : `: ${rates}`}
        {found.isHeld ? '' : '; outside of the interval, as one in 20 is'}
        <Explain figure="exact" />
      </span>
    </p>
  );
}
