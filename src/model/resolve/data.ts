import { AT_ONCE } from '../../random/distribution.ts';
import { formatNumber } from '../../units/index.ts';
import type { Field, ReadRecord } from '../language/kinds.ts';
import type { BackupFields, ScheduleRecord, ServiceFields } from '../language/types.ts';
import { messages } from '../messages/index.ts';
import type { Backup, DataSet, Service } from '../model.ts';
import type { Report } from '../report.ts';
import { isBad, valueOr } from './fields.ts';
import { MODEL_LIMITS } from './limits.ts';
import type { Names } from './names.ts';

const MONTH_SECONDS = 30 * 86_400;

export function resolveData({ data }: ServiceFields): DataSet | null {
  if (data?.ok !== true) return null;
  const { size, 'change-rate': change, cost } = data.value.fields;
  return { sizeBytes: valueOr(size, 0), changeBytesPerSecond: valueOr(change, 0), costPerByteSecond: valueOr(cost, 0) };
}

/** How much is backed up; null where that is not known. */
export type Volume = Pick<DataSet, 'sizeBytes' | 'changeBytesPerSecond'> | null;

/** Its policies, in the order in which they are written. */
export function resolveBackups(
  { backup }: ServiceFields,
  volume: Volume,
  domains: Names,
  report: Report,
): Pick<Service, 'backup' | 'moreBackups'> {
  const [first = null, ...moreBackups] = valueOr(backup, []).flatMap((each) =>
    each.ok ? [resolveBackup(each.value, volume, domains, report)] : [],
  );
  return { backup: first, moreBackups };
}

function resolveBackup(
  { fields, at }: ReadRecord<BackupFields>,
  volume: Volume,
  domains: Names,
  report: Report,
): Backup {
  const restorable = valueOr(fields.restorable, 1);
  for (const key of ['backup-rate', 'restore-rate', 'replay-rate', 'drill'] as const) above0(fields[key], report);
  if (fields.restorable?.ok === true && restorable === 0)
    report.warning(fields.restorable.at, messages.neverRestores());
  if (fields['restore-rate'] === undefined && volume !== null && volume.sizeBytes > 0)
    report.warning(at, messages.restoresInNoTime(volume.sizeBytes));
  const copies = domains.findAll(valueOr(fields.copies, []), 'error');
  if (
    fields['transfer-cost']?.ok === true &&
    fields['transfer-cost'].value > 0 &&
    copies.length < 2 &&
    !isBad(fields.copies)
  ) {
    report.warning(
      fields['transfer-cost'].at,
      messages.noEffect('transfer-cost', 'it is paid for each copy after the first'),
    );
  }
  const restoreRate = valueOr(fields['restore-rate'], Infinity);
  const resolved: Backup = {
    fullSeconds: interval(fields.full, report) ?? Infinity,
    differentialSeconds: interval(fields.differential, report),
    incrementalSeconds: interval(fields.incremental, report),
    logSeconds: valueOr(fields['log-shipping'], null),
    retentionSeconds: valueOr(fields.retention, MONTH_SECONDS),
    backupRate: valueOr(fields['backup-rate'], Infinity),
    restoreRate,
    replayRate: valueOr(fields['replay-rate'], restoreRate),
    provision: valueOr(fields.provision, AT_ONCE),
    copies,
    restorable,
    drillSeconds: valueOr(fields.drill, null),
    costPerByteSecond: valueOr(fields.cost, 0),
    transferCostPerByte: valueOr(fields['transfer-cost'], 0),
  };
  if (fields.full?.ok === true) {
    checkIntervals(fields, resolved, report);
    checkKept(fields, resolved, report);
    if (volume !== null) checkRates(fields, resolved, volume, report);
  }
  return resolved;
}

function interval(field: Field<number | ScheduleRecord> | undefined, report: Report): number | null {
  if (field?.ok !== true) return null;
  const every: Field<number> | undefined =
    typeof field.value === 'number' ? { ok: true, value: field.value, at: field.at } : field.value.fields.every;
  above0(every, report);
  return valueOr(every, null);
}

function above0(field: Field<number> | undefined, report: Report): void {
  if (field?.ok === true && field.value === 0) report.error(field.at, messages.notZero());
}

/** A backup is of use only with the full one that it builds upon, and only while both are kept. */
function checkIntervals(fields: BackupFields, backup: Backup, report: Report): void {
  const full = backup.fullSeconds;
  const others = [
    ['differential', backup.differentialSeconds],
    ['incremental', backup.incrementalSeconds],
    ['log-shipping', backup.logSeconds],
  ] as const;
  for (const [key, seconds] of others) {
    const at = fields[key]?.at;
    if (at !== undefined && seconds !== null && seconds >= full)
      report.error(at, messages.notBelowFull(key, seconds, full));
  }
  if (backup.retentionSeconds < full && !isBad(fields.retention)) {
    report.error(
      fields.retention?.at ?? fields.full?.at ?? { line: 1, column: 1, path: '' },
      messages.retentionBelowFull(backup.retentionSeconds, full),
    );
  }
}

/** Whether more backups are kept at once than anybody would look through for one that restores. */
function checkKept({ full, incremental, differential, retention }: BackupFields, backup: Backup, report: Report): void {
  const every = Math.min(
    backup.fullSeconds,
    backup.incrementalSeconds ?? Infinity,
    backup.differentialSeconds ?? Infinity,
  );
  const kept = backup.retentionSeconds / every;
  const at = retention?.at ?? incremental?.at ?? differential?.at ?? full?.at;
  if (at !== undefined && every > 0 && kept > MODEL_LIMITS.backups)
    report.error(at, messages.tooManyBackups(formatNumber(kept), formatNumber(MODEL_LIMITS.backups)));
}

/** Whether each backup is done before the next one begins. */
function checkRates(fields: BackupFields, backup: Backup, volume: NonNullable<Volume>, report: Report): void {
  const { sizeBytes, changeBytesPerSecond } = volume;
  const changed = (seconds: number): number => Math.min(sizeBytes, changeBytesPerSecond * seconds);
  const { fullSeconds, differentialSeconds, incrementalSeconds, logSeconds, backupRate } = backup;
  if (!(backupRate > 0)) return;
  const kinds = [
    ['full', fullSeconds, sizeBytes],
    // The last one before the next full backup is the largest.
    ['differential', differentialSeconds, changed(fullSeconds)],
    ['incremental', incrementalSeconds, changed(incrementalSeconds ?? 0)],
  ] as const;
  for (const [key, every, bytes] of kinds) {
    const at = fields[key]?.at;
    if (at !== undefined && every !== null && every > 0 && bytes / backupRate > every)
      report.error(at, messages.backupTooSlow(key, bytes, backupRate, every));
  }
  // The log has every change in it, also the second one of the same byte.
  if (logSeconds !== null && fields['log-shipping'] !== undefined && changeBytesPerSecond > backupRate) {
    report.error(fields['log-shipping'].at, messages.logTooSlow(changeBytesPerSecond, backupRate));
  }
}
