import type { ComponentChild } from 'preact';
import '../../../src/plots/plots.css';
import './gallery.css';
import { BurnDownPlot } from '../../../src/plots/burn-down-plot.tsx';
import { burnDown } from '../../../src/plots/data/burn-down.ts';
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
import { PlotFrame } from '../../../src/plots/frame/plot-frame.tsx';
import { TornadoKey, tornadoPlot } from '../../../src/plots/tornado-plot.tsx';
import { WaterfallPlot } from '../../../src/plots/waterfall-plot.tsx';
import { type Case, CASES } from './cases.ts';
import { STRATEGY_CASES } from './strategy-cases.ts';
import { COMPARISONS, OPTIMIZATIONS, SWEEPS } from './study-cases.ts';
import { WHY_CASES } from './why-cases.ts';

/** Every plot of made-up cases, edge cases included: what tests draw and people look at. */
export function PlotGallery(): ComponentChild {
  return (
    <main class="plot-gallery">
      <h1>Every plot</h1>
      <nav aria-label="Cases">
        {CASES.map(({ id, title }) => (
          <a key={id} href={`#${id}`}>
            {title}
          </a>
        ))}
        <a href="#compared">Compared</a>
        <a href="#strategies">Strategies</a>
        <a href="#studies">Studies</a>
        <a href="#why">Why</a>
      </nav>
      {CASES.map(({ id, title, report: each }) => (
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
      <Compared />
      <Strategies />
      <Studies />
      <Why />
      <Budgets />
    </main>
  );
}

function Compared(): ComponentChild {
  const groups: readonly Case[][] = [CASES.slice(0, 4), CASES.slice(0, 1), CASES.slice(4, 8)];
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

function Strategies(): ComponentChild {
  return (
    <section id="strategies" class="plot-gallery-case" aria-label="Strategies">
      <h2>Recovery strategies</h2>
      {STRATEGY_CASES.map(({ id, title, results }) => (
        <div key={id} id={id}>
          <StrategiesPlot results={results} source={title} />
        </div>
      ))}
    </section>
  );
}

function Studies(): ComponentChild {
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

function Why(): ComponentChild {
  return (
    <div id="why">
      {WHY_CASES.map(({ id, title, gap, sensitivity, importance, report }) => (
        <section key={id} id={id} class="plot-gallery-case" aria-label={title}>
          <h2>{title}</h2>
          <WaterfallPlot gap={gap} report={report} name={title} source={title} />
          {(['downtime', 'cost'] as const).map((figure) => (
            <PlotFrame
              key={figure}
              plot={tornadoPlot(sensitivity, figure, { currency: 'USD', name: title, source: title })}
              legend={sensitivity.inputs.length > 0 && <TornadoKey factor={sensitivity.factor} />}
            />
          ))}
          <ImportancePlot importance={importance} name={title} source={title} />
          <PartsPlot report={report} />
        </section>
      ))}
    </div>
  );
}

const DAY = 86_400;

function Budgets(): ComponentChild {
  const outages = [9, 88, 90, 200, 364].map((day) => ({ start: day * DAY, end: day * DAY + 2400 * (day % 3) + 600 }));
  const burns = [
    burnDown(outages, 365 * DAY, { name: 'year', seconds: 365 * DAY, budget: 7200 }),
    burnDown(outages, 365 * DAY, { name: 'week', seconds: 7 * DAY, budget: 1200 }),
  ];
  return (
    <section id="budget" class="plot-gallery-case" aria-label="Error budget">
      <h2>Error budget</h2>
      <BurnDownPlot burns={burns} promise={0.999} length={365 * DAY} name="made up" source="made up" />
    </section>
  );
}
