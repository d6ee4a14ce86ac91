import type { Report, TargetFigures } from '../../../src/analysis/report.ts';
import { targetOf } from '../../../src/analysis/target-of.ts';
import { foundText } from '../../../src/report/run/target-text.ts';
import { targetName } from '../../../src/report/target-name.ts';
import { lossText } from '../../../src/report/loss.ts';
import { noneSeen } from '../../../src/report/none-seen.ts';
import { duration, percent, quantileRange, range } from '../../../src/units/figure.ts';
import { formatDuration, formatMoney, formatPercent } from '../../../src/units/format.ts';
import { SHARE_SCALE } from '../../../src/units/scale.ts';
import type { Explanation } from '../explanation.ts';

const find = (report: Report, target: TargetFigures['target']) => targetOf(report.targets, target);

/** An objective in time against the p95 and its interval. */
function objective(report: Report, target: 'rto' | 'rpo'): string | null {
  const kinds = report.targets.filter((each) => each.target === target && each.kind !== undefined);
  if (kinds.length > 0)
    return kinds
      .map((each) => `${each.kind}: ${foundText(each, report)} against ${formatDuration(each.goal)}: ${each.verdict}`)
      .join('; ');
  const figures = find(report, target);
  if (figures === undefined) return null;
  if (figures.value === null || figures.ci95 === null) return `${noneSeen(report, figures.ci95)}: ${figures.verdict}`;
  const interval =
    typeof figures.value === 'number'
      ? quantileRange(figures.value, figures.ci95)
      : figures.ci95.map((end) => (end === null ? 'unknown' : lossText(end, null, duration))).join(' to ');
  return (
    `p95 ${lossText(figures.value, figures.ci95, duration)} (${interval}) against ` +
    `${formatDuration(figures.goal)}: ${figures.verdict}`
  );
}

/** What is to be reached, and whether it was. */
export const TARGETS = {
  targetAvailability: {
    formula: 'met: the whole 95% interval ≥ goal; missed: all of it below; else undecided',
    numbers: (report) => {
      const target = find(report, 'availability');
      if (target === undefined) return null;
      const { mean, ci95 } = report.availability;
      return (
        `${percent(mean, ci95)} (${range(mean, ci95, SHARE_SCALE)}) against ${formatPercent(target.goal)}: ` +
        `${target.verdict}`
      );
    },
    inputs: 'The mean availability over all years, with its interval.',
    assumes: 'The verdict is about the long run. The share of years says how often a single year keeps to it.',
    differs: 'The arithmetic’s claim plays no part in the verdict.',
  },
  targetRto: {
    formula:
      'met: at least 95% of incidents are over within the RTO, with 95% confidence; missed: fewer are; else undecided',
    numbers: (report) => objective(report, 'rto'),
    inputs: 'The recovery time objective of the model, and the 95th percentile of the length of all incidents.',
    assumes:
      'Where no incident was seen nothing is decided, unless the model can have none. One incident in twenty ' +
      'may be longer, as objectives are met in service reviews.',
    differs: 'An objective is a wish; what a run measures is the recovery time that occurred. The arithmetic has none.',
  },
  targetRpo: {
    formula:
      'met: at least 95% of incidents lose no more than the RPO, with 95% confidence; missed: fewer do; else undecided',
    numbers: (report) => objective(report, 'rpo'),
    inputs: 'The recovery point objective of the model, and the 95th percentile of the writes lost in an incident.',
    assumes: 'Incidents without a failover lose nothing and count as well. A permanent loss is beyond any objective.',
    differs: 'The arithmetic has no data to lose.',
  },
  targetBudget: {
    formula: 'met: running cost a year ≤ budget',
    numbers: (report) => {
      const target = find(report, 'budget');
      const { currency, infrastructure } = report.cost;
      return target === undefined
        ? null
        : `${formatMoney(infrastructure, currency)} against ${formatMoney(target.goal, currency)}: ${target.verdict}`;
    },
    inputs: 'What the members cost all year round, up or down; passive ones their share.',
    assumes: 'Losses from downtime and lost data are not in it: it is what is paid.',
    differs: 'Nothing in it is drawn at random, so it is never undecided.',
  },
  verdict: {
    formula: 'a verdict is given when the whole 95% interval lies on one side of the goal',
    numbers: ({ targets }) =>
      targets.length === 0 ? null : targets.map((each) => `${targetName(each)} ${each.verdict}`).join(', '),
    inputs: 'The figure’s interval and the goal. More years make the interval narrower.',
    assumes: 'One true figure in twenty lies outside its interval, so a verdict at the very edge can be wrong.',
    differs: 'The arithmetic gives one number and would always be sure of itself.',
  },
  yearsKept: {
    formula: 'single years in which the target was met ÷ all years',
    numbers: ({ targets }) => {
      const kept = targets.filter(({ yearsMet, target }) => yearsMet !== null && target !== 'budget');
      return kept.length === 0
        ? null
        : kept.map((each) => `${targetName(each)} in ${formatPercent(each.yearsMet ?? 0, 2)}`).join(', ');
    },
    inputs:
      'Of each year by itself: its downtime within the target, its longest incident within the RTO, its ' +
      'largest loss within the RPO and none for good.',
    assumes: 'Years of 365.25 days; a contract by the month is harder to keep.',
    differs:
      'A target that is met on average can be missed in many single years, which is what a customer sees. The ' +
      'arithmetic cannot tell the two apart.',
  },
} as const satisfies Record<string, Explanation>;
