import { ticks } from 'd3';
import { formatDuration } from '../../units/format.ts';
import { LINE, textWidth } from '../axis/labels.ts';
import { linearScale, logScale } from '../axis/scales.ts';
import { logTimeTicks, roundTimes } from '../axis/time-ticks.ts';
import { corners, quantile, shareAtMost, type Ecdf } from '../data/ecdf.ts';
import { shareText } from '../data/text.ts';
import type { Size } from '../frame/types.ts';
import type { Distribution } from './types.ts';

/** Width of the place for exact zeros, left of the logarithmic axis. */
const SLOT = 46;
/** What lies below this share of a line's times may be left of the axis. */
const LEFT_OUT = 0.002;
/** From the axis down to its labels' baseline. */
const TICK_BASELINE = 16;

export interface Layout {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  /** Baselines of the rows of text above the plot; the rule's and the lump's label share one where there is room. */
  readonly titleRow: number;
  readonly ruleRow: number;
  readonly zeroRow: number;
  /** Baseline of the quantiles' row and of the axis title. */
  readonly quantileRow: number;
  readonly bottomTitle: number;
  /** Middle of the place for zeros; null: there are none. */
  readonly zero: number | null;
  /** Where the logarithmic axis begins. */
  readonly start: number;
  readonly domain: readonly [number, number];
  readonly x: (seconds: number) => number;
  readonly y: (share: number) => number;
  readonly timeTicks: readonly number[];
  readonly shareTicks: readonly number[];
}

export function layOut(spec: Distribution, size: Size): Layout {
  const shareTicks = ticks(spec.floor, 1, size.height < 260 ? 3 : 5);
  const left = Math.max(...shareTicks.map((tick) => textWidth(shareText(tick)))) + 12;
  const right = size.width - 14;
  const labels = [spec.rule?.label, spec.zeroLabel].filter((label) => label !== undefined && label !== null);
  const isTwoRows = labels.length === 2 && labels.reduce((sum, label) => sum + textWidth(label) + 10, 0) > right;
  const titleRow = 12;
  const ruleRow = titleRow + 20;
  const zeroRow = ruleRow + (isTwoRows ? LINE + 2 : 0);
  const top = (labels.length > 0 ? zeroRow : titleRow) + 10;
  const bottomTitle = size.height - 5;
  const quantileRow = bottomTitle - LINE - 4;
  const bottom = (spec.quantiles.length > 0 ? quantileRow : bottomTitle) - LINE - 5 - TICK_BASELINE + 2;
  const hasZero = spec.lines.some(({ ecdf }) => ecdf.zero > 0);
  const start = hasZero ? left + SLOT : left;
  const domain = domainOf(spec);
  const x = logScale(domain, [start, right]);
  const y = linearScale([spec.floor, 1], [bottom, top]);
  const timeTicks = logTimeTicks(domain, x, size.width < 480 ? 62 : 84).filter((tick) => {
    const half = textWidth(formatDuration(tick)) / 2;
    return x(tick) + half < size.width && x(tick) - half > (hasZero ? start - 4 : 0);
  });
  return {
    left,
    right,
    top,
    bottom,
    titleRow,
    ruleRow,
    zeroRow,
    quantileRow,
    bottomTitle,
    zero: hasZero ? left + SLOT / 2 - 2 : null,
    start,
    domain,
    x,
    y,
    timeTicks,
    shareTicks,
  };
}

/** From where nearly all lines have hardly begun to the largest time seen, rule and quantiles included. */
function domainOf({ lines, rule, quantiles }: Distribution): readonly [number, number] {
  const times = [...(rule === null ? [] : [rule.at / 1.6, rule.at * 1.6]), ...quantiles.map(({ at }) => at)].filter(
    (at) => at > 0,
  );
  for (const { ecdf } of lines) {
    if (ecdf.x.length === 0) continue;
    times.push(
      ecdf.x[ecdf.x.length - 1],
      Math.max(ecdf.x[0], quantile(ecdf, ecdf.zero + LEFT_OUT * (1 - ecdf.zero)) ?? 0),
    );
  }
  return times.length === 0 ? [1, 3600] : roundTimes(Math.min(...times), Math.max(...times));
}

/** What is drawn of a line at a time: the share of at most it, or of more. */
export function shareAt(spec: Pick<Distribution, 'side'>, ecdf: Ecdf, seconds: number): number {
  const share = shareAtMost(ecdf, seconds);
  return spec.side === 'atMost' ? share : 1 - share;
}

/** A line's path in pixels; it begins where the axis does. */
export function pathPoints(spec: Distribution, layout: Layout, ecdf: Ecdf): readonly (readonly [number, number])[] {
  const [low] = layout.domain;
  const drawn = (share: number) => layout.y(spec.side === 'atMost' ? share : 1 - share);
  const inside = corners(ecdf).filter(([x]) => x > low);
  const points = inside.map(([x, share]): readonly [number, number] => [layout.x(x), drawn(share)]);
  const first: readonly [number, number] = [layout.start, drawn(shareAtMost(ecdf, low))];
  // To the axis' end, so that lines that end early stay visible as what they are: at all, or at none.
  const last: readonly [number, number] = [layout.right, drawn(1)];
  return [first, ...points, last];
}
