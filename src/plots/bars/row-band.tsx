import type { ComponentChild } from 'preact';

interface Rows {
  readonly top: number;
  readonly rowHeight: number;
}

/** Which of so many rows is at y, or next to it. */
export function rowAt({ top, rowHeight }: Rows, y: number, count: number): number {
  return Math.min(count - 1, Math.max(0, Math.floor((y - top) / rowHeight)));
}

/** Marks a row over the whole width. */
export function rowBand({ top, rowHeight }: Rows, index: number, width: number): ComponentChild {
  return <rect class="plot-band" x={0} width={width} y={top + index * rowHeight} height={rowHeight} rx="3" />;
}
