import type { Backup, DataSet } from '../model/model.ts';

/*
 * How much backups hold: the one place for this arithmetic. Data is as large as it was however much of it changes, so
 * no backup of changes is larger than the data itself.
 *
 * A schedule begins anew with every full backup. A backup that would coincide with one of a higher kind is not taken:
 * with a full every week, a differential every day and an incremental every hour, a week has one full, six
 * differentials and 161 incrementals.
 */

/** Bytes of a differential backup: what has changed since the last full one. */
function differentialBytes({ sizeBytes, changeBytesPerSecond }: DataSet, secondsSinceFull: number): number {
  return Math.min(changeBytesPerSecond * secondsSinceFull, sizeBytes);
}

/** Bytes of an incremental backup: what has changed in the time since the backup before it. */
function incrementalBytes(data: DataSet, seconds: number): number {
  return differentialBytes(data, seconds);
}

/** Bytes that a policy writes to one copy between a full backup and the next, that first one included. */
export function bytesPerCycle(backup: Backup, data: DataSet): number {
  const { fullSeconds: cycle, differentialSeconds, incrementalSeconds, logSeconds } = backup;
  const between = (interval: number | null) => (interval === null ? 0 : timesWithin(cycle, interval));
  const incrementals = between(incrementalSeconds) - between(coincidence(incrementalSeconds, differentialSeconds));
  const differentials =
    differentialSeconds === null ? 0 : sumOfDifferentials(data, differentialSeconds, between(differentialSeconds));
  const incremental =
    incrementals > 0 && incrementalSeconds !== null ? incrementals * incrementalBytes(data, incrementalSeconds) : 0;
  const log = logSeconds === null ? 0 : data.changeBytesPerSecond * cycle;
  return data.sizeBytes + differentials + incremental + log;
}

/** Bytes a second that a policy writes to one copy, in the long run. */
export function writtenBytesPerSecond(backup: Backup, data: DataSet): number {
  return bytesPerCycle(backup, data) / backup.fullSeconds;
}

/**
 * Bytes that one copy of a policy's backups holds on average: of each kind as many as are taken during the retention
 * (retention / interval), each of its mean size; of the log all that was written during the retention.
 */
export function storedBytes(backup: Backup, data: DataSet): number {
  return writtenBytesPerSecond(backup, data) * backup.retentionSeconds;
}

/**
 * Σ min(change × k × interval, size) over k = 1 … n, without a loop: those that have not reached the size, then the
 * rest.
 */
function sumOfDifferentials(data: DataSet, interval: number, n: number): number {
  const step = data.changeBytesPerSecond * interval;
  const growing = step > 0 ? Math.min(n, Math.floor(data.sizeBytes / step)) : n;
  return (step * growing * (growing + 1)) / 2 + (n - growing) * data.sizeBytes;
}

/** Intervals are held to be multiples of each other where only rounding says otherwise. */
const ROUNDING = 1e-9;

/**
 * How often something that is due every `interval` seconds is due within a cycle, neither at its beginning nor at its
 * end.
 */
function timesWithin(cycle: number, interval: number): number {
  return Math.max(0, Math.ceil((cycle / interval) * (1 - ROUNDING)) - 1);
}

/** Seconds after which both are due at once: the least common multiple, in whole milliseconds; null: never. */
function coincidence(a: number | null, b: number | null): number | null {
  if (a === null || b === null) return null;
  const [x, y] = [Math.round(a * 1000), Math.round(b * 1000)];
  return x > 0 && y > 0 ? (x / greatestCommonDivisor(x, y)) * (y / 1000) : null;
}

function greatestCommonDivisor(a: number, b: number): number {
  while (b !== 0) [a, b] = [b, a % b];
  return a;
}
