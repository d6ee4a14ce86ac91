import { symbol, symbolCircle, symbolDiamond2, symbolSquare, symbolStar } from 'd3';
import type { ComponentChild } from 'preact';
import { CostAxes } from '../axis/cost-axes.tsx';
import { type CostLayout, layOutCosts } from '../axis/cost-layout.ts';
import { fitText, LINE, placeLabels, textWidth, type Box } from '../axis/labels.ts';
import type { FrontierPoint, FrontierRole } from '../data/frontier.ts';
import type { Size } from '../frame/types.ts';

/** What is asked for, where it is a line of this picture. */
export interface FrontierLimits {
  /** Share of time. */
  readonly unavailability: number | null;
  readonly cost: number | null;
}

/** Costs further apart than this are drawn on a logarithmic axis. */
const FAR = 20;

export const ROLE_SYMBOLS: Readonly<Record<FrontierRole, string>> = {
  best: symbol(symbolStar, 230)() ?? '',
  frontier: symbol(symbolCircle, 90)() ?? '',
  beaten: symbol(symbolCircle, 50)() ?? '',
  undecided: symbol(symbolDiamond2, 70)() ?? '',
  infeasible: symbol(symbolSquare, 50)() ?? '',
};

/** Whether costs stand on a logarithmic axis. */
export function isLogarithmic(points: readonly FrontierPoint[]): boolean {
  const costs = points.map(({ cost }) => cost);
  return Math.min(...costs) > 0 && Math.max(...costs) / Math.min(...costs) > FAR;
}

export function layOut(points: readonly FrontierPoint[], limits: FrontierLimits, size: Size): CostLayout {
  const all = [...points.map(({ cost }) => cost), ...(limits.cost === null ? [] : [limits.cost])];
  const [lowest, highest] = all.length === 0 ? [0, 1] : [Math.min(...all), Math.max(...all)];
  const margin = (highest - lowest) * 0.08 || highest * 0.1 || 1;
  const ends = [Math.max(0, lowest - margin), highest + margin] as const;
  const values = points.flatMap(({ unavailability, unavailabilityCi95: [best, worst] }) => [
    unavailability,
    ...(worst < unavailability * 8 || unavailability === 0 ? [worst] : []),
    ...(best > unavailability / 8 ? [best] : []),
  ]);
  const along = limits.unavailability === null ? values : [...values, limits.unavailability];
  return layOutCosts({ lowest, highest, isLog: isLogarithmic(points), ends }, along, size);
}

export function placeOf({ unavailability, cost }: FrontierPoint, { nines, y }: CostLayout): readonly [number, number] {
  return [nines.x(unavailability), y(cost)];
}

/** What matters most lies on top. */
const ORDER: readonly FrontierRole[] = ['infeasible', 'beaten', 'undecided', 'frontier', 'best'];

interface DrawnProps {
  readonly points: readonly FrontierPoint[];
  readonly limits: FrontierLimits;
  readonly layout: CostLayout;
  readonly size: Size;
  readonly title: string;
}

export function drawFrontier({ points, limits, layout, size, title }: DrawnProps): ComponentChild {
  const { nines, left, right, top, bottom, y } = layout;
  const line = points.filter(({ isFrontier }) => isFrontier).sort((a, b) => a.cost - b.cost);
  const sorted = [...points].sort((a, b) => ORDER.indexOf(a.role) - ORDER.indexOf(b.role));
  return (
    <>
      <CostAxes title={title} height={size.height} layout={layout} />
      {limits.unavailability !== null && (
        <line
          class="plot-rule"
          x1={nines.x(limits.unavailability)}
          x2={nines.x(limits.unavailability)}
          y1={top - 8}
          y2={bottom}
        />
      )}
      {limits.unavailability !== null && (
        <text
          class="plot-label"
          x={Math.min(right - 70, Math.max(left + 60, nines.x(limits.unavailability)))}
          y={top - 10}
          text-anchor="middle"
        >
          asked for →
        </text>
      )}
      {limits.cost !== null && <line class="plot-rule" x1={left} x2={right} y1={y(limits.cost)} y2={y(limits.cost)} />}
      {sorted.map((point) => (
        <Cross key={point.index} point={point} layout={layout} />
      ))}
      {line.length > 1 && (
        <path class="plot-frontier-line" d={`M${line.map((point) => placeOf(point, layout).join(',')).join('L')}`} />
      )}
      {sorted.map((point) => {
        const [px, py] = placeOf(point, layout);
        return (
          <path
            key={point.index}
            class={`plot-role plot-role-${point.role}`}
            d={ROLE_SYMBOLS[point.role]}
            transform={`translate(${px} ${py})`}
          />
        );
      })}
      <BestName points={points} layout={layout} />
    </>
  );
}

function Cross({
  point: {
    role,
    unavailability,
    unavailabilityCi95: [low, high],
    cost,
    costCi95,
  },
  layout: { nines, y },
}: {
  readonly point: FrontierPoint;
  readonly layout: CostLayout;
}): ComponentChild {
  const [px, py] = [nines.x(unavailability), y(cost)];
  return (
    <path
      class={`plot-role-cross plot-role-cross-${role}`}
      d={`M${nines.x(high)},${py}H${nines.x(low)}M${px},${y(costCi95[0])}V${y(costCi95[1])}`}
    />
  );
}

/** The best one by its name. */
function BestName({
  points,
  layout,
}: {
  readonly points: readonly FrontierPoint[];
  readonly layout: CostLayout;
}): ComponentChild {
  const best = points.find(({ role }) => role === 'best');
  if (best === undefined) return null;
  const { left, right, top, bottom } = layout;
  const [px, py] = placeOf(best, layout);
  const name = fitText(best.name, (right - left) * 0.45);
  const width = textWidth(name) * 1.06;
  const box = (x: number, y: number): Box => ({ x, y: y - LINE / 2, width, height: LINE });
  const boxes = [
    box(px + 12, py + 15),
    box(px + 12, py - 15),
    box(px - 12 - width, py + 15),
    box(px - 12 - width, py - 15),
    box(px - width / 2, py + 24),
    box(px - width / 2, py - 24),
  ];
  const marks = points.map((point) => placeOf(point, layout));
  const at = placeLabels(
    [boxes],
    { x: left, y: top - 14, width: right - left + 12, height: bottom - top + 12 },
    marks,
  )[0];
  if (at === null) return null;
  return (
    <text class="plot-strong plot-halo" x={boxes[at].x} y={boxes[at].y + LINE / 2} dy="0.32em">
      {name}
    </text>
  );
}
