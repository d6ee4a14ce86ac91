import type { Interval } from '../../analysis/report.ts';
import type { CandidateFigures, OptimizationReport } from '../../analysis/report-optimization.ts';
import { duration, ends, money, percent, range } from '../../units/figure.ts';
import { formatMoney } from '../../units/format.ts';
import { moneyScale, TIME_SCALE } from '../../units/scale.ts';
import { SECONDS_PER_YEAR } from '../../units/table.ts';
import { parameterText } from './parameter-text.ts';
import { availabilityColumn, COST_ENDS, estimateColumns, type Table } from './table.ts';
import { counted, listed, nameText } from './text.ts';

/** How a candidate is drawn. frontier: feasible, or not known to be otherwise, and excelled by none. */
export type FrontierRole = 'best' | 'frontier' | 'beaten' | 'undecided' | 'infeasible';

/** A candidate that was simulated. */
export interface FrontierPoint {
  /** In the report's candidates. */
  readonly index: number;
  readonly name: string;
  readonly role: FrontierRole;
  /** On the line: none excels it in both, whatever the constraints say. */
  readonly isFrontier: boolean;
  /** Share of time down. */
  readonly unavailability: number;
  readonly unavailabilityCi95: Interval;
  readonly cost: number;
  readonly costCi95: Interval;
}

export const ROLE_WORDS: Readonly<Record<FrontierRole, string>> = {
  best: 'the best',
  frontier: 'on the frontier',
  beaten: 'beaten',
  undecided: 'undecided',
  infeasible: 'infeasible',
};

/** The name of a candidate: with several alternatives, that of its model before what is varied. */
export function candidateName({ models }: OptimizationReport, { model, parameters }: CandidateFigures): string {
  const { name, vary, units } = models[model];
  const values = vary
    .map((parameter) => nameText(`${parameter} = ${parameterText(parameters[parameter], units[parameter])}`))
    .join(', ');
  return values === '' ? nameText(name) : models.length > 1 ? `${nameText(name)}: ${values}` : values;
}

export function frontierPoints(report: OptimizationReport): readonly FrontierPoint[] {
  const onLine = new Set(report.frontier.map(({ candidate }) => candidate));
  return report.candidates.flatMap((candidate, index): FrontierPoint[] => {
    const {
      downtimePerYear,
      cost: { total },
      state,
    } = candidate;
    if (downtimePerYear === null || total === null) return [];
    const isFrontier = onLine.has(index);
    const role = state === 'best' || state === 'infeasible' ? state : isFrontier ? 'frontier' : state;
    const share = (seconds: number) => Math.min(1, seconds / SECONDS_PER_YEAR);
    return [
      {
        index,
        name: candidateName(report, candidate),
        role,
        isFrontier,
        unavailability: share(downtimePerYear.mean),
        unavailabilityCi95: [share(downtimePerYear.ci95[0]), share(downtimePerYear.ci95[1])],
        cost: total.mean,
        costCi95: total.ci95,
      },
    ];
  });
}

export function readFrontierPoint(
  report: OptimizationReport,
  { index, name, role, isFrontier, unavailability, unavailabilityCi95: [low, high], cost, costCi95 }: FrontierPoint,
): string {
  const { state, beatenBy, constraints } = report.candidates[index];
  const down: Interval = [low * SECONDS_PER_YEAR, high * SECONDS_PER_YEAR];
  const seen =
    unavailability > 0
      ? `${percent(1 - unavailability, [low, high])} up, ${duration(unavailability * SECONDS_PER_YEAR, down)} ` +
        `down a year (${range(unavailability * SECONDS_PER_YEAR, down, TIME_SCALE)})`
      : `no downtime seen (at most ${ends(0, down, TIME_SCALE)[1]} a year)`;
  const missed = report.asked.constraints
    .filter((_, i) => constraints[i]?.verdict === 'missed')
    .map(({ text }) => text);
  const by = beatenBy === null ? '' : ` by ${candidateName(report, report.candidates[beatenBy])}`;
  const isMissing = state === 'infeasible' && missed.length > 0;
  const why = isMissing
    ? `infeasible, it misses ${listed(missed)}`
    : state === 'beaten'
      ? ROLE_WORDS.beaten + by
      : ROLE_WORDS[role];
  const also = isFrontier && role !== 'frontier' && !isMissing ? ', on the frontier' : '';
  return (
    `${name}: ${seen}; ${money(cost, costCi95, report.currency)} a year in all ` +
    `(${range(cost, costCi95, moneyScale(report.currency))}): ${why}${also}.`
  );
}

