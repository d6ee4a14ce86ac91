import type { ExperimentTarget, Report } from '../../analysis/report.ts';
import { duration } from '../../units/figure.ts';
import { lossText } from '../loss.ts';
import { targetName } from '../target-name.ts';
import { plainText } from '../text.ts';

/**
 * A line for each target that an experiment misses and the run does not: over the years the small incidents outnumber
 * the disasters.
 */
export function metAndMissed({ targets, experiments = [] }: Report): string[] {
  return targets
    .filter(({ verdict }) => verdict !== 'missed')
    .flatMap(({ target, kind, verdict }) => {
      const missed = experiments.flatMap(({ name, targets: own }) =>
        own
          .filter((each) => each.target === target && each.kind === kind && each.verdict === 'missed')
          .map((each) => `${plainText(name)} (${p95(each)})`),
      );
      return missed.length === 0
        ? []
        : [
            `${targetName({ target, kind })}: ${verdict} by the run, missed by the ` +
              `${missed.length === 1 ? 'experiment' : 'experiments'} ${missed.join(', ')}.`,
          ];
    });
}

function p95({ value }: ExperimentTarget): string {
  return value === null ? 'many runs do not recover' : `p95 ${lossText(value, null, duration)}`;
}
