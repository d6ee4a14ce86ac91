import type { ExperimentsReport } from '../../analysis/report.ts';
import { identity, writeRows } from '../csv.ts';
import { experimentRows } from './rows.ts';

/** Experiments as CSV: each row is named by its experiment. */
export function renderExperimentsCsv(report: ExperimentsReport): string {
  return writeRows([...identity(report), ...report.experiments.flatMap(experimentRows)]);
}
