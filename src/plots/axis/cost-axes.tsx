import type { ComponentChild } from 'preact';
import { shortMoney } from './short-money.ts';
import { NinesAxis } from './axes.tsx';
import type { CostLayout } from './cost-layout.ts';

interface CostAxesProps {
  /** What is up the page, and in which currency. */
  readonly title: string;
  readonly height: number;
  readonly layout: CostLayout;
}

/** Cost against nines: what a comparison and a search are drawn on. */
export function CostAxes({
  title,
  height,
  layout: { nines, left, right, top, bottom, ticks, y },
}: CostAxesProps): ComponentChild {
  return (
    <>
      <text class="plot-title" x={2} y={12}>
        {title}
      </text>
      <text class="plot-title" x={right + 10} y={height - 4} text-anchor="end">
        Availability, and downtime a year
      </text>
      <g class="plot-axis">
        {ticks.map((tick) => (
          <g key={tick}>
            <line class="plot-grid" x1={left} x2={right} y1={y(tick)} y2={y(tick)} />
            <text x={left - 8} y={y(tick)} dy="0.32em" text-anchor="end">
              {shortMoney(tick, '').trim()}
            </text>
          </g>
        ))}
      </g>
      <NinesAxis scale={nines} y={bottom} top={top} />
    </>
  );
}
