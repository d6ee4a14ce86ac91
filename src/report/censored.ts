import { NO_END } from '../analysis/for-good.ts';
import type { RecoveryFigures } from '../analysis/report.ts';

/** `3 of 20 incidents had not ended …`, and what is done with them; empty where all have ended. */
export function censoredText({ count, censored }: Pick<RecoveryFigures, 'count' | 'censored'>): string[] {
  if (censored === 0) return [];
  const counted = count.toLocaleString('en-US');
  const which =
    censored < count
      ? `${censored.toLocaleString('en-US')} of ${counted} incidents`
      : count === 1
        ? 'The only incident'
        : `All ${counted} incidents`;
  const [they, stand, have] = censored === 1 ? ['it', 'counts', 'has'] : ['they', 'count', 'have'];
  return [
    `${which} had not ended 100 years past the simulated ones, or after as many events more as the history ` +
      `had: ${they} ${stand} as down until the ` +
      `simulated years end and as beyond every goal, and ${have} no length, so that the mean is not known and ` +
      `'${NO_END}' stands for what falls among such.`,
  ];
}
