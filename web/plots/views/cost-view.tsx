import type { ComponentChild } from 'preact';
import type { FigureKey } from '../../../src/analysis/report-figures.ts';
import type { Report } from '../../../src/analysis/report.ts';
import { figureName, figureText } from '../../../src/report/figure-text.ts';
import { Explain, type FigureId } from '../../explain/index.ts';
import { CostPlot } from '../../../src/plots/cost-plot.tsx';
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

const FACTS = {
  'cost.infrastructure': 'costInfrastructure',
  'cost.standby': 'costStandby',
  'cost.relative': 'costRelative',
  'cost.downtime': 'costDowntime',
  'cost.dataLoss': 'costDataLoss',
} as const satisfies Partial<Record<FigureKey, FigureId>>;

function Facts({ report }: { readonly report: Report }): ComponentChild {
  const { infrastructure, relative } = report.cost;
  const isKnown = {
    'cost.infrastructure': infrastructure > 0,
    'cost.standby': infrastructure > 0,
    'cost.relative': relative !== null,
  };
  return (
    <dl class="plot-facts" aria-label="What the cost is made of">
      {(Object.keys(FACTS) as (keyof typeof FACTS)[])
        .filter((key) => !(key in isKnown) || isKnown[key as keyof typeof isKnown])
        .map((key) => (
          <Fact key={key} name={figureName(key)} figure={FACTS[key]} value={figureText(key, report)} />
        ))}
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
