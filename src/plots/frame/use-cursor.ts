import { useState } from 'preact/hooks';
import type { Plot, Stop } from './types.ts';

const PAGE = 10;

interface Cursor {
  /** Index of the stop it is at; null: nowhere. */
  readonly at: number | null;
  /**
   * What a screen reader is told: the read-out as it was when the cursor came there, not each time the data changes.
   */
  readonly spoken: string;
  to(index: number | null): void;
  /** Handles a key; true: it was one of the cursor's. */
  key(name: string): boolean;
}

/** A cursor over a plot's stops that keeps its place while the data is refined. */
export function useCursor(plot: Plot): Cursor {
  const [place, setPlace] = useState<Stop | null>(null);
  const { stops } = plot;
  const at = place === null || stops.length === 0 ? null : find(stops, place.key);
  const to = (index: number | null) =>
    setPlace(index === null ? null : (stops[Math.min(Math.max(index, 0), stops.length - 1)] ?? null));
  const key = (name: string): boolean => {
    if (stops.length === 0) return false;
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1, PageDown: PAGE, PageUp: -PAGE }[name];
    if (step !== undefined) to(at === null ? plot.start : at + step);
    else if (name === 'Home') to(0);
    else if (name === 'End') to(stops.length - 1);
    else if (name === 'Escape' && at !== null) to(null);
    else return false;
    return true;
  };
  return { at, spoken: place?.text ?? '', to, key };
}

/** The stop with this key; if it is gone, the one next to it on the axis; if that makes no sense, the first. */
export function find(stops: readonly Stop[], key: string | number): number {
  const same = stops.findIndex((stop) => stop.key === key);
  if (same >= 0 || typeof key === 'string') return Math.max(same, 0);
  let best = 0;
  stops.forEach((stop, i) => {
    if (Math.abs(Number(stop.key) - key) < Math.abs(Number(stops[best].key) - key)) best = i;
  });
  return best;
}
