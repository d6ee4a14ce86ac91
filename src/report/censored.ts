import type { RecoveryFigures } from '../analysis/report.ts';

/** Stands where a figure falls among incidents that had not ended. */
export const NO_END = 'no end';

/** `3 of 20 incidents had not ended when …`; empty where all have. */
export function censoredText({ count, censored }: Pick<RecoveryFigures, 'count' | 'censored'>): string[] {
  if (censored === 0) return [];
  const [counted, had] = [count.toLocaleString('en-US'), censored === 1 ? 'had' : 'have'];
  const which = censored < count ? `${censored.toLocaleString('en-US')} of ${counted} incidents` : count === 1 ? 'The only incident' : `All ${counted} incidents`;
  return [`${which} ${had} not ended long after the simulated years, and ${censored === 1 ? 'has' : 'have'} no length: the mean is not known, and '${NO_END}' stands for what falls among such.`];
}
