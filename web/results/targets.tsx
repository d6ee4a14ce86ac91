import type { Report, TargetFigures } from '../../src/analysis/report.ts';
import { metAndMissed } from '../../src/report/run/met-and-missed.ts';
import { foundText, goalText } from '../../src/report/run/target-text.ts';
import { targetKey } from '../../src/report/target-name.ts';
import { formatPercent } from '../../src/units/format.ts';
import { Explain } from '../explain/index.ts';
import { stale as isStale } from '../state/store.ts';
import { targetTitle } from './target-names.ts';
import { VerdictMark } from './verdict-mark.tsx';
import './results.css';

const MEANINGS = {
  availability: 'targetAvailability',
  rto: 'targetRto',
  rpo: 'targetRpo',
  budget: 'targetBudget',
} as const;

interface TargetsProps {
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
              <Row key={targetKey(target)} target={target} report={report} />
            ))}
          </tbody>
        </table>
      )}
      {metAndMissed(report).map((sentence) => (
        <p key={sentence} class="targets-aside">
          {sentence}
        </p>
      ))}
    </div>
  );
}

function Row({ target, report }: { readonly target: TargetFigures; readonly report: Report }) {
  return (
    <tr>
      <th scope="row">
        <span class="targets-name">
          {targetTitle(target)}
          <Explain figure={MEANINGS[target.target]} />
        </span>
        <span class="targets-aside">{goalText(target, report.cost.currency)}</span>
      </th>
      <td>
        {foundText(target, report)}
        <span class="targets-aside">
          {target.target === 'budget'
            ? 'running cost a year'
            : target.yearsMet === null
              ? ''
              : `kept in ${formatPercent(target.yearsMet, 2)} of years`}
        </span>
      </td>
      <td>
        <VerdictMark verdict={target.verdict} />
      </td>
    </tr>
  );
}
