import type { Program } from '../compile/program.ts';
import { type ControlBasis, controlBasis, controlledMean, type ControlledMean } from '../statistics/controlled.ts';
import { controlLayout, joinedColumns } from './controls.ts';
import { type MeanOf, FIGURE } from './pairs.ts';
import { type Grouping, rowOffsets, type Sample } from './sample.ts';

/** A difference of two models with chance taken out of it; per year. */
export interface ControlledDifference extends ControlledMean {
  /** Variance that it would have between two runs of their own. */
  readonly unpaired: number;
}

/** Differences of every two models; null where the sample does not bear its controls. */
export interface ControlledDifferences {
  /** @param entry of `FIGURE` */
  of(from: number, to: number, entry: number): ControlledDifference | null;
  /** Of means over incidents, seconds. */
  ofMeans(from: number, to: number, of: MeanOf): ControlledDifference | null;
}

/**
 * With fewer groups in which the two differ for each control, the regression would fit what happened to happen in a
 * handful of them. (That also keeps the residuals near to normal.)
 */
const GROUPS_PER_CONTROL = 5;
/** And with fewer of them at all it would be too sure of long outages of which it has seen a handful. */
const FEWEST_GROUPS = 200;

/** @param replications that the sample has, from the first one on */
export function controlledDifferences(
  programs: readonly Program[],
  grouping: Grouping,
  { rows }: Sample,
  replications: number,
): ControlledDifferences {
  const offsets = rowOffsets(programs, grouping);
  const width = offsets.at(-1)!;
  const groups = Math.min(grouping.groups, Math.floor(replications / grouping.replicationsPerGroup));
  const column = (at: number, scale = 1) =>
    Float64Array.from({ length: groups }, (_, group) => rows[group * width + at] * scale);
  const figure = (model: number, entry: number) => column(offsets[model] + entry, 1 / grouping.replicationsPerGroup);
  const bases = new Map<string, ControlBasis | null>();

  /** By clock, or, where those are too many, by cause. */
  function basisOf(from: number, to: number, most: number): ControlBasis | null {
    for (const isJoined of grouping.byCause ? [false] : [false, true]) {
      const key = `${from} ${to} ${isJoined}`;
      let basis = bases.get(key);
      if (basis === undefined) {
        basis = controlBasis(
          [from, to].flatMap((model) => columnsOf(model, isJoined)),
          Math.floor(groups / GROUPS_PER_CONTROL),
        );
        bases.set(key, basis);
      }
      if (basis !== null && basis.directions.length <= most) return basis;
    }
    return null;
  }

  function columnsOf(model: number, isJoined: boolean): Float64Array[] {
    const layout = controlLayout(programs[model], grouping.byCause);
    const at = offsets[model] + FIGURE.entries;
    const columns = Array.from({ length: layout.count }, (_, i) => column(at + i));
    if (!isJoined) return columns;
    const coarse = controlLayout(programs[model], true);
    const joined = Array.from({ length: coarse.count }, () => new Float64Array(groups));
    joinedColumns(layout, coarse).forEach((target, i) =>
      columns[i].forEach((value, group) => (joined[target][group] += value)),
    );
    return joined;
  }

  function differ(from: number, to: number, first: Float64Array, second: Float64Array): ControlledDifference | null {
    const values = second.map((value, group) => value - first[group]);
    const differing = values.reduce((count, value) => count + (value === 0 ? 0 : 1), 0);
    const basis = differing < FEWEST_GROUPS ? null : basisOf(from, to, Math.floor(differing / GROUPS_PER_CONTROL));
    const controlled = basis === null ? null : controlledMean(values, basis);
    return controlled === null ? null : { ...controlled, unpaired: (varianceOf(first) + varianceOf(second)) / groups };
  }

  return {
    of: (from, to, entry) => differ(from, to, figure(from, entry), figure(to, entry)),
    ofMeans(from, to, [sum, count]) {
      const [first, second] = [from, to].map((model) => ratio(figure(model, sum), figure(model, count)));
      const difference = first === null || second === null ? null : differ(from, to, first.influence, second.influence);
      if (difference === null) return null;
      const plain = second!.value - first!.value;
      const [low, high] = difference.ci95;
      return { ...difference, mean: plain + difference.mean, ci95: [plain + low, plain + high] };
    },
  };
}

/** The ratio of two means, and what each group does to it (delta method; Law 2015, ch. 9.5.3). */
function ratio(
  sums: Float64Array,
  counts: Float64Array,
): { readonly value: number; readonly influence: Float64Array } | null {
  const count = total(counts) / counts.length;
  if (!(count > 0)) return null;
  const value = total(sums) / total(counts);
  return { value, influence: sums.map((sum, group) => (sum - value * counts[group]) / count) };
}

function total(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0);
}

function varianceOf(values: Float64Array): number {
  const mean = total(values) / values.length;
  return values.reduce((sum, value) => sum + (value - mean) * (value - mean), 0) / (values.length - 1);
}
