import alea from 'seedrandom/lib/alea.js';
import { describe, expect, test } from 'vitest';
import { CountingProbe } from '../../src/observe/counting-probe.ts';
import { createTally, observe } from '../../src/observe/tally.ts';
import { compile } from '../../src/compile/compile.ts';
import { planRestore, RESTORE } from '../../src/engine/backups.ts';
import { createEngine } from '../../src/engine/engine.ts';
import { start } from '../../src/engine/start.ts';
import { parseModel } from '../../src/model/index.ts';

const HOUR = 3600;
const DAY = 24 * HOUR;
const DRAWS = 20_000;
const YEAR = 365.25 * DAY;

interface Chain {
  readonly full: number;
  readonly differential: number;
  readonly incremental: number;
  readonly retention: number;
  /** Each backup restores with this chance. */
  readonly restorable: number;
  /** Times before the loss. */
  readonly drilled: number;
  readonly newestFull: number;
}

/** Seconds of writes lost in each of many losses, as the engine has it: it draws how many in a row do not restore. */
function drawn(chain: Chain): number[] {
  const seconds = (value: number) => (value === Infinity ? '' : `${value} s`);
  const key = (name: string, value: number) => (value === Infinity ? '' : `, ${name}: ${seconds(value)}`);
  const model = parseModel(`nines: 1
name: chain
components: { pg: { failures: { disk: { mtbf: 1 year, mttr: 1 h, data: lost } } } }
services: { db: { component: pg, data: { size: 1 kB }, backup: { full: ${seconds(chain.full)}, retention: ${seconds(chain.retention)}, restorable: ${100 * chain.restorable}%, backup-rate: 1 TB/s${key('differential', chain.differential)}${key('incremental', chain.incremental)}${chain.drilled === Infinity ? '' : ', drill: 1000 days'} } } }
entry: db`);
  const { program } = compile(model);
  const e = createEngine(program, new CountingProbe(program, observe(createTally(program.counts), program.counts, 10, model.targets)));
  start(e, 'a walk', 0, 10, 0, 10 * YEAR);
  const lostAt = 5 * YEAR;
  e.firstBackup = -Infinity;
  e.state.backupPhase[0] = (lostAt - chain.newestFull) % chain.full;
  e.state.drillPhase[0] = lostAt - chain.drilled;
  e.state.lostAt[0] = lostAt;
  e.state.restoredAt[0] = -Infinity;
  return Array.from({ length: DRAWS }, () => (planRestore(e, 0) === RESTORE.nothing ? Infinity : e.state.restoreLoss[0]));
}

/** The same told one by one: every backup that is kept either restores or does not, and a drill mends the chain that is newest then. Times are ages. */
function walked({ full, differential, incremental, retention, restorable, drilled, newestFull }: Chain): number[] {
  const random = alea('walk', { state: true });
  const multiples = (every: number, before: number, but = Infinity) => {
    const found: number[] = [];
    for (let i = 1; i * every < before - 1; i++) if (but === Infinity || Math.abs(i * every - Math.round((i * every) / but) * but) > 1) found.push(i * every);
    return found;
  };
  const one = (): number => {
    const isOk = () => random() < restorable;
    for (let age = newestFull; age <= retention || age === newestFull; age += full) {
      const end = Math.min(full, age);
      const isDrilled = drilled <= age && drilled > age - full;
      // Since the full backup.
      const drill = isDrilled ? age - drilled : -1;
      if (!isDrilled && !isOk()) continue;
      const differentials = multiples(differential, end);
      const tried = Math.max(0, ...differentials.filter((at) => at <= drill));
      let point = 0;
      let next = end;
      for (const at of differentials.reverse()) {
        if ((at === tried && isDrilled) || isOk()) {
          point = at;
          break;
        }
        next = at;
      }
      const isChainDrilled = tried === point;
      for (const at of multiples(incremental, end, differential)) {
        if (at <= point || at >= next) continue;
        if (!(isChainDrilled && at <= drill) && !isOk()) break;
        point = at;
      }
      return age - point;
    }
    return Infinity;
  };
  return Array.from({ length: DRAWS }, one);
}

/** Pearson's test of two samples of one size: the sum over values, and one less than how many. Rare values are one. */
function chiSquare(a: readonly number[], b: readonly number[]): { readonly sum: number; readonly freedom: number } {
  const counts = new Map<number, [number, number]>();
  [a, b].forEach((values, which) => {
    for (const value of values) {
      const key = Math.round(value);
      const both = counts.get(key) ?? [0, 0];
      both[which]++;
      counts.set(key, both);
    }
  });
  const rare: [number, number] = [0, 0];
  const common = [...counts.values()].filter((both) => {
    if (both[0] + both[1] >= 20) return true;
    rare[0] += both[0];
    rare[1] += both[1];
    return false;
  });
  const all = rare[0] + rare[1] > 0 ? [...common, rare] : common;
  return { sum: all.reduce((sum, [x, y]) => sum + (x - y) ** 2 / (x + y), 0), freedom: all.length - 1 };
}

describe('what a restore gives back is drawn in one step, and has the law of backups looked at one by one', () => {
  const NIGHTLY: Chain = { full: DAY, differential: Infinity, incremental: Infinity, retention: 12 * DAY, restorable: 0.6, drilled: Infinity, newestFull: 7.5 * HOUR };
  test.each<[string, Chain]>([
    ['full backups alone', NIGHTLY],
    ['full backups, one of which a drill has tried', { ...NIGHTLY, drilled: 3.2 * DAY }],
    ['incrementals', { ...NIGHTLY, incremental: HOUR, restorable: 0.9 }],
    ['incrementals after a drill', { ...NIGHTLY, incremental: HOUR, restorable: 0.9, drilled: 4.3 * HOUR }],
    ['differentials', { ...NIGHTLY, full: 4 * DAY, retention: 20 * DAY, newestFull: 3.3 * DAY, differential: 6 * HOUR }],
    ['differentials with incrementals between', { ...NIGHTLY, newestFull: 20.5 * HOUR, differential: 6 * HOUR, incremental: HOUR, restorable: 0.8 }],
    ['all of them, and a drill', { ...NIGHTLY, newestFull: 20.5 * HOUR, differential: 6 * HOUR, incremental: HOUR, restorable: 0.8, drilled: 11.2 * HOUR }],
  ])('%s', (_, chain) => {
    const { sum, freedom } = chiSquare(drawn(chain), walked(chain));
    expect(freedom).toBeGreaterThan(2);
    // Mean and variance of a chi-square are its degrees of freedom and twice as many.
    expect(sum).toBeLessThan(freedom + 3.5 * Math.sqrt(2 * freedom));
  });
});
