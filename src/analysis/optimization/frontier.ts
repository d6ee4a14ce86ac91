import { meanInterval } from '../../statistics/intervals.ts';
import { cautiousVariance } from '../../statistics/selection.ts';
import type { FrontierFigures } from '../report-optimization.ts';
import { frontierEvents, type Sample } from './sample.ts';
import type { Series } from './series.ts';

interface FrontierPoint {
  readonly candidate: number;
  readonly sample: Sample;
  readonly total: number;
  readonly down: number;
}

/**
 * Those that no other excels in total cost and in availability, the cheapest first; of equals the first.
 * @param samples [candidate]; undefined where nothing was simulated
 * @param years of an observation
 */
export function frontierOf(samples: readonly (Sample | undefined)[], years: number): FrontierFigures[] {
  const mean = (series: Series) => series.sum(series.length) / series.length;
  const points = samples.flatMap((sample, candidate): FrontierPoint[] =>
    sample === undefined ? [] : [{ candidate, sample, total: mean(sample.total), down: mean(sample.down) }],
  );
  const sorted = [...points].sort((a, b) => a.total - b.total || a.down - b.down || a.candidate - b.candidate);
  let least = Infinity;
  const frontier = sorted.filter(({ down }) => {
    if (down >= least) return false;
    least = down;
    return true;
  });
  return frontier.map((point) => ({
    candidate: point.candidate,
    isCertain: points.every((other) => other === point || !mayExcel(other.sample, point.sample, years)),
  }));
}

/**
 * Whether one may cost no more than another and be no less available, by the 95% intervals of their differences over
 * the same history.
 */
function mayExcel(one: Sample, other: Sample, years: number): boolean {
  const [a, b] = [frontierEvents(one, years), frontierEvents(other, years)];
  const isSurelyMore = (of: 'total' | 'down'): boolean => {
    const r = Math.min(one[of].length, other[of].length);
    const variance = cautiousVariance(
      (i) => one[of].at(i) - other[of].at(i),
      r,
      Math.max(a[of][0], b[of][0]),
      Math.max(a[of][1], b[of][1]),
    );
    return meanInterval((one[of].sum(r) - other[of].sum(r)) / r, variance, r)[0] > 0;
  };
  return !isSurelyMore('total') && !isSurelyMore('down');
}
