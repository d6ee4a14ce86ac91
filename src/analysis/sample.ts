import type { Program } from '../compile/program.ts';
import type { Luck } from '../observe/luck.ts';
import { controlLayout, controlReader } from './controls.ts';
import { FIGURE } from './pairs.ts';

/** How replications are grouped, the same for all models of a comparison. */
export interface Grouping {
  readonly groups: number;
  readonly replicationsPerGroup: number;
  /** See `controls.ts`. */
  readonly byCause: boolean;
}

/**
 * What groups of replications came to, in the order of the history: rows of every model's figures (`FIGURE`) followed
 * by its controls, one model after the other, as sums over replications. A batch has the rows that it has a part in.
 */
export interface Sample {
  /** The group of the first row. */
  readonly first: number;
  readonly rows: Float64Array;
}

/** More groups than this tell no more of a mean, and take memory. */
const MOST_GROUPS = 2000;
/** Numbers in all: 32 MB. */
const MOST_NUMBERS = 4e6;

/** How to group a comparison's replications; null: there is nothing to group, or no room for it. */
export function groupingOf(programs: readonly Program[], replications: number): Grouping | null {
  const replicationsPerGroup = Math.ceil(replications / MOST_GROUPS);
  const groups = Math.floor(replications / replicationsPerGroup);
  const grouping = (byCause: boolean): Grouping => ({ groups, replicationsPerGroup, byCause });
  const byCause = [false, true].find(
    (joined) => groups * rowOffsets(programs, grouping(joined)).at(-1)! <= MOST_NUMBERS,
  );
  return byCause === undefined ? null : grouping(byCause);
}

/** Numbers in a row: where each model's begin, and at the end how many there are. */
export function rowOffsets(programs: readonly Program[], { byCause }: Grouping): number[] {
  const offsets: number[] = [0];
  for (const program of programs)
    offsets.push(offsets.at(-1)! + FIGURE.entries + controlLayout(program, byCause).count);
  return offsets;
}

/** Rows for the replications from `from` to `end`, exclusive; replications beyond the last whole group have none. */
export function createSample(
  programs: readonly Program[],
  grouping: Grouping | null,
  from: number,
  end: number,
): Sample {
  if (grouping === null) return { first: 0, rows: new Float64Array(0) };
  const first = Math.floor(from / grouping.replicationsPerGroup);
  const last = Math.min(grouping.groups, Math.ceil(end / grouping.replicationsPerGroup));
  return { first, rows: new Float64Array(Math.max(0, last - first) * rowOffsets(programs, grouping).at(-1)!) };
}

/** Batches are merged in their order, so that a group that lies in two of them is summed in one order only. */
export function mergeSample(into: Sample, from: Sample, width: number): void {
  const at = (from.first - into.first) * width;
  for (let i = 0; i < from.rows.length; i++) into.rows[at + i] += from.rows[i];
}

/** Adds one replication of each model. */
type AddToSample = (
  sample: Sample,
  replication: number,
  figures: readonly Float64Array[],
  lucks: readonly Luck[],
  years: number,
) => void;

export function sampler(programs: readonly Program[], grouping: Grouping | null): AddToSample {
  if (grouping === null) return () => undefined;
  const offsets = rowOffsets(programs, grouping);
  const width = offsets.at(-1)!;
  const readers = programs.map((program) => controlReader(program, controlLayout(program, grouping.byCause)));
  return ({ first, rows }, replication, figures, lucks, years) => {
    const group = Math.floor(replication / grouping.replicationsPerGroup);
    if (group >= grouping.groups) return;
    const row = (group - first) * width;
    readers.forEach((read, model) => {
      const at = row + offsets[model];
      for (let i = 0; i < FIGURE.entries; i++) rows[at + i] += figures[model][i];
      read(rows, at + FIGURE.entries, lucks[model], years);
    });
  };
}
