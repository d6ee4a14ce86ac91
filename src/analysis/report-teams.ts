import type { Estimate } from './report-estimate.ts';

/** People who repair and decide. */
export interface TeamFigures {
  readonly name: string;
  /** null: unlimited. */
  readonly people: number | null;
  /** Share of their hours in which people are held by what they do, on average over all of them. */
  readonly busy: Estimate;
  /** From being asked for until somebody is free, or somebody else does it. null where nobody was asked. */
  readonly waitSeconds: { readonly count: number; readonly mean: number | null; readonly p95: number | null };
  /** Share of all time in which everybody is held, or it is outside their hours. */
  readonly nobodyFree: Estimate;
}
