import type { ExperimentFigures } from '../../analysis/report.ts';
import { formatPercent } from '../../units/index.ts';
import { percent } from '../../units/figure.ts';
import { plainText } from '../text.ts';

/** Less of the runs than that is no more than a coincidence. */
const WORTH_A_WORD = 0.01;

/** Why an experiment hit less than it seems to say: sentences, none where it did not. */
export function wanderedText({ name, noticed, wandered }: ExperimentFigures): string[] {
  if (wandered === undefined || wandered.standbyStruck < WORTH_A_WORD || noticed.mean > 1 - WORTH_A_WORD) return [];
  const service = plainText(wandered.service);
  const isAtHome = wandered.standbyStruck > 1 - WORTH_A_WORD;
  const why = isAtHome
    ? `that is where it stands by; to lose the active say 'fail: ${service}.active'.`
    : `the active had wandered; say 'failback' or 'fail: ${service}.active'.`;
  return [
    `${plainText(name)}: noticed in ${percent(noticed.mean, noticed.ci95)} of runs, as it struck only a ` +
      `standby of ${service} in ${formatPercent(wandered.standbyStruck, 2)}: ${why}`,
  ];
}

/** That some runs did not recover, and what became of them; empty where all did. */
export function unrecoveredText({ name, runs, recoveryTime: { censored } }: ExperimentFigures): string[] {
  if (censored === 0) return [];
  return [
    `${plainText(name)}: ${formatPercent(censored / runs, 2)} of runs were still down 30 days after the fault ` +
      'was over and were followed no further: they count as noticed and not recovered, are in no mean, above ' +
      'every quantile, and beyond the RTO.',
  ];
}
