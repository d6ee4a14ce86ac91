import type { Area, LinkShape } from './area.ts';

/** An arc above two services in a row, from the right of the one's top to the left of the other's. */
export function across(from: Area, to: Area, height: number): LinkShape {
  const x1 = from.x + from.width * 0.62;
  const x2 = to.x + Math.min(24, to.width * 0.3);
  const top = from.y - height;
  return {
    path: `M${r(x1)},${r(from.y)}C${r(x1)},${r(top)} ${r(x2)},${r(top)} ${r(x2)},${r(to.y - 1)}`,
    x: r((x1 + x2) / 2),
    y: r(from.y - height * 0.75),
  };
}

/** An arc right of two services below one another. */
export function down(from: Area, to: Area, width: number): LinkShape {
  const y1 = from.y + from.height * 0.62;
  const y2 = to.y + to.height * 0.35;
  const x1 = from.x + from.width;
  const x2 = to.x + to.width;
  const x = Math.max(x1, x2) + width;
  return {
    path: `M${r(x1)},${r(y1)}C${r(x)},${r(y1)} ${r(x)},${r(y2)} ${r(x2 + 1)},${r(y2)}`,
    x: r((Math.max(x1, x2) + 3 * x) / 4),
    y: r((y1 + y2) / 2),
  };
}

/** A line from a service in a site up to one that all sites share, or down from that. */
export function between(from: Area, to: Area): LinkShape {
  const isUp = to.y < from.y;
  const x1 = from.x + from.width * 0.5;
  const x2 = to.x + to.width * 0.5;
  const y1 = isUp ? from.y : from.y + from.height;
  const y2 = isUp ? to.y + to.height + 1 : to.y - 1;
  const bend = Math.max(18, Math.abs(y2 - y1) * 0.4) * (isUp ? -1 : 1);
  return {
    path: `M${r(x1)},${r(y1)}C${r(x1)},${r(y1 + bend)} ${r(x2)},${r(y2 - bend)} ${r(x2)},${r(y2)}`,
    x: r((x1 + x2) / 2),
    y: r((y1 + y2) / 2),
  };
}

const r = (value: number) => Math.round(value * 10) / 10;
