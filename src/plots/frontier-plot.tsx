import type { ComponentChild } from 'preact';
import { useMemo } from 'preact/hooks';
import type { OptimizationReport } from '../analysis/report-optimization.ts';
import {
  describeFrontier,
  frontierPoints,
  frontierTable,
  outcomeSentence,
  readFrontierPoint,
  ROLE_WORDS,
  type FrontierPoint,
  type FrontierRole,
} from './data/frontier.ts';
import { counted, shortened } from './data/text.ts';
import { lastOf } from './distribution/plot.tsx';
import { nearest } from './frame/nearest.ts';
import { PlotFrame } from './frame/plot-frame.tsx';
import type { Plot } from './frame/types.ts';
import { drawFrontier, type FrontierLimits, isLogarithmic, layOut, placeOf, ROLE_SYMBOLS } from './frontier/draw.tsx';

interface FrontierPlotProps {
  readonly report: OptimizationReport;
  readonly explain?: ComponentChild;
  /** A candidate was chosen: its index. */
  readonly onChoose?: (candidate: number) => void;
}

/** Cost against nines of all candidates, with the frontier as a line. */
export function FrontierPlot({ report, explain, onChoose }: FrontierPlotProps): ComponentChild {
  const plot = useMemo(() => frontierPlot(report), [report]);
  const points = useMemo(() => frontierPoints(report), [report]);
  const choose = onChoose && ((key: string | number) => onChoose(Number(key)));
  return (
    <PlotFrame
      plot={plot}
      explain={explain}
      legend={plot.empty === null ? <FrontierKeys points={points} /> : undefined}
      onChoose={choose}
      choosing="sets the model to that candidate"
    />
  );
}

const ROLES: readonly FrontierRole[] = ['best', 'frontier', 'beaten', 'undecided', 'infeasible'];

/** What the marks mean: those that are there. */
export function FrontierKeys({ points }: { readonly points: readonly FrontierPoint[] }): ComponentChild {
  return (
    <ul class="plot-legend" aria-label="Marks">
      {ROLES.filter((role) => points.some((point) => point.role === role)).map((role) => (
        <li key={role} class="plot-key">
          <svg width="18" height="18" viewBox="-9 -9 18 18" aria-hidden="true">
            <path class={`plot-role plot-role-${role}`} d={ROLE_SYMBOLS[role]} transform="scale(0.85)" />
          </svg>
          {ROLE_WORDS[role]}
        </li>
      ))}
    </ul>
  );
}

export function frontierPlot(report: OptimizationReport): Plot {
  const points = frontierPoints(report);
  const { currency, asked, run, spent, candidates } = report;
  const limits = limitsOf(report);
  const title = `Total cost, ${currency} a year${points.length > 0 && isLogarithmic(points) ? ' (logarithmic)' : ''}`;
  const layout = lastOf((size) => layOut(points, limits, size));
  const name = report.models.map((model) => model.name).join(' ');
  const left = candidates.length - points.length;
  return {
    title: 'Cost against nines',
    file: `frontier ${name}`,
    source:
      `${shortened(name, 60)} · ${counted(spent.years, 'simulated year')} · seed ` +
      `${shortened(run.seed, 24)}${run.partial ? ' · not all decided' : ''}`,
    description: describeFrontier(report, points),
    resting: outcomeSentence(report),
    empty:
      points.length > 0
        ? null
        : run.partial
          ? 'The first candidates come in a moment.'
          : 'No candidate had to be simulated.',
    note:
      'Crosses are 95% intervals: those that are soon ruled out get few years, and wide ones. The line joins ' +
      'what no other excels in both.' +
      (left > 0 ? ` ${inTableAlone(left)}` : '') +
      (asked.constraints.length > 0 ? ` Asked for: ${asked.constraints.map(({ text }) => text).join('; ')}.` : ''),
    height: (width) => (width < 480 ? 340 : Math.min(460, width * 0.56)),
    draw: (size) => drawFrontier({ points, limits, layout: layout(size), size, title }),
    stops: points.map((point) => ({ key: `${point.index}`, text: readFrontierPoint(report, point) })),
    start: Math.max(
      0,
      points.findIndex(({ role }) => role === 'best'),
    ),
    locate: (x, y, size) =>
      nearest(
        points.map((point) => placeOf(point, layout(size))),
        x,
        y,
      ),
    mark: (index, size) => {
      const [x, y] = placeOf(points[index], layout(size));
      return <circle class="plot-hair" fill="none" cx={x} cy={y} r={13} />;
    },
    table: () => frontierTable(report),
  };
}

/** The constraints that are lines of the picture. */
function limitsOf({ asked }: OptimizationReport): FrontierLimits {
  const goal = (figure: string, operator: '>=' | '<=') =>
    asked.constraints.find((each) => each.figure === figure && each.operator === operator)?.goal ?? null;
  const availability = goal('availability', '>=');
  return { unavailability: availability === null ? null : 1 - availability, cost: goal('cost.total', '<=') };
}

function inTableAlone(left: number): string {
  const [are, them] = left === 1 ? ['is', 'it'] : ['are', 'them'];
  return `${counted(left, 'candidate')} ${are} in the table alone: nothing of ${them} was simulated.`;
}
