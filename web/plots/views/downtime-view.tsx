import type { ComponentChild } from 'preact';
import { Explain } from '../../explain/index.ts';
import {
  ExperimentsTable,
  InFull,
  PlannedTable,
  PromiseTables,
  ServicesTable,
  Summary,
  TeamsTable,
} from '../../results/index.ts';
import { DowntimePlot, type ReportPlotProps } from '../../../src/plots/downtime-plot.tsx';
import { MissionPlot } from '../../../src/plots/mission-plot.tsx';
import { QuantileDots } from '../../../src/plots/quantile-dots.tsx';

/** The answer in full, how long a year is down, as a curve and as dots to count, and all that stands in tables. */
export function DowntimeView({ report }: Pick<ReportPlotProps, 'report'>): ComponentChild {
  return (
    <div class="plots">
      <InFull report={report} />
      <DowntimePlot report={report} explain={<Explain figure="downtimePerYear" />} />
      <QuantileDots report={report} explain={<Explain figure="quantiles" />} />
      <PromiseTables report={report} />
      <MissionPlot report={report} explain={<Explain figure="mission" />} />
      <PlannedTable report={report} />
      <TeamsTable report={report} />
      <ServicesTable report={report} />
      <ExperimentsTable report={report} />
      <Summary report={report} />
    </div>
  );
}
