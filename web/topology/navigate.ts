/** Something that can have the focus. */
export interface Stop {
  readonly key: string;
  /** Its middle, pixels. */
  readonly x: number;
  readonly y: number;
}

/**
 * Where an arrow key leads. Left and right follow the reading order, so that everything can be reached; up and down
 * go to what is nearest in that direction.
 * @returns the key of the next stop, null where the key means nothing or leads nowhere
 */
export function nextStop(stops: readonly Stop[], current: string, key: string): string | null {
  const at = stops.findIndex((stop) => stop.key === current);
  switch (key) {
    case 'Home':
      return stops[0]?.key ?? null;
    case 'End':
      return stops.at(-1)?.key ?? null;
    case 'ArrowRight':
      return stops[at + 1]?.key ?? null;
    case 'ArrowLeft':
      return stops[at - 1]?.key ?? null;
    case 'ArrowDown':
    case 'ArrowUp':
      return nearest(stops, stops[at], key === 'ArrowDown' ? 1 : -1);
    default:
      return null;
  }
}

function nearest(stops: readonly Stop[], from: Stop | undefined, direction: 1 | -1): string | null {
  if (!from) return null;
  let best: string | null = null;
  let least = Infinity;
  for (const stop of stops) {
    const ahead = (stop.y - from.y) * direction;
    if (ahead < 8) continue;
    // Straight ahead is near, sideways is far.
    const distance = ahead + 2 * Math.abs(stop.x - from.x);
    if (distance < least) [best, least] = [stop.key, distance];
  }
  return best;
}
