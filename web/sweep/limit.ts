import { signal } from '@preact/signals';
import type { LimitReport } from '../../src/analysis/report-limit.ts';
import { followStudy, type Followed } from '../desk/follow.ts';
import { seed, text } from '../state/store.ts';

/** The search for what fleets survive. Outlives the view. */
interface Limits {
  readonly report: LimitReport | null;
  readonly state: 'running' | 'over';
  readonly problem: string;
  readonly text: string;
}

export const limits = signal<Limits | null>(null);
let following: Followed | null = null;

export function startLimits(): void {
  following?.drop();
  limits.value = { report: null, state: 'running', problem: '', text: text.peek() };
  const mine = followStudy({ kind: 'limits', text: text.peek(), seed: seed.peek() }, ({ report, isOver, problem }) => {
    const present = limits.peek();
    if (present === null || following !== mine) return;
    limits.value = {
      ...present,
      report: report?.kind === 'limits' ? report : present.report,
      state: isOver ? 'over' : 'running',
      problem,
    };
  });
  following = mine;
}

export function stopLimits(): void {
  following?.stop();
}
