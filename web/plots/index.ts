import { lazily } from '../lazy.tsx';
import type { CausesPlotProps } from '../../src/plots/causes-plot.tsx';
import type { ReportPlotProps } from '../../src/plots/downtime-plot.tsx';

/*
 * The page begins with the plots of downtime; the others come when their tab is opened.
 */

export { NinesAxis } from '../../src/plots/axis/axes.tsx';
export { ninesScale, ninesTicks, type NinesScale, type NinesTick } from '../../src/plots/axis/nines-scale.ts';
export { DowntimePlot, type ReportPlotProps } from '../../src/plots/downtime-plot.tsx';
export { PlotFrame, type PlotFrameProps } from '../../src/plots/frame/plot-frame.tsx';
export type { Plot, Size, Stop } from '../../src/plots/frame/types.ts';
export { QuantileDots } from '../../src/plots/quantile-dots.tsx';
export type { CausesPlotProps };

export const RecoveryPlot = lazily<ReportPlotProps>(() => import('./views/recovery-view.tsx').then((views) => views.RecoveryView));
export const LossPlot = lazily<ReportPlotProps>(() => import('../../src/plots/incidents-plot.tsx').then((plots) => plots.LossPlot));
export const CausesPlot = lazily<CausesPlotProps>(() => import('../../src/plots/causes-plot.tsx').then((plots) => plots.CausesPlot));
export const CostPlot = lazily<ReportPlotProps>(() => import('./views/cost-view.tsx').then((views) => views.CostView));
