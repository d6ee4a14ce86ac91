import type { CandidateFigures, CandidateState, OptimizationReport } from '../../analysis/report-optimization.ts';
import { formatMoney, formatPercent, kindText, part } from '../../units/index.ts';
import { duration, money, nines, percent, whole } from '../../units/figure.ts';
import type { Cell } from '../grid.ts';
import type { Paint } from '../paint.ts';
import { figures, type Section, type TableColumn, words } from '../section.ts';
import { plainText } from '../text.ts';
import { answerSentences } from './answer.ts';
import { candidateLabels, labelColumns } from './labels.ts';
import { foundText } from './values.ts';

/** More are no table that anybody reads: CSV and JSON have all of them. */
const MOST_ROWS = 24;

/** The answer, the candidates, the frontier, and what it took. */
export function optimizationSections(report: OptimizationReport, paint: Paint): Section[] {
  const labels = candidateLabels(report);
  return [
    { title: TITLES[report.outcome], notes: answerSentences(report) },
    candidateSection(report, labels, paint),
    ...(report.frontier.length === 0 ? [] : [frontierSection(report, paint)]),
    spentSection(report),
  ];
}

const TITLES = { found: 'Best', infeasible: 'None is feasible', undecided: 'Undecided' } as const;
const RANK: Readonly<Record<CandidateState, number>> = { best: 0, undecided: 1, beaten: 2, infeasible: 3 };

function candidateSection(report: OptimizationReport, labels: readonly string[], paint: Paint): Section {
  const { candidates, asked } = report;
  const paints = { best: paint.good, beaten: paint.faint, infeasible: paint.bad, undecided: paint.unsure };
  const hasObjective = asked.figure !== 'cost.total' && asked.figure !== 'availability';
  const order = candidates.map((_, i) => i);
  const shown =
    candidates.length <= MOST_ROWS
      ? order
      : order.sort((a, b) => rank(candidates[a], candidates[b]) || a - b).slice(0, MOST_ROWS);
  const places = labelColumns(report);
  const rows = shown.map((i): Cell[] => {
    const each = candidates[i];
    const { availability, cost, objective, years, state } = each;
    return [
      ...places.map(({ texts }) => texts[i]),
      { text: state, paint: paints[state] },
      availability === null ? '–' : percent(availability.mean, availability.ci95),
      each.downtimePerYear === null ? '–' : duration(each.downtimePerYear.mean, each.downtimePerYear.ci95),
      cost.total === null
        ? `≥ ${formatMoney(cost.infrastructure, report.currency)}`
        : money(cost.total.mean, cost.total.ci95, report.currency),
      ...(hasObjective
        ? [objective === null ? '–' : kindText(objective.mean, objective.ci95, asked.kind, report.currency)]
        : []),
      whole(years),
      reason(report, each, labels),
    ];
  });
  const columns = [
    ...placeColumns(places),
    words('state'),
    figures('availability'),
    figures('down a year', { only: 'document' }),
    figures('cost a year', { longName: 'total cost a year' }),
    ...(hasObjective ? [figures(asked.figure)] : []),
    figures('years'),
    words('why', { only: 'document' }),
  ];
  const hidden = candidates.length - shown.length;
  return {
    title: 'Candidates',
    aside: `${whole(candidates.length)}, ${whole(report.spent.ruledOut)} of them decided by what they cost to run`,
    table: { columns, rows },
    notes: [
      ...(hidden > 0 ? [`and ${whole(hidden)} others, which --format csv and json have.`] : []),
      ...missed(report),
    ],
  };
}

function chanceText({ doubt }: CandidateFigures): string {
  return doubt?.chance === undefined || doubt.chance === null ? '–' : part(doubt.chance);
}

function rank(a: CandidateFigures, b: CandidateFigures): number {
  return RANK[a.state] - RANK[b.state] || (a.cost.total?.mean ?? Infinity) - (b.cost.total?.mean ?? Infinity);
}

/** Why a candidate is not the best. */
function reason(
  { asked, currency }: OptimizationReport,
  { state, beatenBy, ruledOutBy, constraints }: CandidateFigures,
  labels: readonly string[],
): string {
  if (state === 'beaten')
    return ruledOutBy === 'infrastructure'
      ? `costs more to run than ${labels[beatenBy!]} in all`
      : `${labels[beatenBy!]} is better`;
  if (state === 'best') return '';
  if (ruledOutBy === 'infrastructure') return 'costs more to run than the goal allows';
  const verdict = state === 'infeasible' ? 'missed' : 'undecided';
  const which = asked.constraints.flatMap((wish, at) => {
    const { verdict: found, value, ci95 } = constraints[at];
    return found === verdict ? [`${plainText(wish.text)}: ${foundText(value, ci95, wish, currency)}`] : [];
  });
  return which.join('; ');
}

/** How many fail which constraint: a terminal has no room for it in each line. */
function missed({ asked, candidates }: OptimizationReport): string[] {
  const parts = asked.constraints.flatMap(({ text }, at) => {
    const count = candidates.filter(({ constraints }) => constraints[at].verdict === 'missed').length;
    return count === 0 ? [] : [`${whole(count)} miss ${plainText(text)}`];
  });
  return parts.length === 0 ? [] : [`${parts.join(', ')}.`];
}

function frontierSection(report: OptimizationReport, paint: Paint): Section {
  const { frontier, candidates, currency, best } = report;
  const places = labelColumns(report);
  const isDoubted = frontier.some(({ candidate }) => candidates[candidate].doubt !== undefined);
  const rows = frontier.map(({ candidate, isCertain }): Cell[] => {
    const { availability, cost } = candidates[candidate];
    const { mean, ci95 } = availability!;
    return [
      ...places.map(({ texts }) =>
        candidate === best ? { text: texts[candidate], paint: paint.strong } : texts[candidate],
      ),
      percent(mean, ci95),
      mean < 1 ? nines(-Math.log10(1 - mean)) : '—',
      money(cost.total!.mean, cost.total!.ci95, currency),
      isCertain ? 'yes' : { text: 'not sure', paint: paint.unsure },
      ...(isDoubted ? [chanceText(candidates[candidate])] : []),
    ];
  });
  const left = candidates.filter(({ years }) => years === 0).length;
  return {
    title: 'Frontier',
    aside: 'more available costs more',
    table: {
      columns: [
        ...placeColumns(places),
        figures('availability'),
        figures('nines'),
        figures('cost a year', { longName: 'total cost a year' }),
        words('certain'),
        ...(isDoubted ? [figures('met in', { longName: 'all that is asked is met in worlds' })] : []),
      ],
      rows,
    },
    notes:
      left === 0
        ? []
        : [
            `${whole(left)} ` +
              `${left === 1 ? 'candidate that was not simulated is' : 'candidates that were not simulated are'} ` +
              'not on it.',
          ],
  };
}

function placeColumns(places: ReturnType<typeof labelColumns>): TableColumn[] {
  return places.map(({ name }, i) =>
    name === 'model' ? words(name, { shrinks: true }) : figures(name, { shrinks: i === 0 }),
  );
}

function spentSection({ spent, procedure }: OptimizationReport): Section {
  const saved =
    spent.saved > 0
      ? `, ${formatPercent(spent.saved, 2)} less than the ${whole(spent.equalYears)} that the same years for ` +
        'each would have taken'
      : '';
  return { title: 'Spent', notes: [`${whole(spent.years)} years${saved}.`, ...procedure.approximations] };
}
