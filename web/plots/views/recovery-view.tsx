import type { ComponentChild } from 'preact';
import { Explain } from '../../explain/index.ts';
import { sourceOf } from '../../../src/plots/data/text.ts';
import type { ReportPlotProps } from '../../../src/plots/downtime-plot.tsx';
import { RecoveryPlot } from '../../../src/plots/incidents-plot.tsx';
import { StagesPlot } from '../../../src/plots/stages-plot.tsx';

/** How long incidents last, and where that time goes. */
export function RecoveryView({ report, explain }: ReportPlotProps): ComponentChild {
  return (
    <div class="plots">
      <RecoveryPlot report={report} explain={explain} />
      <StagesPlot
        figures={report.recoveryTime}
        name={report.model.name}
        source={sourceOf(report)}
        explain={<Explain figure="stages" />}
      />
    </div>
  );
}
