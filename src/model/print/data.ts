import { writeData, writeDataPrice, writeDataRate, writeShare, writeStoragePrice } from '../../units/index.ts';
import { backupShape } from '../language/data.ts';
import { backupsOf } from '../backups.ts';
import type { Backup, DataSet, Model, Service } from '../model.ts';
import { printTimes } from './times.ts';
import { inOrder, type Printed } from './tree.ts';

export function printData({ sizeBytes, changeBytesPerSecond, costPerByteSecond }: DataSet, currency: string): Printed {
  return {
    size: writeData(sizeBytes),
    'change-rate': writeDataRate(changeBytesPerSecond),
    cost: writeStoragePrice(costPerByteSecond, currency),
  };
}

/** One policy is written as it is, several as a list. */
export function printBackups(service: Pick<Service, 'backup' | 'moreBackups'>, model: Model): Printed | undefined {
  const policies = backupsOf(service).map((backup) => printBackup(backup, model));
  return policies.length > 1 ? policies : policies[0];
}

/** No rate at all is no time, which cannot be written. */
function printBackup(backup: Backup, { currency, domains }: Model): Printed {
  const rate = (bytesPerSecond: number): string | undefined =>
    bytesPerSecond === Infinity ? undefined : writeDataRate(bytesPerSecond);
  return inOrder(backupShape, {
    ...printTimes({ backup }, 'backup'),
    'backup-rate': rate(backup.backupRate),
    'restore-rate': rate(backup.restoreRate),
    'replay-rate': rate(backup.replayRate),
    copies: backup.copies.length === 0 ? undefined : backup.copies.map((i) => domains[i].name),
    restorable: writeShare(backup.restorable),
    cost: writeStoragePrice(backup.costPerByteSecond, currency),
    'transfer-cost': writeDataPrice(backup.transferCostPerByte, currency),
  });
}
