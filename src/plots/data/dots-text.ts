import { duration } from '../../units/figure.ts';
import { formatDuration } from '../../units/format.ts';
import { bestRoundTime } from '../axis/time-ticks.ts';
import { dotsWithin } from './dots.ts';
import type { Downtime } from './downtime.ts';

/** The time to say something about: what the target allows, or a round one that about three quarters are below. */
export function tellingTime(dots: readonly number[], { allowed }: Downtime): number | null {
  if (allowed !== null && allowed.seconds > 0) return allowed.seconds;
  const positive = dots.filter((dot) => dot > 0);
  if (positive.length === 0) return null;
  return bestRoundTime(positive[0] / 2, positive[positive.length - 1] * 10, (time) =>
    Math.abs(dotsWithin(dots, time) / dots.length - 0.75),
  );
}

/** `38 of 50 years are below 1 h.` */
export function dotsSentence(dots: readonly number[], downtime: Downtime): string {
  const time = tellingTime(dots, downtime);
  if (time === null) return `All ${dots.length} of ${dots.length} years have none.`;
  const allowed = downtime.allowed?.seconds === time ? ', which is what the target allows' : '';
  return `${dotsWithin(dots, time)} of ${dots.length} years are below ${formatDuration(time)}${allowed}.`;
}

export function describeDots(dots: readonly number[], downtime: Downtime): string {
  const none = dots.filter((dot) => !(dot > 0)).length;
  const parts = [`${dots.length} equally likely years as dots, by their downtime.`, dotsSentence(dots, downtime)];
  if (none > 0 && none < dots.length) parts.push(`${none} ${none === 1 ? 'has' : 'have'} none.`);
  if (none < dots.length)
    parts.push(`The middle one has ${duration(dots[dots.length >> 1])}, the worst ${duration(dots[dots.length - 1])}.`);
  return parts.join(' ');
}
