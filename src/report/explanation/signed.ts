import type { Interval } from '../../analysis/report.ts';

/** `+1.4 min`, `−40 s`, and of nothing no sign. */
export function signed(value: number, write: (size: number) => string): string {
  if (value === 0) return write(0);
  return `${value > 0 ? '+' : '−'}${write(Math.abs(value))}`;
}

/** Both ends, to three digits. */
export function boundsText([low, high]: Interval, write: (size: number) => string): string {
  const bound = (value: number) => signed(Number(value.toPrecision(3)), write);
  return `${bound(low)} … ${bound(high)}`;
}
