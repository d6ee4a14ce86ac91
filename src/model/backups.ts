import type { Backup, Service } from './model.ts';

/** All policies by which a service is backed up, in the order in which they are written. */
export function backupsOf({ backup, moreBackups }: Pick<Service, 'backup' | 'moreBackups'>): readonly Backup[] {
  return backup === null ? [] : [backup, ...moreBackups];
}

/** What several policies of one service are called among a model's words. */
export function wordsOfBackups(
  words: readonly string[],
  services: readonly Pick<Service, 'moreBackups'>[],
): readonly string[] {
  const isUsed = services.some(({ moreBackups }) => moreBackups.length > 0);
  return isUsed ? [...words, 'service.backup=several'].sort() : words;
}
