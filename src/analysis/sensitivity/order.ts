import type { Model } from '../../model/model.ts';
import type { Report } from '../report.ts';
import { type TimeInput, timeInputs } from './inputs.ts';

/** About how many seconds of downtime a year hang on an input: enough to begin with those that matter most. */
interface Weights {
  readonly ofTime: (input: TimeInput) => number;
  /** Of whatever makes another model of it. */
  readonly ofChange: (changed: Model) => number;
}

/**
 * Weighs inputs by what the report has found: a failure by the downtime that it began, a delay by how often what it
 * follows on happened times its length (no more than that downtime). What changes no time, as a number of replicas, may
 * change everything.
 */
export function weighInputs(model: Model, { incidents, availability }: Report): Weights {
  const causes = new Map(incidents.byCause.map((each) => [each.cause, each]));
  const ofTime = ({ causes: own, kind, seconds }: TimeInput): number =>
    own.reduce((sum, cause) => {
      const { downtimePerYear = 0, incidentsPerYear = 0 } = causes.get(cause) ?? {};
      return sum + (kind === 'delay' ? Math.min(downtimePerYear, incidentsPerYear * seconds) : downtimePerYear);
    }, 0);
  const times = new Map(timeInputs(model).map((input) => [input.name, input]));
  return {
    ofTime,
    ofChange(changed) {
      const moved = timeInputs(changed).filter(({ name, seconds }) => times.get(name)?.seconds !== seconds);
      if (moved.length === 0) return availability.downtimePerYear.mean;
      return moved.reduce((sum, { name }) => sum + (times.has(name) ? ofTime(times.get(name)!) : 0), 0);
    },
  };
}
