import type { Explanation } from '../explanation.ts';

/** What follows when something is broken on purpose. */
export const EXPERIMENTS = {
  noticed: {
    formula: 'noticed = runs in which the entry service was down ÷ all runs',
    inputs:
      'Each run begins with the system in its long-run state, at a moment of its own, and then the fault strikes.',
    assumes: 'Being down is answering less than 1 − error-rate of the requests. Fewer errors than that go unnoticed.',
    differs:
      'The arithmetic says whether enough is left when all failovers are done. Here the seconds until then ' +
      'count as well.',
  },
  recovered: {
    formula: 'recovered = runs that ended with the entry service answering and nothing lost for good ÷ all runs',
    inputs:
      'Each run goes on until what was broken is whole again and the ' +
      'service answers, or until nothing more can happen.',
    assumes:
      'A run recovered too if it took days: how long is in the recovery time. Writes that a backup does not ' +
      'hold are data loss; data with no backup to restore from is lost for good.',
    differs: 'A drill that nobody tried is a hope. The arithmetic recovers always.',
  },
  experimentRecovery: {
    formula: 'recovery time of a run = seconds of its longest incident',
    inputs:
      'The runs that users noticed, each as one observation: p95 is what 95 of 100 of them stay within. How ' +
      'many noticed is told beside it.',
    assumes: 'What fails meanwhile by itself counts too, as it would on the day.',
    differs:
      'Of a year’s incidents most are small. A drill shows the one that the plan is for. The arithmetic has neither.',
  },
  experimentLoss: {
    formula: 'data loss of a run = all seconds of writes that were lost in it',
    inputs:
      'Of the runs that users noticed or that lost something: the lag of the standby that took over, or the ' +
      'age of the newest backup that could be restored.',
    assumes:
      'Hours in which nobody could write lose nothing. Data lost for good is beyond any number: with any of it ' +
      'the mean is for good, and so is a quantile that falls among such runs.',
    differs: 'The arithmetic has no data. This is what the RPO is held against.',
  },
  experimentTarget: {
    formula:
      'met: at least 95% of the runs that users noticed are within the goal, with 95% confidence; missed: ' +
      'fewer are; else undecided',
    inputs:
      'The model’s RTO and RPO, and the recovery time and data loss of each run that was noticed or lost ' +
      'something. A run still down 30 days after the fault was over is followed no further and is beyond them.',
    assumes:
      'A run that nobody noticed says nothing of a recovery, unless that is all that they say: then the goal is met.',
    differs:
      'The same goals over a year’s incidents can have another verdict: there the small ones outnumber the ' +
      'disasters. The arithmetic gives none.',
  },
  strategies: {
    formula:
      'a point for each strategy: p95 of the data loss across, p95 of the recovery time up, its area the relative cost',
    table: {
      columns: ['Strategy', 'RPO', 'RTO', 'Cost'],
      rows: [
        ['backup and restore', 'hours', '1–4 h and more', '1.1×'],
        ['pilot light', 'minutes', 'tens of minutes', '1.1–1.5×'],
        ['warm standby', 'seconds to minutes', '5–15 min', '1.5×'],
        ['active-active', '~0', '~0', '2×'],
      ],
    },
    inputs:
      'The four models of the gallery, each with its region lost a thousand times and with a run of ordinary ' +
      'years for its cost. The table is as published.',
    assumes:
      'The same shop in each, so that only the strategy differs. Where publications say minutes or hours, the ' +
      'frames are drawn from one to the next unit.',
    differs:
      'RTO and RPO are what somebody promises; a run measures what happened. For the arithmetic all four are ' +
      'two regions, and equally good.',
  },
} as const satisfies Record<string, Explanation>;
