import { figureText } from '../../../src/report/figure-text.ts';
import { duration } from '../../../src/units/figure.ts';
import { formatPercent } from '../../../src/units/format.ts';
import type { Explanation } from '../explanation.ts';

/** What is promised to users, and how it lasts from new. */
export const PROMISE = {
  windows: {
    formula: 'windows broken = share of calendar windows with availability < promise',
    numbers: ({ windows }) =>
      windows === undefined
        ? null
        : `${formatPercent(windows.promise)} in each ${windows.window} leaves ${duration(windows.budgetSeconds)}`,
    inputs:
      'The downtime within each calendar window; a month has 30.4375 days. ' +
      'What the SLA tolerates or excludes is left out.',
    assumes:
      'An outage across the border of two windows counts in both, each its part. Only whole windows are counted.',
    differs: 'A mean over years keeps a promise that many of its months break: the arithmetic has no months.',
  },
  credits: {
    formula: 'credits = fee of a window × the share owed at its availability',
    numbers: (report) => (report.windows === undefined ? null : figureText('windows.creditsPerYear', report)),
    inputs: 'The fee and the steps of the SLA: of each window the share that its own availability owes.',
    assumes: 'Every credit is claimed, which fewer customers do than could.',
    differs: 'The arithmetic has one availability, and credits are owed for bad months and not for the mean.',
  },
  budget: {
    formula: 'budget left = 1 − downtime of the window ÷ ((1 − promise) × window)',
    numbers: ({ windows }) => (windows === undefined ? null : `a budget of ${duration(windows.budgetSeconds)}`),
    inputs: 'The downtime so far in each calendar window, against what the promise leaves.',
    assumes: 'It is new with each window. Below zero the promise is broken.',
    differs: 'The arithmetic says what is left on average, and not how often nothing is.',
  },
  mission: {
    formula: 'R(T) = share of runs from new without an incident up to T',
    numbers: ({ mission }) => (mission === undefined ? null : `T = ${duration(mission.seconds)}, ${mission.runs} runs`),
    inputs: 'Each run begins with everything new and up, and ends with its first incident.',
    assumes: 'It is followed past the mission for the mean time to the first incident, as long as can be afforded.',
    differs: 'The arithmetic knows shares of time and no first time: a system can be available and seldom last.',
  },
} satisfies Record<string, Explanation>;
