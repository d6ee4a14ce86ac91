import type { Estimate } from '../../analysis/report.ts';
import type { CandidateFigures, OptimizationReport } from '../../analysis/report-optimization.ts';
import { type Value, writeCsv } from '../csv.ts';

const ESTIMATES: readonly (readonly [name: string, read: (candidate: CandidateFigures) => Estimate | null])[] = [
  ['availability.mean', ({ availability }) => availability],
  ['downtimePerYear.mean', ({ downtimePerYear }) => downtimePerYear],
  ['cost.total', ({ cost }) => cost.total],
  ['objective', ({ objective }) => objective],
];

/**
 * A search as CSV, ready to be plotted: one line a candidate, as of a sweep. First the model and the parameters, then
 * its state and place on the frontier, then each figure with the bounds of its interval, in SI units and in the model's
 * currency; then each constraint's verdict and what was found of it. What is not known is empty.
 */
export function renderOptimizationCsv({ models, candidates, frontier, asked }: OptimizationReport): string {
  const names = [...new Set(models.flatMap(({ vary }) => vary))];
  const isDoubted = candidates.some(({ doubt }) => doubt !== undefined);
  const header: Value[] = [
    'model',
    ...names,
    'state',
    'frontier',
    'cost.infrastructure',
    ...ESTIMATES.flatMap(([name]) => [name, `${name}.low`, `${name}.high`]),
    ...asked.constraints.flatMap((_, i) => [
      `constraint.${i + 1}`,
      `constraint.${i + 1}.verdict`,
      `constraint.${i + 1}.value`,
    ]),
    ...(isDoubted ? ['chance'] : []),
    'run.years',
  ];
  const lines = candidates.map((candidate, i): Value[] => {
    const place = frontier.find((each) => each.candidate === i);
    return [
      models[candidate.model].name,
      ...names.map((name) => candidate.parameters[name] ?? null),
      candidate.state,
      place === undefined ? 'no' : place.isCertain ? 'certain' : 'yes',
      candidate.cost.infrastructure,
      ...ESTIMATES.flatMap(([, read]): Value[] => {
        const estimate = read(candidate);
        return estimate === null ? [null, null, null] : [estimate.mean, ...estimate.ci95];
      }),
      ...asked.constraints.flatMap(({ text }, at): Value[] => [
        text,
        candidate.constraints[at].verdict,
        candidate.constraints[at].value,
      ]),
      ...(isDoubted ? [candidate.doubt?.chance ?? null] : []),
      candidate.years,
    ];
  });
  return writeCsv([header, ...lines]);
}
