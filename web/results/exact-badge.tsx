import type { Report } from '../../src/analysis/report.ts';
import { exactIncidents } from '../../src/report/exact.ts';
import { formatPercent } from '../../src/units/format.ts';
import { Explain } from '../explain/index.ts';

/** More digits than a reader compares. */
const DIGITS = 4;

/** The value without any sampling, with why there is one; a quiet line where there is none. */
export function ExactBadge({ report }: { readonly report: Report }) {
  const { exact, ci95 } = report.availability;
  if (exact.value === null) {
    return (
      <p class="small muted headline-exact">
        <span>
          No exact value: {lowered(exact.reason)}
          <Explain figure="exact" />
        </span>
      </p>
    );
  }
  const rates = exactIncidents(report);
  const isHeld = exact.value >= ci95[0] && exact.value <= ci95[1];
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
        exact {formatPercent(exact.value, DIGITS)}
      </span>
      <span class="muted">
        {exact.method === 'markov chain' ? 'by a Markov chain' : 'parts are independent'}
        {rates === null ? '' : `: ${rates}`}
        {isHeld ? '' : '; outside of the interval, as one in 20 is'}
        <Explain figure="exact" />
      </span>
    </p>
  );
}

/** Within a sentence, without its full stop kept twice. */
function lowered(reason: string): string {
  const first = reason.slice(0, 1);
  // A name in quotes, or one like MTBF, stays as it is.
  const isWord = /^[A-Z][a-z ]/.test(reason);
  return `${isWord ? first.toLowerCase() : first}${reason.slice(1)}`;
}
