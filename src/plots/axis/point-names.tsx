import type { ComponentChild } from 'preact';
import { type Box, LINE, placeLabels, textWidth } from './labels.ts';

/** Where a name may stand: from its point, and which part of the name that place is: its start, its middle, its end. */
export type NamePlace = readonly [dx: number, dy: number, along: 0 | 0.5 | 1];

interface NamedPoint {
  readonly x: number;
  readonly y: number;
  readonly name: string;
  /** Whose colour it has: `plot-s0` and on. */
  readonly slot: number;
  /** The best first. */
  readonly places: readonly NamePlace[];
}

interface PointNamesProps {
  readonly points: readonly NamedPoint[];
  /** No name leaves it. */
  readonly area: Box;
  /** What no name hides. */
  readonly marks: readonly (readonly [number, number])[];
  /** Room around each mark. */
  readonly gap?: number;
}

const ANCHORS = { 0: 'start', 0.5: 'middle', 1: 'end' } as const;

/** Names beside their points, not over one another; what has no room stays out. */
export function PointNames({ points, area, marks, gap }: PointNamesProps): ComponentChild {
  const candidates = points.map(({ x, y, name, places }): Box[] => {
    const width = textWidth(name);
    return places.map(([dx, dy, along]) => ({ x: x + dx - along * width, y: y + dy - LINE / 2, width, height: LINE }));
  });
  const chosen = placeLabels(candidates, area, marks, gap);
  return (
    <g>
      {points.map(({ name, slot, places }, i) => {
        const place = chosen[i];
        if (place === null) return null;
        const box = candidates[i][place];
        const along = places[place][2];
        return (
          <text
            key={slot}
            class={`plot-name plot-halo plot-s${slot}`}
            x={box.x + box.width * along}
            y={box.y + LINE / 2}
            dy="0.32em"
            text-anchor={ANCHORS[along]}
          >
            {name}
          </text>
        );
      })}
    </g>
  );
}