/** What came of the search, in a sentence. */
export function outcomeSentence(report: OptimizationReport): string {
  const { outcome, best, leading, candidates, asked, run, currency } = report;
  const wish =
    asked.constraints.length === 0 ? '' : ` of those with ${listed(asked.constraints.map(({ text }) => text))}`;
  const named = (index: number) => {
    const { total, infrastructure } = candidates[index].cost;
    const name = candidateName(report, candidates[index]);
    if (!asked.figure.startsWith('cost')) return name;
    return `${name} at ${money(total?.mean ?? infrastructure, total?.ci95 ?? null, currency)} a year`;
  };
  if (run.partial && outcome === 'undecided')
    return leading === null ? 'Nothing is decided yet.' : `So far ${named(leading)} leads.`;
  if (outcome === 'found' && best !== null) return `The best${wish}: ${named(best)}.`;
  if (outcome === 'infeasible')
    return (
      `None of the ${counted(candidates.length, 'candidate')} keeps to ` +
      `${listed(asked.constraints.map(({ text }) => text))}.`
    );
  return leading === null
    ? 'The years did not tell which one is the best.'
    : `The years did not tell for sure; ${named(leading)} leads.`;
}

export function describeFrontier(report: OptimizationReport, points: readonly FrontierPoint[]): string {
  const line = [...points].filter(({ isFrontier }) => isFrontier).sort((a, b) => a.cost - b.cost);
  const parts = [
    `Total cost a year against availability of ${counted(points.length, 'candidate')} of ` +
      `${report.candidates.length}, with 95% intervals.`,
    outcomeSentence(report),
  ];
  if (line.length > 0)
    parts.push(
      `On the frontier, cheapest first: ${line
        .slice(0, 8)
        .map((point) => readFrontierPoint(report, point))
        .join(' ')}${line.length > 8 ? ` And ${line.length - 8} more.` : ''}`,
    );
  return parts.join(' ');
}

export function frontierTable(report: OptimizationReport): Table {
  const unit = `${report.currency} a year`;
  const onLine = new Set(report.frontier.map(({ candidate }) => candidate));
  return {
    columns: [
      { label: 'Candidate' },
      { label: 'State' },
      { label: 'On the frontier' },
      availabilityColumn,
      ...estimateColumns('Downtime a year', TIME_SCALE, 's'),
      { label: 'Running cost', unit, format: (value) => formatMoney(value, report.currency) },
      ...estimateColumns('Total cost', moneyScale(report.currency), unit, COST_ENDS),
      { label: 'Years' },
    ],
    rows: report.candidates.map((candidate, i) => {
      const {
        state,
        availability,
        downtimePerYear,
        cost: { infrastructure, total },
        years,
        ruledOutBy,
      } = candidate;
      return [
        candidateName(report, candidate),
        ruledOutBy === null ? state : `${state}, by its running cost alone`,
        onLine.has(i) ? 'yes' : 'no',
        availability?.mean ?? null,
        downtimePerYear?.mean ?? null,
        downtimePerYear?.ci95[0] ?? null,
        downtimePerYear?.ci95[1] ?? null,
        infrastructure,
        total?.mean ?? null,
        total?.ci95[0] ?? null,
        total?.ci95[1] ?? null,
        years,
      ];
    }),
  };
}
