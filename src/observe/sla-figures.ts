import { createHistogram, histogramAdd } from '../statistics/histogram.ts';
import { momentsAdd } from '../statistics/moments.ts';
import { sumsAdd } from '../statistics/sums.ts';
import { figure } from './figure.ts';
import { HISTOGRAMS, MOMENTS, SUMS } from './kinds.ts';
import { SLA } from './names.ts';
import { DAYS_PER_YEAR, type Rows } from './observation.ts';

/*
 * What the SLA comes to, where the model states one: its own downtime and incidents, and what becomes of its windows.
 */

/** Rows of `sla`: one value a history; seconds, incidents and money a year, and shares of windows and of years. */
export const SLA_ROW = { down: 0, incidents: 1, broken: 2, yearsBroken: 3, credits: 4, rows: 5 } as const;

/** Rows of `slaSums`. */
export const SLA_SUM = { windows: 0, credits: 1, creditSquares: 2, creditCubes: 3, rows: 4 } as const;

const ifAsked =
  (rows: number): Rows =>
  ({ windowDays }) =>
    windowDays === 0 ? 0 : rows;

export const SLA_FIGURES = {
  /** [SLA_ROW] */
  sla: figure(MOMENTS, ifAsked(SLA_ROW.rows), {
    isPerHistory: true,
    history(store, { sla, years, windowDays }, weight) {
      if (sla.length === 0) return;
      const windows = sla[SLA.windows];
      const windowYears = (windows * windowDays) / DAYS_PER_YEAR;
      momentsAdd(store, SLA_ROW.down, sla[SLA.down] / years, weight);
      momentsAdd(store, SLA_ROW.incidents, sla[SLA.incidents] / years, weight);
      momentsAdd(store, SLA_ROW.broken, windows === 0 ? 0 : sla[SLA.broken] / windows, weight);
      momentsAdd(store, SLA_ROW.yearsBroken, sla[SLA.yearsBroken] / years, weight);
      momentsAdd(store, SLA_ROW.credits, windows === 0 ? 0 : sla[SLA.credits] / windowYears, weight);
    },
  }),
  /** [SLA_SUM] */
  slaSums: figure(SUMS, ifAsked(SLA_SUM.rows), {
    history(store, { sla }, weight) {
      if (sla.length === 0) return;
      sumsAdd(store, SLA_SUM.windows, sla[SLA.windows] * weight);
      sumsAdd(store, SLA_SUM.credits, sla[SLA.credits] * weight);
      sumsAdd(store, SLA_SUM.creditSquares, sla[SLA.creditSquares] * weight);
      sumsAdd(store, SLA_SUM.creditCubes, sla[SLA.creditCubes] * weight);
    },
  }),
  /** Seconds down in a whole window, and their histogram. */
  windowValues: figure(MOMENTS, ifAsked(1), {
    history(store, o, weight) {
      for (let i = 0; i < (o.sla[SLA.windows] ?? 0); i++) momentsAdd(store, 0, o.slaDownByWindow[i], weight);
    },
  }),
  windowHistograms: figure(HISTOGRAMS, ifAsked(1), {
    history(store, o, weight) {
      for (let i = 0; i < (o.sla[SLA.windows] ?? 0); i++)
        histogramAdd((store[0] ??= createHistogram()), o.slaDownByWindow[i], weight);
    },
  }),
} as const;
