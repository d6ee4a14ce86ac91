import { targetOf } from '../../../src/analysis/target-of.ts';
import { figureText } from '../../../src/report/figure-text.ts';
import { number, roundText, whole } from '../../../src/units/figure.ts';
import { formatDuration, formatPercent } from '../../../src/units/format.ts';
import type { Explanation } from '../explanation.ts';
import { quantileTexts } from './quantile-texts.ts';

/** Writes lost, in seconds of writes. */
export const DATA = {
  dataLoss: {
    formula: 'loss of an incident = seconds of writes that its failovers lost',
    numbers: (report) =>
      report.dataLoss.mean === null
        ? null
        : `mean of ${whole(report.dataLoss.count)} incidents: ${figureText('dataLoss.mean', report)}`,
    inputs:
      'A failover to an asynchronous standby loses its lag, and all the writes that it missed while it was ' +
      'down or catching up. Synchronous replicas lose only what they missed.',
    assumes:
      'Hours in which nobody could write cost nobody any data. A service without replication loses nothing in ' +
      'a failover, as with a shared disk.',
    differs: 'The arithmetic has no data. This is what the RPO is held against.',
  },
  lossQuantiles: {
    formula: 'p95 = the loss that 95 of 100 incidents stay within',
    numbers: (report) => {
      const texts = quantileTexts('dataLoss', report);
      return texts && `half lose at most ${texts.p50}, 95% at most ${texts.p95}, 99% at most ${texts.p99}`;
    },
    inputs:
      'Every incident counts, also those without a failover, with a loss of zero: that is why a median may be 0 s.',
    assumes:
      'A failover that loses data while the service is up counts as one more observation; a permanent loss is ' +
      'beyond any number: with one of them the mean is for good, and so is a quantile that falls among them.',
    differs: 'Many incidents that lose nothing pull the p95 down: look at the share that loses nothing beside it.',
  },
  zeroLoss: {
    formula: 'incidents with a loss of zero ÷ all incidents',
    numbers: (report) =>
      report.dataLoss.zero === null
        ? null
        : `${figureText('dataLoss.zero', report)} of ${whole(report.dataLoss.count)} incidents lost nothing`,
    inputs: 'All incidents, with and without a failover.',
    assumes: 'What a client had sent and nobody had acknowledged is no loss.',
    differs: 'The arithmetic has no data and cannot say it.',
  },
  withinRpo: {
    formula: 'incidents that lost no more than the RPO ÷ all incidents',
    numbers: ({ dataLoss: { withinTarget, count }, targets }) => {
      const goal = targetOf(targets, 'rpo')?.goal;
      return withinTarget === null || goal === undefined
        ? null
        : `${formatPercent(withinTarget)} of ${whole(count)} incidents lost at most ${formatDuration(goal)}`;
    },
    inputs: 'The recovery point objective of the model, and the loss of each incident.',
    assumes: 'A loss of exactly the objective is within it.',
    differs: 'The arithmetic cannot say it, since it has neither incidents nor data.',
  },
  lossPerYear: {
    formula: 'seconds of writes lost in all failovers ÷ years',
    numbers: (report) =>
      `${figureText('dataLoss.perYear', report)}${report.dataLoss.perYear === 'for good' ? '' : ' of writes'} a year`,
    inputs: 'All losses, in the year in which they happened: with a permanent one among them it is for good.',
    assumes: 'Writes come evenly: a second is worth the same at any time of day.',
    differs: 'The arithmetic has no data. Times losses.data it is the expected loss in the costs.',
  },
  permanentLoss: {
    formula: 'times a year that data is lost with nothing to restore it from; durability ≈ 1 − that',
    numbers: ({
      dataLoss: {
        permanentPerYear: { mean, ci95 },
      },
    }) => {
      if (mean > 0) return `${number(mean, ci95)} a year, once in ${roundText(1 / mean)} years`;
      return ci95[1] > 0
        ? `none seen: less than once in ${roundText(1 / ci95[1])} years with 95% confidence`
        : 'none seen';
    },
    inputs:
      'Failures that say data: lost. Active-passive and active-active lose their data for good with the last ' +
      'copy, a quorum when fewer than the required copies are left.',
    assumes: 'There are no backups in this version; the service begins anew with nothing.',
    differs:
      'The arithmetic would multiply the copies’ chances; here copies fail together where the model says so. ' +
      'It is not in the RPO’s p95, yet a year that has one does not keep the RPO.',
  },
} as const satisfies Record<string, Explanation>;
