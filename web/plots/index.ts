import { lazily } from '../lazy.tsx';
import type { CausesPlotProps } from '../../src/plots/causes-plot.tsx';
import type { ReportPlotProps } from '../../src/plots/downtime-plot.tsx';

/*
 * The page's first figures need no plot: those of downtime come right behind them, the others when their tab is opened.
 */

export { NinesAxis } from '../../src/plots/axis/axes.tsx';
export { ninesScale, ninesTicks, type NinesScale, type NinesTick } from '../../src/plots/axis/nines-scale.ts';
export type { ReportPlotProps };
export { PlotFrame, type PlotFrameProps } from '../../src/plots/frame/plot-frame.tsx';
export type { Plot, Size, Stop } from '../../src/plots/frame/types.ts';
export type { CausesPlotProps };

/** What the page begins with; whoever knows that a report is coming may ask for it before. */
export const loadDowntime = () => import('./views/downtime-view.tsx').then((views) => views.DowntimeView);

export const DowntimeView = lazily(loadDowntime);
export const RecoveryPlot = lazily<ReportPlotProps>(() =>
  import('./views/recovery-view.tsx').then((views) => views.RecoveryView),
);
export const LossPlot = lazily<ReportPlotProps>(() =>
  import('../../src/plots/incidents-plot.tsx').then((plots) => plots.LossPlot),
);
export const CausesPlot = lazily<CausesPlotProps>(() =>
  import('../../src/plots/causes-plot.tsx').then((plots) => plots.CausesPlot),
);
export const CostPlot = lazily<ReportPlotProps>(() => import('./views/cost-view.tsx').then((views) => views.CostView));
