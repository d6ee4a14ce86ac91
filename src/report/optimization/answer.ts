import type { CandidateFigures, OptimizationReport } from '../../analysis/report-optimization.ts';
import { whole } from '../../units/figure.ts';
import { formatPercent, kindText, part } from '../../units/index.ts';
import { plainText } from '../text.ts';
import { candidateLabels } from './labels.ts';
import { foundText } from './values.ts';

const MOST_NAMED = 3;

/** What came of the search, in a sentence or two; and what the answer is worth. */
export function answerSentences(report: OptimizationReport): string[] {
  const { outcome, best, leading, candidates, asked, run } = report;
  const labels = candidateLabels(report);
  const aim = `${asked.goal === 'minimize' ? 'the least' : 'the most'} ${asked.figure}`;
  const under = asked.constraints.map(({ text }) => plainText(text)).join(' and ');
  if (outcome === 'found')
    return [
      `${labels[best!]} has ${aim}${under === '' ? '' : ` of those with ${under}`}: ` +
        `${objectiveText(report, candidates[best!])}.`,
      ...chanceOf(report, candidates[best!]),
      guarantee(report),
    ];
  if (outcome === 'infeasible')
    return [
      `None of the ${count(candidates.length)} meets ` +
        `${under === '' ? 'the constraints' : under}.${each(report)}${closest(report, labels)}`,
    ];
  const open = candidates.flatMap(({ state }, i) => (state === 'undecided' ? [i] : []));
  const why = run.partial ? 'It was ended before that was decided' : `${whole(asked.years)} years of each do not tell`;
  const leader =
    leading === null ? '' : ` ${labels[leading]} leads with ${objectiveText(report, candidates[leading])}.`;
  return [
    `Undecided. ${why}: ${count(open.length)} may still be the best: ` +
      `${listed(open, labels)}.${leader}${openConstraints(report, open)}`,
  ];
}

/** In how many worlds the best keeps to what is asked. */
function chanceOf({ asked }: OptimizationReport, { doubt }: CandidateFigures): string[] {
  if (doubt?.chance === undefined || doubt.chance === null) return [];
  const single = asked.constraints.map(({ text }, at) => `${plainText(text)} in ${part(doubt.constraints[at] ?? 0)}`);
  const more = single.length > 1 ? `: ${single.join(', ')}` : '';
  return [
    `It was sought with unknown inputs at their medians; it keeps to ${single.length > 1 ? 'all ' : ''}that in ` +
      `${part(doubt.chance)} of worlds${more}.`,
  ];
}

/** How many meet each of several constraints. */
function each({ candidates, asked }: OptimizationReport): string {
  if (asked.constraints.length < 2) return '';
  const met = (at: number) => candidates.filter(({ constraints }) => constraints[at].verdict === 'met').length;
  return (
    ' Taken alone, ' +
    `${asked.constraints.map(({ text }, at) => `${plainText(text)} is met by ${met(at)}`).join(', ')}.`
  );
}

/** What is promised, with its figures. */
function guarantee({ procedure: { confidence, indifference, name }, asked, currency }: OptimizationReport): string {
  const zone = indifference === null ? '' : ` where the best is better by ${zoneText(indifference, asked, currency)}`;
  const tolerance =
    asked.constraints.length === 0
      ? ''
      : ` and no goal is nearer than ${formatPercent(asked.tolerance)} of what it allows`;
  return (
    `With ${formatPercent(confidence)} certainty${zone}${tolerance}; nearer than that, either answer will do. ` +
    `Procedure: ${name}.`
  );
}

function zoneText(zone: number, { kind }: OptimizationReport['asked'], currency: string): string {
  return kind === 'share' ? formatPercent(zone) : kindText(Number(zone.toPrecision(2)), null, kind, currency);
}

function objectiveText({ asked, currency }: OptimizationReport, { objective }: CandidateFigures): string {
  return objective === null ? 'nothing simulated' : kindText(objective.mean, objective.ci95, asked.kind, currency);
}

/** Which candidates of so many, a few of them by name. */
function listed(indices: readonly number[], labels: readonly string[]): string {
  const named = indices
    .slice(0, MOST_NAMED)
    .map((i) => labels[i])
    .join('; ');
  return indices.length > MOST_NAMED ? `${named}; …` : named;
}

function openConstraints({ candidates, asked }: OptimizationReport, open: readonly number[]): string {
  const undecided = asked.constraints.filter((_, at) =>
    open.some((i) => candidates[i].constraints[at].verdict === 'undecided'),
  );
  return undecided.length === 0 ? '' : ` Open is ${undecided.map(({ text }) => plainText(text)).join(' and ')}.`;
}

/** The one that misses least often, which is where to go on from. */
function closest({ candidates, asked, currency }: OptimizationReport, labels: readonly string[]): string {
  const [wish] = asked.constraints;
  if (wish === undefined) return '';
  const seen = candidates.flatMap(({ constraints: [{ value, ci95 }] }, i) =>
    value === null ? [] : [{ i, value, ci95 }],
  );
  if (seen.length === 0) return '';
  const wantsMore = wish.operator === '>=' || wish.statistic === 'shareWithin';
  const best = seen.reduce((a, b) => ((wantsMore ? b.value > a.value : b.value < a.value) ? b : a));
  return (
    ` The nearest to ${plainText(wish.text)} is ${labels[best.i]}: ` +
    `${foundText(best.value, best.ci95, wish, currency)}.`
  );
}

function count(candidates: number): string {
  return candidates === 1 ? '1 candidate' : `${whole(candidates)} candidates`;
}
