import type { Interval, Report, TargetFigures } from '../../src/analysis/report.ts';
import { duration, money, percent } from '../../src/report/digits.ts';
import { formatDuration, formatMoney, formatPercent } from '../../src/units/format.ts';
import { Explain } from '../explain/index.ts';
import { stale as isStale } from '../state/store.ts';
import { VerdictMark } from './verdict-mark.tsx';
import './results.css';

const NAMES = { availability: 'Availability', rto: 'RTO', rpo: 'RPO', budget: 'Budget' } as const;
const MEANINGS = { availability: 'targetAvailability', rto: 'targetRto', rpo: 'targetRpo', budget: 'targetBudget' } as const;

export interface TargetsProps {
  readonly report: Report;
  /** The figures are not of the text as it is. Default: as the page's are. */
  readonly stale?: boolean;
}

/** What was asked for, what was found, and whether it will do. */
export function Targets({ report, stale = isStale.value }: TargetsProps) {
  const { targets } = report;
  return (
    <div class={stale ? 'targets targets-stale' : 'targets'}>
      <div class="results-title">
        <h2 class="title">Targets</h2>
        <Explain figure="verdict" />
        {stale && <span class="badge unsure">stale</span>}
      </div>
      {targets.length === 0 ? (
        <p class="muted">
          The model states none. Give it some: <code>{'targets: { availability: 99.95%, rto: 15 min }'}</code>
        </p>
      ) : (
        <table class="figures">
          <thead>
            <tr>
              <th scope="col">Goal</th>
              <th scope="col">Found</th>
              <th scope="col">Verdict</th>
            </tr>
          </thead>
          <tbody>
            {targets.map((target) => (
              <Row key={target.target} target={target} currency={report.cost.currency} />
            ))}
          </tbody>
        </table>
      )}
    </div>
  );
}

function Row({ target, currency }: { readonly target: TargetFigures; readonly currency: string }) {
  return (
    <tr>
      <th scope="row">
        <span class="targets-name">
          {NAMES[target.target]}
          <Explain figure={MEANINGS[target.target]} />
        </span>
        <span class="targets-aside">{goal(target, currency)}</span>
      </th>
      <td>
        {found(target, currency)}
        <span class="targets-aside">
          {target.target === 'budget' ? 'running cost a year' : target.yearsMet === null ? '' : `kept in ${formatPercent(target.yearsMet, 2)} of years`}
        </span>
      </td>
      <td>
        <VerdictMark verdict={target.verdict} />
      </td>
    </tr>
  );
}

export function goal({ target, goal: value }: TargetFigures, currency: string): string {
  if (target === 'availability') return `≥ ${formatPercent(value)}`;
  return `≤ ${target === 'budget' ? formatMoney(value, currency) : formatDuration(value)}`;
}

export function found({ target, value, ci95, verdict }: TargetFigures, currency: string): string {
  // What was missed without a value is a loss that has no bound.
  if (value === null) return verdict === 'missed' ? 'p95 for good' : 'no incident';
  const interval: Interval | null = ci95 === null || ci95[0] === null || ci95[1] === null ? null : [ci95[0], ci95[1]];
  if (target === 'availability') return percent(value, interval);
  if (target === 'budget') return money(value, interval, currency);
  return `p95 ${duration(value, interval)}`;
}
