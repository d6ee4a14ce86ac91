import { clockField, FLEET, type Program } from '../compile/program.ts';
import type { Luck } from '../observe/luck.ts';
import { drawMean } from '../random/draw-table.ts';
import { SECONDS_PER_YEAR } from '../units/table.ts';

/*
 * Controls: how far chance has been from what was to be expected, source by source. Each has the expected value 0
 * exactly: failures against their long-run rate (the history begins in the steady state, so by renewal theory it holds
 * from the first day on); delays against their means and chances against their probabilities (Wald: whatever decides
 * that there is another draw, decides it before the draw); failures that strike whoever is active against what can
 * strike them (`observe/exposure.ts`). Sums over years.
 */

/**
 * What the controls of a program are: failures and repairs, each by clock or by cause; delays and chances of all other
 * streams.
 */
interface ControlLayout {
  /** Columns in all. */
  readonly count: number;
  /** Of failures; as many of repairs follow, and then the others. */
  readonly rows: number;
  /** [clock] column of its failures. */
  readonly rowOf: Int32Array;
  /** Streams that are no clock's. */
  readonly others: Int32Array;
  /** Services that have an active member. */
  readonly roles: Int32Array;
}

/** @param byCause sources that share a cause, as the replicas of a service do, are one */
export function controlLayout(p: Program, byCause: boolean): ControlLayout {
  const { counts, onlyActiveServes } = p;
  const rowsOf = [p.restartStream, p.operationStream, p.dataStream, p.shockStream, p.policyStream];
  const others = Int32Array.from(rowsOf.flatMap((streams) => [...streams]));
  const rows = byCause ? counts.causes : counts.clocks;
  const rowOf = Int32Array.from({ length: counts.clocks }, (_, clock) =>
    byCause ? clockField(p, clock, FLEET.cause) : clock,
  );
  const roles = Int32Array.from(onlyActiveServes.keys()).filter((service) => onlyActiveServes[service] === 1);
  return { count: 2 * rows + 2 * others.length + roles.length, rows, rowOf, others, roles };
}

/** Adds what one replication has of each to `into`, from `at` on. */
type ReadControls = (
  into: Float64Array,
  at: number,
  luck: Pick<Luck, 'strikes' | 'repairExcess' | 'excess' | 'misses' | 'hits' | 'expectedHits'>,
  years: number,
) => void;

export function controlReader(program: Program, { rows, rowOf, others, roles }: ControlLayout): ReadControls {
  const { counts, draws } = program;
  const meanOf = (clock: number, field: number) => drawMean(draws, clockField(program, clock, field));
  const perYear = Float64Array.from(
    rowOf,
    (_, clock) => SECONDS_PER_YEAR / (meanOf(clock, FLEET.upDraw) + meanOf(clock, FLEET.downDraw)),
  );
  return (into, at, { strikes, repairExcess, excess, misses, hits, expectedHits }, years) => {
    for (let clock = 0; clock < counts.clocks; clock++) {
      into[at + rowOf[clock]] += strikes[clock] - perYear[clock] * years;
      into[at + rows + rowOf[clock]] += repairExcess[clock];
    }
    for (let i = 0; i < others.length; i++) {
      into[at + 2 * rows + i] += excess[others[i]];
      into[at + 2 * rows + others.length + i] += misses[others[i]];
    }
    const role = at + 2 * rows + 2 * others.length;
    for (let i = 0; i < roles.length; i++) into[role + i] += hits[roles[i]] - expectedHits[roles[i]];
  };
}

/** [column by clock] the column by cause that it belongs to. */
export function joinedColumns(byClock: ControlLayout, byCause: ControlLayout): Int32Array {
  const { rows, rowOf } = byCause;
  return Int32Array.from({ length: byClock.count }, (_, column) => {
    if (column < byClock.rows) return rowOf[column];
    if (column < 2 * byClock.rows) return rows + rowOf[column - byClock.rows];
    return column - 2 * byClock.rows + 2 * rows;
  });
}
