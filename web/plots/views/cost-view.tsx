import type { ComponentChild } from 'preact';
import type { Report } from '../../../src/analysis/report.ts';
import { money } from '../../../src/units/figure.ts';
import { formatMoney } from '../../../src/units/format.ts';
import { Explain, type FigureId } from '../../explain/index.ts';
import { CostPlot } from '../../../src/plots/cost-plot.tsx';
import { timesText } from '../../../src/units/figure.ts';
import type { ReportPlotProps } from '../../../src/plots/downtime-plot.tsx';

const PARTS = { kind: 'costByKind', service: 'costByService', domain: 'costByDomain' } as const;

/** What it costs, and each figure of it with its meaning. */
export function CostView({ report, explain }: ReportPlotProps): ComponentChild {
  return (
    <>
      <CostPlot report={report} explain={explain} explainBy={(by) => <Explain figure={PARTS[by]} />} />
      {report.cost.total > 0 && <Facts report={report} />}
    </>
  );
}

function Facts({ report: { cost } }: { readonly report: Report }): ComponentChild {
  const { currency, infrastructure, standby, relative, downtime, dataLoss, ci95 } = cost;
  return (
    <dl class="plot-facts" aria-label="What the cost is made of">
      {infrastructure > 0 && (
        <Fact name="running cost a year" figure="costInfrastructure" value={formatMoney(infrastructure, currency)} />
      )}
      {infrastructure > 0 && (
        <Fact
          name="of which for standbys"
          figure="costStandby"
          value={standby > 0 ? formatMoney(standby, currency) : 'nothing'}
        />
      )}
      {relative !== null && (
        <Fact name="times its cost without redundancy" figure="costRelative" value={timesText(relative)} />
      )}
      <Fact name="expected loss to downtime" figure="costDowntime" value={money(downtime, ci95.downtime, currency)} />
      <Fact name="expected loss of data" figure="costDataLoss" value={money(dataLoss, ci95.dataLoss, currency)} />
    </dl>
  );
}

function Fact({
  name,
  figure,
  value,
}: {
  readonly name: string;
  readonly figure: FigureId;
  readonly value: string;
}): ComponentChild {
  return (
    <div>
      <dt>
        {name}
        <Explain figure={figure} />
      </dt>
      <dd>{value}</dd>
    </div>
  );
}
