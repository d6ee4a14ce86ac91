import { describe, expect, it } from 'vitest';
import { bytesPerCycle, storedBytes, writtenBytesPerSecond } from '../../src/compile/backup-volume.ts';
import type { Backup } from '../../src/model/model.ts';

const HOUR = 3600;
const DAY = 86_400;
const WEEK = 7 * DAY;
const GB = 1e9;

const policy = (fields: Partial<Backup>): Backup => ({
  fullSeconds: WEEK,
  differentialSeconds: null,
  incrementalSeconds: null,
  logSeconds: null,
  retentionSeconds: 4 * WEEK,
  backupRate: Infinity,
  restoreRate: Infinity,
  replayRate: Infinity,
  provision: { kind: 'constant', value: 0 },
  copies: [],
  restorable: 1,
  drillSeconds: null,
  costPerByteSecond: 0,
  transferCostPerByte: 0,
  ...fields,
});
/** 100 GB, of which 2 GB a day change. */
const data = { sizeBytes: 100 * GB, changeBytesPerSecond: (2 * GB) / DAY, costPerByteSecond: 0 };
const cycle = (fields: Partial<Backup>, of = data) => bytesPerCycle(policy(fields), of) / GB;

describe('what a policy writes in a cycle', () => {
  it('is the full, and differentials that grow until the next full', () => {
    expect(cycle({})).toBe(100);
    // 2 + 4 + … + 12 GB; the seventh day's is the next full.
    expect(cycle({ differentialSeconds: DAY })).toBeCloseTo(100 + 42, 9);
    expect(cycle({ differentialSeconds: WEEK })).toBe(100);
  });

  it('counts a differential no larger than the data', () => {
    const busy = { ...data, changeBytesPerSecond: (40 * GB) / DAY };
    // 40, 80, and four times 100 GB.
    expect(cycle({ differentialSeconds: DAY }, busy)).toBeCloseTo(100 + 120 + 400, 9);
  });

  it('leaves out incrementals where there is a full or a differential', () => {
    // Hourly: 167 in a week, six of them at the time of a differential.
    expect(cycle({ incrementalSeconds: HOUR })).toBeCloseTo(100 + (167 * 2) / 24, 9);
    expect(cycle({ differentialSeconds: DAY, incrementalSeconds: HOUR })).toBeCloseTo(100 + 42 + (161 * 2) / 24, 9);
    // Every 2 h and every 3 h: both at 6, 12, … 162 h.
    expect(cycle({ differentialSeconds: 3 * HOUR, incrementalSeconds: 2 * HOUR }) - cycle({ differentialSeconds: 3 * HOUR })).toBeCloseTo(((83 - 27) * 2 * 2) / 24, 9);
  });

  it('is not misled by rounding about what coincides', () => {
    expect(cycle({ fullSeconds: 0.7 * DAY, incrementalSeconds: 0.1 * DAY })).toBeCloseTo(100 + 6 * 0.2, 9);
  });

  it('has a log of all that changes, shipped often or seldom', () => {
    expect(cycle({ logSeconds: 300 })).toBeCloseTo(114, 9);
    expect(cycle({ logSeconds: 0 })).toBeCloseTo(114, 9);
  });
});

it('a policy keeps what it writes during its retention', () => {
  const weekly = policy({ differentialSeconds: DAY, retentionSeconds: 4 * WEEK });
  expect(storedBytes(weekly, data) / GB).toBeCloseTo(4 * 142, 9);
  expect((writtenBytesPerSecond(weekly, data) * WEEK) / GB).toBeCloseTo(142, 9);
});
