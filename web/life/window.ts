/** The part of the year that is shown, seconds. */
export interface Window {
  readonly from: number;
  readonly to: number;
}

/** Closer than this there is nothing more to see. */
const SHORTEST = 10;

/** Keeps a window within the year, as wide as it is where that is possible. */
export function clampWindow({ from, to }: Window, length: number): Window {
  const width = Math.min(length, Math.max(SHORTEST, to - from));
  const start = Math.min(Math.max(0, from), length - width);
  return { from: start, to: start + width };
}

/** Wider or narrower by a factor around a time, which stays where it is on the screen. */
export function zoomed({ from, to }: Window, factor: number, around: number, length: number): Window {
  const centre = Math.min(to, Math.max(from, around));
  const width = Math.min(length, Math.max(SHORTEST, (to - from) * factor));
  const share = (centre - from) / (to - from);
  return clampWindow({ from: centre - share * width, to: centre - share * width + width }, length);
}

/** Moved so that the time is in it. */
export function including(window: Window, time: number, length: number): Window {
  if (time >= window.from && time <= window.to) return window;
  const width = window.to - window.from;
  return clampWindow({ from: time - width / 2, to: time + width / 2 }, length);
}

/** Around a stretch of time, with room to see what led to it and what followed. */
export function around(start: number, end: number, length: number): Window {
  const margin = Math.max(SHORTEST, (end - start) * 0.75);
  return clampWindow({ from: start - margin, to: end + margin }, length);
}
