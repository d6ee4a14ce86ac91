import { duration, ends, knownOf, number, quantileRange, whole } from '../../../src/units/figure.ts';
import { TIME_SCALE } from '../../../src/units/scale.ts';
import { formatNumber, formatPercent } from '../../../src/units/format.ts';
import type { Explanation } from '../explanation.ts';

/** How the figures came about, how sure they are, and how to read what is drawn of them. */
export const RUN = {
  interval: {
    formula: '± = half of a 95% confidence interval; a hundred times the years make it about ten times narrower',
    numbers: ({
      availability: {
        downtimePerYear: { mean, ci95 },
      },
      run,
    }) =>
      `${whole(run.years)} years: downtime ${duration(mean, ci95)}, between ` +
      `${ends(mean, ci95, TIME_SCALE).join(' and ')}`,
    inputs:
      'One value from each independent history. Sums of rare events get a gamma interval (Fay & Feuer 1997), ' +
      'which may be lopsided, and an upper bound where nothing was seen.',
    assumes:
      'Of a hundred runs with other seeds, about 95 give an interval that holds the true figure of this model. ' +
      'It says how well the run knows the model, not how well the model knows your system.',
    differs:
      'The arithmetic has no interval, which does not make it sure. Figures are shown with no more digits than ' +
      'the interval supports.',
  },
  quantileInterval: {
    formula:
      'bounds = two observations in order of size, chosen by the binomial ' +
      'distribution to hold the quantile in 95% of runs',
    numbers: ({ recoveryTime: { p95, quantileCi95 } }) =>
      p95 === null
        ? null
        : `p95 of recovery ${duration(p95, knownOf(quantileCi95.p95))}, 95% interval ` +
          `${quantileRange(p95, quantileCi95.p95)}`,
    inputs: 'The incidents, or the years, in order of size.',
    assumes: 'They are independent of each other. Where they are too few for a bound, it is left open.',
    differs: 'The arithmetic has no distribution and so no quantiles.',
  },
  years: {
    formula: 'years = histories × years in each; a history lasts up to ten years',
    numbers: ({ run }) => `${whole(run.replications)} histories, ${whole(run.years)} years`,
    inputs: 'simulation.years of the model, or the number typed above the results.',
    assumes:
      'Histories are independent, and each starts in the long-run state after a warm-up (one year unless ' +
      'told). More years narrow the interval; they do not change what is estimated.',
    differs:
      'They are no forecast of ten thousand years but ten thousand chances of how next year may go. The ' +
      'arithmetic has none.',
  },
  seed: {
    formula: 'same model + same options + same seed = same report, to the last bit',
    numbers: ({ run }) => `seed ${run.seed}, nines ${run.version}`,
    inputs: 'A number or a word, from which every random draw follows by history and purpose.',
    assumes: 'The same version of nines; threads and machine do not matter, here or on the command line.',
    differs:
      'Another seed gives other years of the same model: figures move within their intervals. The arithmetic ' +
      'draws nothing.',
  },
  events: {
    formula: 'events = failures, repairs, checks and stages of failovers, warm-up included; speed = events ÷ seconds',
    numbers: ({ run }) =>
      run.seconds > 0
        ? `${whole(run.events)} ÷ ${formatNumber(run.seconds)} s = ${number(run.events / run.seconds)} a second ` +
          `on ${formatNumber(run.workers)} ${run.workers === 1 ? 'thread' : 'threads'}`
        : null,
    inputs: 'What the engine processed, on all threads together.',
    assumes:
      'Speed is that of this machine at this moment. Time and threads are the only figures that differ between ' +
      'two equal runs.',
    differs: 'The arithmetic is a handful of multiplications.',
  },
  ecdf: {
    formula: 'height at t = share of incidents that are at most t',
    numbers: ({ recoveryTime: { p50, quantileCi95 } }) =>
      p50 === null ? null : `the curve of all recoveries is at 50% at ${duration(p50, knownOf(quantileCi95.p50))}`,
    inputs:
      'All observations, counted in narrow bins; time is on a log scale, so that seconds and days fit on one axis.',
    assumes:
      'A steep part is a common length, a flat part a rare one. Where the target’s rule crosses the curve is ' +
      'the share that meets it.',
    differs:
      'Nothing is smoothed: a lump at one length, such as a constant timeout, shows as a step. The arithmetic ' +
      'has no lengths.',
  },
  downtimeCurve: {
    formula: 'height at t = share of years with more than t of downtime; it starts at 1 − perfect years',
    numbers: ({ availability: { perfectYears } }) =>
      `starts at ${formatPercent(1 - perfectYears)}, the chance of any downtime in a year`,
    inputs: 'The downtime of each single year; time is on a log scale.',
    assumes: 'Years without downtime have no place on a log scale; they stand beside it, labelled.',
    differs: 'For the arithmetic every year is the same: it would be one vertical line.',
  },
  quantiles: {
    formula: 'one dot = one year in fifty = 2% of the years',
    numbers: ({ availability: { perfectYears } }) =>
      `${Math.round(50 * perfectYears)} of 50 dots are years without downtime`,
    inputs: 'Fifty evenly spaced quantiles of a year’s downtime.',
    assumes:
      'Count the dots beyond a line to get a chance. People decide better with dots than with curves ' +
      '(Fernandes et al., CHI 2018).',
    differs: 'The arithmetic would put all dots on one spot.',
  },
  compare: {
    formula: 'mean and 95% interval: each model’s own, of the same years as the others',
    numbers: ({ run }) => `${whole(run.years)} years, seed ${run.seed}`,
    inputs: 'The text of each model; the years are the most that any of them asks for, the seed that of the first.',
    assumes:
      'The intervals are each model’s own and not of the difference: two that overlap may still differ surely, ' +
      'as the differences below them tell.',
    differs:
      'The arithmetic’s claims beside them show how the ranking would have come out without shared domains and ' +
      'failover times.',
  },
  difference: {
    formula:
      'difference = mean over the histories of (this model − the baseline); the interval is that of the ' +
      'differences, not of the two models',
    inputs:
      'Both models in the same histories: what they share by name has the same random numbers, a stream for ' +
      'each source (common random numbers; Law 2015, ch. 11.2).',
    assumes:
      'Better or worse is said where the whole 95% interval is on one side of zero. No difference shown does ' +
      'not mean that there is none: more years narrow the interval.',
    differs: 'The arithmetic has a difference without an interval, and none of what the models share.',
  },
  sweep: {
    formula: 'one point = one run of the model with that value; the band = the 95% interval of each point',
    inputs:
      'The model’s text with the parameter set to each value in turn. All points live through the same ' +
      'histories, so that the curve is smooth.',
    assumes:
      'Whatever else the model says stays as it is. Neighbours share their luck: the whole curve may lie a ' +
      'little high or low, within its band.',
    differs:
      'The arithmetic knows no detection, no failover and no shared domains: most of these curves would be ' +
      'flat for it.',
  },
  solve: {
    formula: 'halve the range until two neighbours are left: one surely meets the goal, the other surely misses it',
    inputs:
      'The goal and a range. Each value that is tried runs until its interval clears the goal, for at most ' +
      'sixteen times the years.',
    assumes:
      'Along the range the goal turns once. The five looks at each value err together as often as one 95% ' +
      'interval (O’Brien & Fleming 1979).',
    differs:
      'The arithmetic would solve an equation; here every trial has an interval, and what it cannot tell is said.',
  },
  frontier: {
    formula: 'on the frontier: a candidate that no other excels in both total cost and availability',
    inputs:
      'A list of values for each parameter that is varied: every combination is a candidate. The goals say ' +
      'which ones are feasible.',
    assumes:
      'Candidates that are surely worse are dropped early and keep wide intervals. The best one is promised ' +
      'with the confidence and the indifference that are named below it.',
    differs: 'The arithmetic would rank by redundancy alone, and put most candidates too far to the right.',
  },
} as const satisfies Record<string, Explanation>;
