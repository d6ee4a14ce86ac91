import { figureText } from '../../../src/report/figure-text.ts';
import { duration, number, percent, range, whole } from '../../../src/units/figure.ts';
import { formatPercent } from '../../../src/units/format.ts';
import { TIME_SCALE } from '../../../src/units/scale.ts';
import { SECONDS_PER_YEAR } from '../../../src/units/table.ts';
import type { Explanation } from '../explanation.ts';
import { quantileTexts } from './quantile-texts.ts';

const DOWN = 'availability.downtimePerYear.mean';

/** The answer itself, and what stands beside it. */
export const AVAILABILITY = {
  availability: {
    formula: 'A = time not down ÷ all time = 1 − downtime a year ÷ 1 year',
    numbers: (report) => `1 − ${figureText(DOWN, report)} ÷ 365.25 days = ${figureText('availability.mean', report)}`,
    inputs:
      'Down is every moment in which the entry service answers less than 1 − error-rate of its requests (95% ' +
      'unless the model says otherwise).',
    assumes:
      'The model’s failures, repairs and failovers are those of your system: the interval knows nothing of a ' +
      'failure that nobody wrote down.',
    differs:
      'The arithmetic takes each replica for independent and each failover for instant. The simulation lets ' +
      'zones take all that is in them, waits for health checks, and fails over in the time that it takes.',
  },
  nines: {
    formula: 'nines = −log₁₀(1 − A)',
    numbers: (report) =>
      report.availability.nines === null
        ? null
        : `−log₁₀(1 − ${figureText('availability.mean', report)}) = ${figureText('availability.nines', report)}`,
    inputs: 'Only the availability. 99.9% are three nines, 99.99% four, and each nine more is a tenth of the downtime.',
    assumes: 'It is rounded down: 99.989% is 3.9 nines and not 4.',
    differs:
      'Nothing differs but the availability that goes in. Without any downtime seen there is no number of ' +
      'nines, only an upper bound on the downtime.',
  },
  requests: {
    formula: 'mean over all time of served(t), the share of requests answered at the moment t',
    numbers: (report) => `mean of served = ${figureText('availability.requests', report)}`,
    inputs:
      'A service’s own share is what its mode says: all, none, or healthy ÷ required. It is multiplied by the ' +
      'shares of the services that it needs, and by f + (1 − f) × share for those that it only wants.',
    assumes: 'Requests come evenly over the year: an outage at night counts as much as one at noon.',
    differs:
      'Availability counts a moment as up or down. This figure counts half-failed moments by half, so it is ' +
      'lower where much is degraded, and higher where outages still answer some.',
  },
  degraded: {
    formula: 'share of time with 1 − error-rate ≤ served(t) < 1',
    numbers: (report, model) => {
      const { degraded } = report.availability;
      const ofYear = (share: number) => share * SECONDS_PER_YEAR;
      const down = duration(ofYear(degraded.mean), [ofYear(degraded.ci95[0]), ofYear(degraded.ci95[1])]);
      const least = formatPercent(1 - (model?.sla.errorRate ?? 0.05));
      const share = figureText('availability.degraded', report);
      return `between ${least} and 100% answered: ${share} of the time, ${down} a year`;
    },
    inputs:
      'Some requests fail, but few enough that the system does not count as down: a dead member still in ' +
      'rotation, a cache that is missing, clients that are still moving over.',
    assumes:
      'The error rate allowed is the right line between a nuisance and an outage; move it with sla: { error-rate: … }.',
    differs: 'The arithmetic knows up and down alone, and has no such state.',
  },
  out: {
    formula: 'share of time with served(t) = 0',
    numbers: (report) => {
      const { mean, ci95 } = report.availability;
      return (
        `nothing answered ${figureText('availability.out', report)} of the time; down ` +
        `${percent(1 - mean, [1 - ci95[1], 1 - ci95[0]])} of it`
      );
    },
    inputs: 'The moments in which not one request is answered. It is part of the downtime, never more than it.',
    assumes: 'A service below its required members answers nothing, unless the model says below-required: degraded.',
    differs:
      'The arithmetic’s outages are always full. Here clients can still be moving over by DNS, and a part of ' +
      'the members can still answer, while the whole counts as down.',
  },
  arithmetic: {
    formula:
      'replica: A = own × its domains’; k of n: Σ C(n,j) Aʲ (1 − A)ⁿ⁻ʲ for j ≥ k; services in a row: A₁ × A₂ × …',
    numbers: (report) => {
      const down = report.availability.arithmeticUnavailability;
      return down === null
        ? null
        : `it comes to ${figureText('availability.arithmeticUnavailability', report)}, ` +
            `${duration(down * SECONDS_PER_YEAR)} down a year`;
    },
    inputs:
      'MTBF and MTTR of every failure mode, as MTBF ÷ (MTBF + MTTR), and each service’s required and replicas. ' +
      'A wanted service counts like a needed one if the rest without it would be called down.',
    assumes:
      'Failures are independent, noticed at once, failed over perfectly and at once, and what is left can ' +
      'carry the load.',
    differs:
      'Two replicas in one zone get a zone each, and shocks, detection, failover, restart and rebuild are left ' +
      'out. What reality takes off this figure is what the simulation is for.',
  },
  gap: {
    formula: 'factor = simulated downtime ÷ downtime that the arithmetic claims',
    numbers: (report) => {
      const { downtimePerYear: down, arithmeticUnavailability } = report.availability;
      const claimed = (arithmeticUnavailability ?? 0) * SECONDS_PER_YEAR;
      if (!(claimed > 0) || down.mean === 0) return null;
      return (
        `${figureText(DOWN, report)} ÷ ${duration(claimed, null)} = ` +
        `${number(down.mean / claimed, [down.ci95[0] / claimed, down.ci95[1] / claimed])}`
      );
    },
    inputs: 'The mean downtime a year of this run, and that of the same model by multiplication.',
    assumes:
      'Both take the same failures and repairs. They agree where failures really are independent and nothing ' +
      'takes time to fail over.',
    differs:
      'A large factor says that shared domains, shocks, detection or failover rule this system, and that more ' +
      'replicas of the same kind will not help.',
  },
  periods: {
    formula: 'downtime = (1 − A) × period; a year is 365.25 days, a month a twelfth of it',
    numbers: (report) => {
      const { mean, ci95 } = report.availability.downtimePerYear;
      return (
        `(1 − ${figureText('availability.mean', report)}) × 30.4 days = ` +
        `${duration(mean / 12, [ci95[0] / 12, ci95[1] / 12])} a month`
      );
    },
    inputs: 'The mean downtime of a year, spread evenly.',
    assumes: 'It is an average. Outages come in lumps: most days have none at all, and one has hours.',
    differs: 'Nothing but the availability that goes in; the tab Downtime shows how the years really differ.',
  },
  downtimePerYear: {
    formula: 'mean over all simulated years of the seconds down',
    numbers: (report) => {
      const { mean, ci95 } = report.availability.downtimePerYear;
      return (
        `over ${whole(report.run.years)} years: ${figureText(DOWN, report)}, 95% interval ` +
        `${range(mean, ci95, TIME_SCALE)}`
      );
    },
    inputs:
      'Each moment of downtime counts in the year in which it passes, also that of an incident which began the ' +
      'year before.',
    assumes:
      'Every failure clock starts in its long-run state, so that the years are those of a system in operation, ' +
      'unless the model says warm-up: 0 s.',
    differs:
      'The arithmetic’s figure is (1 − A) × 1 year. It means the same, without shared domains, detection, ' +
      'failover and shocks.',
  },
  downtimeQuantiles: {
    formula: 'p95 = the downtime that 95 of 100 single years stay within',
    numbers: (report) => {
      const texts = quantileTexts('availability.downtimePerYear', report);
      return texts && `half of the years have at most ${texts.p50}, 95% at most ${texts.p95}, 99% at most ${texts.p99}`;
    },
    inputs:
      'The downtime of each simulated year by itself. Quantiles are exact to 0.4%, with intervals from the ' +
      'order of the years.',
    assumes: 'Years of one history can depend on each other a little, where something stays broken over New Year.',
    differs:
      'The arithmetic gives one average and nothing of its spread. Where outages are rare and long, most years ' +
      'are better than the mean and a few are far worse.',
  },
  perfectYears: {
    formula: 'years without any downtime ÷ all years',
    numbers: ({ availability: { perfectYears }, run }) =>
      `${whole(Math.round(perfectYears * run.years))} ÷ ${whole(run.years)} = ${formatPercent(perfectYears)}`,
    inputs: 'Single years of 365.25 days, each on its own.',
    assumes: 'One second below the line spoils a year.',
    differs:
      'The arithmetic cannot say it: the same availability can come from a minute in each year or from a day ' +
      'in each century.',
  },
} as const satisfies Record<string, Explanation>;
