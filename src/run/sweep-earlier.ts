import type { SweepPoint, SweepReport } from '../analysis/report.ts';
import { VERSION } from '../version.ts';
import { sha256 } from '../model/sha256.ts';
import type { SweepPlan } from './sweep-plan.ts';

/**
 * In what the sweep that a report is of differs from the one that is planned, for people; none: its points are those
 * that the plan would give again.
 */
export function differences({ base, axes, common, asked }: SweepPlan, earlier: SweepReport): string[] {
  const found: string[] = [];
  const compare = (what: string, there: unknown, here: unknown) => {
    if (JSON.stringify(there) !== JSON.stringify(here))
      found.push(`${what} ${shown(there)} there, ${shown(here)} here`);
  };
  compare('the version of nines is', earlier.run.version, VERSION);
  if (earlier.model.sha256 !== base.sha256) found.push("the model's text is another");
  // Of another text they would be further words for the same.
  else
    for (const name of Object.keys(base.parameters))
      compare(`${name} is`, earlier.model.parameters[name], base.parameters[name]);
  compare('it varies', earlier.vary.join(', '), axes.map(({ name }) => name).join(', '));
  if (found.length === 0)
    for (const { name, values } of axes) compare(`${name} takes the values`, earlier.values[name], values);
  compare('the seed is', earlier.run.seed, common.seed);
  compare('the years are', earlier.asked.years, asked.years);
  compare('the precision is', earlier.asked.precision, asked.precision);
  compare('--solve is', earlier.asked.solve, asked.solve);
  return found;
}

const MOST_VALUES = 4;

function shown(value: unknown): string {
  if (value === null || value === undefined) return 'none';
  if (Array.isArray(value))
    return value.length > MOST_VALUES
      ? `${value.slice(0, MOST_VALUES).join(', ')}, … (${value.length})`
      : value.join(', ');
  return String(value);
}

/** Points that need not be simulated again. */
export function finishedPoints({ points }: SweepReport): SweepPoint[] {
  return points.filter(({ report }) => !report.run.partial);
}

/** A point with its checksum, which leaves out what the clock and the machine decide. */
export function sealed({ parameters, report }: SweepPoint): SweepPoint {
  const run = { ...report.run, seconds: 0, workers: 0 };
  return { parameters, report, checksum: sha256(JSON.stringify([parameters, { ...report, run }])) };
}

/** What is wrong with the finished points of an earlier sweep, for people; null: they are as they were found. */
export function tampering(earlier: SweepReport): string | null {
  const other = finishedPoints(earlier).find((point) => point.checksum !== sealed(point).checksum);
  if (other === undefined) return null;
  const place = Object.entries(other.parameters)
    .map(([name, value]) => `${name} = ${shown(value)}`)
    .join(', ');
  return `the point of ${place} was changed since it was simulated`;
}
