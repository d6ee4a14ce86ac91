import { formatDuration } from '../../units/index.ts';
import { a, say, formatData, formatDataRate } from './say.ts';

/** What is wrong with data and its backups. */
export const DATA = {
  backupWithoutData: (sited: boolean) =>
    say(
      "there is nothing to back up: say how much data there is, as in 'data: { size: 500 GB " +
        `}'${sited ? ', on the services in the sites that hold it' : ''}`,
    ),
  notZero: () => say('has to be above 0'),
  notBelowFull: (key: string, seconds: number, full: number) =>
    say(
      `'${key}' every ${formatDuration(seconds)} is not more often than 'full' every ${formatDuration(full)}, ` +
        'upon which it builds',
    ),
  retentionBelowFull: (retention: number, full: number) =>
    say(
      `backups are kept for ${formatDuration(retention)}, which is gone before the next full one after ` +
        `${formatDuration(full)}: keep them longer, or make full ones more often`,
    ),
  backupTooSlow: (key: string, bytes: number, rate: number, every: number) =>
    say(
      `${a(key)} backup of ${formatData(bytes)} at ${formatDataRate(rate)} takes ` +
        `${formatDuration(bytes / rate)}, longer than the ${formatDuration(every)} until the next one`,
    ),
  logTooSlow: (change: number, rate: number) =>
    say(`the log grows by ${formatDataRate(change)}, faster than 'backup-rate' ships it (${formatDataRate(rate)})`),
};
