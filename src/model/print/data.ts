import {
  writeData,
  writeDataPrice,
  writeDataRate,
  writeShare,
  writeStoragePrice,
  writeTime,
} from '../../units/index.ts';
import type { Backup, DataSet, Model } from '../model.ts';
import { writeConstant } from './times.ts';
import { present, type Printed } from './tree.ts';

export function printData({ sizeBytes, changeBytesPerSecond, costPerByteSecond }: DataSet, currency: string): Printed {
  return {
    size: writeData(sizeBytes),
    'change-rate': writeDataRate(changeBytesPerSecond),
    cost: writeStoragePrice(costPerByteSecond, currency),
  };
}

/** No rate at all is no time, which cannot be written. */
export function printBackup(backup: Backup, { currency, domains }: Model): Printed {
  const rate = (bytesPerSecond: number): string | undefined =>
    bytesPerSecond === Infinity ? undefined : writeDataRate(bytesPerSecond);
  const time = (seconds: number | null): string | undefined => (seconds === null ? undefined : writeTime(seconds));
  return present({
    full: writeTime(backup.fullSeconds),
    differential: time(backup.differentialSeconds),
    incremental: time(backup.incrementalSeconds),
    'log-shipping': time(backup.logSeconds),
    retention: writeTime(backup.retentionSeconds),
    'backup-rate': rate(backup.backupRate),
    'restore-rate': rate(backup.restoreRate),
    'replay-rate': rate(backup.replayRate),
    provision: writeConstant(backup.provision),
    copies: backup.copies.length === 0 ? undefined : backup.copies.map((i) => domains[i].name),
    restorable: writeShare(backup.restorable),
    drill: time(backup.drillSeconds),
    cost: writeStoragePrice(backup.costPerByteSecond, currency),
    'transfer-cost': writeDataPrice(backup.transferCostPerByte, currency),
  });
}
