import type { Explanation } from '../analysis/report-explanation.ts';
import { duration, whole } from '../units/figure.ts';
import { bar, fit, padEnd } from '../report/index.ts';
import { fractionDone } from './progress.ts';

interface ExplainGoal {
  /** Of the gap's models. */
  readonly years: number;
  /** Seconds. */
  readonly maxTime: number | null;
}

const BAR_COLUMNS = 20;
const COLUMNS = 79;
/** What the gap takes of all the work where inputs follow, about. */
const SHARE_OF_GAP = 0.5;

/** `████████▌            42%  input 5 of 27  3 s left` */
export function explainProgressLine({ report, sensitivity }: Explanation, { years, maxTime }: ExplainGoal): string {
  const ofGap = fractionDone(
    { ...report, run: { ...report.run, seconds: 0 } },
    { years, precision: null, maxTime: null },
  );
  const ofInputs = sensitivity === null || sensitivity.asked === 0 ? 0 : sensitivity.inputs.length / sensitivity.asked;
  const done = sensitivity === null ? ofGap : SHARE_OF_GAP * ofGap + (1 - SHARE_OF_GAP) * ofInputs;
  const fraction = Math.min(1, Math.max(done, maxTime === null ? 0 : report.run.seconds / maxTime));
  const left = fraction > 0 ? (report.run.seconds * (1 - fraction)) / fraction : 0;
  const isAtInputs = sensitivity !== null && sensitivity.asked > 0;
  const parts = [
    padEnd(bar(fraction, BAR_COLUMNS), BAR_COLUMNS),
    `${Math.floor(fraction * 100)}%`.padStart(4),
    isAtInputs
      ? `${sensitivity.inputs.length} of ${sensitivity.asked} inputs`
      : `the gap: ${whole(report.run.years)} years`,
    `${duration(left < 10 ? Math.ceil(left) : Number(left.toPrecision(2)), null)} left`,
  ];
  return fit(parts.join('  '), COLUMNS);
}
