import type { ComponentChild } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Report } from '../../../src/analysis/report.ts';
import '../../../src/plots/plots.css';
import { CausesPlot } from '../../../src/plots/causes-plot.tsx';
import { CompareDowntime } from '../../../src/plots/compare-downtime.tsx';
import { ComparePlot } from '../../../src/plots/compare-plot.tsx';
import { CostPlot } from '../../../src/plots/cost-plot.tsx';
import { DifferencePlot } from '../../../src/plots/difference-plot.tsx';
import { DowntimePlot } from '../../../src/plots/downtime-plot.tsx';
import { FrontierPlot } from '../../../src/plots/frontier-plot.tsx';
import { ImportancePlot } from '../../../src/plots/importance-plot.tsx';
import { LossPlot, RecoveryPlot } from '../../../src/plots/incidents-plot.tsx';
import { PartsPlot } from '../../../src/plots/parts-plot.tsx';
import { QuantileDots } from '../../../src/plots/quantile-dots.tsx';
import { sourceOf } from '../../../src/plots/data/text.ts';
import { StagesPlot } from '../../../src/plots/stages-plot.tsx';
import { StrategiesPlot } from '../../../src/plots/strategies-plot.tsx';
import { SweepPlot } from '../../../src/plots/sweep-plot.tsx';
import { SWEEP_FIGURES } from '../../../src/plots/data/sweep.ts';
import { TornadoPlot } from '../../../src/plots/tornado-plot.tsx';
import { WaterfallPlot } from '../../../src/plots/waterfall-plot.tsx';
import type { Case } from './cases.ts';
import type { StrategyCase } from './strategy-cases.ts';
import type { WhyCase } from './why-cases.ts';
import type * as StudyCases from './study-cases.ts';

export interface PlotGalleryProps {
  /** Drawn before the edge cases. */
  readonly report?: Report;
}

/** Every plot of a report and of the edge cases: what people look at and what tests draw. */
export function PlotGallery({ report }: PlotGalleryProps): ComponentChild {
  const [cases, setCases] = useState<readonly Case[]>([]);
  const [strategies, setStrategies] = useState<readonly StrategyCase[]>([]);
  const [why, setWhy] = useState<readonly WhyCase[]>([]);
  const [studies, setStudies] = useState<typeof StudyCases | null>(null);
  // Apart from the page, which must not carry them.
  useEffect(() => {
    void import('./cases.ts').then(({ CASES }) => setCases(CASES));
    void import('./strategy-cases.ts').then(({ STRATEGY_CASES }) => setStrategies(STRATEGY_CASES));
    void import('./study-cases.ts').then(setStudies);
    void import('./why-cases.ts').then(({ WHY_CASES }) => setWhy(WHY_CASES));
  }, []);
  const all = [...(report === undefined ? [] : [{ id: 'report', title: report.model.name, report }]), ...cases];
  if (all.length === 0) return <p>Drawing…</p>;
  return (
    <main class="plot-gallery">
      <h1>Every plot</h1>
      <nav aria-label="Cases">
        {all.map(({ id, title }) => (
          <a key={id} href={`#${id}`}>
            {title}
          </a>
        ))}
        {cases.length > 0 && <a href="#compared">Compared</a>}
        {strategies.length > 0 && <a href="#strategies">Strategies</a>}
        {studies !== null && <a href="#studies">Studies</a>}
        {why.length > 0 && <a href="#why">Why</a>}
      </nav>
      {all.map(({ id, title, report: each }) => (
        <section key={id} id={id} class="plot-gallery-case" aria-label={title}>
          <h2>{title}</h2>
          <DowntimePlot report={each} />
          <QuantileDots report={each} />
          <RecoveryPlot report={each} />
          <StagesPlot figures={each.recoveryTime} name={each.model.name} source={sourceOf(each)} />
          <LossPlot report={each} />
          <CausesPlot report={each} />
          <CostPlot report={each} />
        </section>
      ))}
      {cases.length > 0 && <Compared cases={cases} />}
      {strategies.length > 0 && <Strategies cases={strategies} />}
      {studies !== null && <Studies cases={studies} />}
      {why.length > 0 && <Why cases={why} />}
    </main>
  );
}

function Compared({ cases }: { readonly cases: readonly Case[] }): ComponentChild {
  const groups = [cases.slice(0, 4), cases.slice(0, 1), cases.slice(4, 8)];
  return (
    <section id="compared" class="plot-gallery-case" aria-label="Compared">
      <h2>Compared</h2>
      {groups.map((group, i) => {
        const [reports, names] = [group.map((each) => each.report), group.map((each) => each.title)];
        return [
          <ComparePlot key={`cost${i}`} reports={reports} names={names} />,
          <CompareDowntime key={`time${i}`} reports={reports} names={names} />,
        ];
      })}
    </section>
  );
}

function Strategies({ cases }: { readonly cases: readonly StrategyCase[] }): ComponentChild {
  return (
    <section id="strategies" class="plot-gallery-case" aria-label="Strategies">
      <h2>Recovery strategies</h2>
      {cases.map(({ id, title, results }) => (
        <div key={id} id={id}>
          <StrategiesPlot results={results} source={title} />
        </div>
      ))}
    </section>
  );
}

function Studies({
  cases: { COMPARISONS, OPTIMIZATIONS, SWEEPS },
}: {
  readonly cases: typeof StudyCases;
}): ComponentChild {
  return (
    <section id="studies" class="plot-gallery-case" aria-label="Studies">
      <h2>Comparisons, sweeps and searches</h2>
      {COMPARISONS.map((comparison, i) => (
        <DifferencePlot key={`difference${i}`} comparison={comparison} baseline={i} />
      ))}
      {SWEEPS.flatMap((sweep, i) =>
        SWEEP_FIGURES.map(({ id }) => <SweepPlot key={`sweep${i}${id}`} sweep={sweep} figure={id} />),
      )}
      {OPTIMIZATIONS.map((report, i) => (
        <FrontierPlot key={`frontier${i}`} report={report} />
      ))}
    </section>
  );
}

function Why({ cases }: { readonly cases: readonly WhyCase[] }): ComponentChild {
  return (
    <div id="why">
      {cases.map(({ id, title, gap, sensitivity, importance, report }) => (
        <section key={id} id={id} class="plot-gallery-case" aria-label={title}>
          <h2>{title}</h2>
          <WaterfallPlot gap={gap} report={report} name={title} source={title} />
          <TornadoPlot sensitivity={sensitivity} figure="downtime" currency="USD" name={title} source={title} />
          <TornadoPlot sensitivity={sensitivity} figure="cost" currency="USD" name={title} source={title} />
          <ImportancePlot importance={importance} name={title} source={title} />
          <PartsPlot report={report} />
        </section>
      ))}
    </div>
  );
}
