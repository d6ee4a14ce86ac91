import type { Report, TargetFigures } from '../../src/analysis/report.ts';
import { foundText, goalText } from '../../src/report/run/target-text.ts';
import { targetKey } from '../../src/report/target-name.ts';
import { targetTitle } from '../results/target-names.ts';
import { VerdictMark } from '../results/verdict-mark.tsx';

/** Each target as one small box: what is asked for, what was found, the verdict by word, shape and colour. */
export function StripTargets({ report }: { readonly report: Report }) {
  if (report.targets.length === 0) return <p class="strip-targets muted small">No targets stated.</p>;
  return (
    <ul class="strip-targets" aria-label="Targets">
      {report.targets.map((target) => (
        <Target key={targetKey(target)} target={target} report={report} />
      ))}
    </ul>
  );
}

function Target({ target, report }: { readonly target: TargetFigures; readonly report: Report }) {
  const goal = `${targetTitle(target)} ${goalText(target, report.cost.currency)}`;
  const found = foundText(target, report);
  return (
    <li class={`strip-target is-${target.verdict}`} title={`${goal}: ${target.verdict}, found ${found}`}>
      <span class="strip-goal">{goal}</span>
      <span class="strip-found">
        <VerdictMark verdict={target.verdict} /> <span>{found}</span>
      </span>
    </li>
  );
}
