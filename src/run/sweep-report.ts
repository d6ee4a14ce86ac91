import type { SweepReport } from '../analysis/report.ts';
import { isRecord } from '../model/arguments.ts';

/** Whether it is what a sweep resolved to, as far as going on from it needs. */
export function isSweepReport(value: unknown): value is SweepReport {
  if (!isRecord(value) || value.nines !== 1 || value.kind !== 'sweep') return false;
  const { model, run, asked, vary, values, points } = value;
  if (!isRecord(model) || !isRecord(model.parameters) || !isRecord(run) || !isRecord(asked) || !isRecord(values))
    return false;
  return (
    Array.isArray(vary) &&
    Array.isArray(points) &&
    points.every(
      (point) => isRecord(point) && isRecord(point.parameters) && isRecord(point.report) && isRecord(point.report.run),
    )
  );
}
