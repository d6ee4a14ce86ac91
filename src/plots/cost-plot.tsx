import { ticks } from 'd3';
import type { ComponentChild } from 'preact';
import { useMemo, useState } from 'preact/hooks';
import type { Report } from '../analysis/report.ts';
import { money, range } from '../units/figure.ts';
import { moneyScale } from '../units/scale.ts';
import { barsPlot, type Bar, type Bars } from './bars/bars.tsx';
import { shortMoney } from './axis/short-money.ts';
import {
  type CostBy,
  costParts,
  costRows,
  costSentence,
  costTable,
  describeCost,
  redundancySentence,
  tellingBy,
  type CostRow,
} from './data/cost.ts';
import { shareText, sourceOf } from './data/text.ts';
import type { ReportPlotProps } from './downtime-plot.tsx';
import { PlotFrame } from './frame/plot-frame.tsx';
import type { Plot } from './frame/types.ts';

interface CostPlotProps extends ReportPlotProps {
  /** What the running cost's parts mean. */
  readonly explainBy?: (by: CostBy) => ComponentChild;
}

/** What it costs to run, by kind, service or domain, what is expected to be lost, and both together. */
export function CostPlot({ report, explain, explainBy }: CostPlotProps): ComponentChild {
  const [chosen, setChosen] = useState<CostBy | null>(null);
  const by = chosen ?? tellingBy(report);
  const plot = useMemo(() => costPlot(report, by), [report, by]);
  const choice = report.cost.infrastructure > 0 && (
    <Choice report={report} by={by} onChoose={setChosen}>
      {explainBy?.(by)}
    </Choice>
  );
  return <PlotFrame plot={plot} explain={explain} legend={choice} />;
}

const NAMES: Readonly<Record<CostBy, string>> = { kind: 'By kind', service: 'By service', domain: 'By domain' };

interface ChoiceProps {
  readonly report: Report;
  readonly by: CostBy;
  readonly onChoose: (by: CostBy) => void;
  readonly children: ComponentChild;
}

function Choice({ report, by, onChoose, children }: ChoiceProps): ComponentChild {
  return (
    <div class="plot-choice" role="group" aria-label="Running cost">
      {(['kind', 'service', 'domain'] as const)
        .filter((each) => each === by || costParts(report, each).length > 0)
        .map((each) => (
          <button type="button" key={each} aria-pressed={each === by} onClick={() => onChoose(each)}>
            {NAMES[each]}
          </button>
        ))}
      {children}
    </div>
  );
}

const STYLES = {
  part: 'bar',
  others: 'bar-rest',
  infrastructure: 'bar',
  budget: 'bar-goal',
  loss: 'bar-loss',
  total: 'bar-total',
} as const;
/** Amounts from here on are shortened beside their bars; the table has them in full. */
const LONG = 1e8;

export function costPlot(report: Report, by: CostBy): Plot {
  const { cost } = report;
  const { currency } = cost;
  const rows = costRows(report, by);
  const bar = (row: CostRow): Bar => ({
    key: row.key,
    label: row.label,
    value: row.cost,
    interval: row.ci95,
    text: row.cost < LONG ? money(row.cost, row.ci95, currency) : shortMoney(row.cost, currency),
    style: STYLES[row.kind],
    strong: row.kind === 'infrastructure' || row.kind === 'total',
    apart: row.key === 'downtime' || row.key === 'total',
  });
  const spec: Bars = {
    bars: rows.map(bar),
    axisTitle: `${currency} a year, 95% intervals`,
    ticks: (high, most) => ticks(0, high, most).slice(0, most + 2),
    tickText: (value) => shortMoney(value, currency).replace(` ${currency}`, ''),
  };
  return {
    ...barsPlot(spec),
    title: 'Cost per year',
    file: `${report.model.name} cost by ${by}`,
    source: sourceOf(report),
    description: describeCost(report, by),
    resting: costSentence(report),
    empty: cost.total === 0 ? describeCost(report, by) : null,
    note: redundancySentence(report)[0],
    stops: rows.map((row) => ({ key: row.key, text: reading(row, report) })),
    table: () => costTable(report),
  };
}

function reading({ label, cost: amount, ci95, kind }: CostRow, { cost: { total, currency } }: Report): string {
  const interval = ci95 === null ? '' : ` (95% interval ${range(amount, ci95, moneyScale(currency))})`;
  const share = total > 0 ? `, ${shareText(amount / total)} of the total` : '';
  const part = kind === 'budget' ? ' for the running cost' : share;
  return `${label}: ${money(amount, ci95, currency)} a year${interval}${part}.`;
}
