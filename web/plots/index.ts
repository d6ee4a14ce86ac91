import { lazily } from '../parts/lazy.tsx';
import type { CausesPlotProps } from '../../src/plots/causes-plot.tsx';
import type { ReportPlotProps } from '../../src/plots/downtime-plot.tsx';

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
