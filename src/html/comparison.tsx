import type { ComparisonReport } from '../analysis/report.ts';
import { compareDowntime, comparedLines } from '../plots/compare-downtime.tsx';
import { comparePlot, Keys } from '../plots/compare-plot.tsx';
import { pointsOf } from '../plots/data/compare.ts';
import { differencesFrom } from '../plots/data/differences.ts';
import { differencePlot } from '../plots/difference-plot.tsx';
import { DifferenceKeys } from '../plots/difference/keys.tsx';
import { LineNames } from '../plots/distribution/plot.tsx';
import { yearsOf } from '../report/years.ts';
import { comparisonSections, labels } from '../report/comparison/sections.ts';
import { Chapter } from './chapter.tsx';
import { Details } from './details.tsx';
import type { Illustration } from './figure.tsx';
import { frame } from './frame.tsx';
import { HTML_PAINT } from './paint.ts';
import { Sections } from './sections.tsx';

/** More lines than that cannot be told apart. */
const MOST_DRAWN = 4;

/**
 * A comparison as one HTML document that needs nothing else: the models, their differences with verdicts, both
 * pictures.
 */
export function renderComparisonHtml(report: ComparisonReport): string {
  const { models } = report;
  const { run } = models[0];
  return frame({
    name: `${models.length} models compared`,
    had: `${yearsOf(models[0])} each`,
    run,
    children: (
      <>
        <Sections all={comparisonSections(report, HTML_PAINT, 'document')} />
        <Chapter title="Pictures" all={pictures(report)}>
          {models.length > MOST_DRAWN && (
            <p class="report-aside">Cost and downtime of the first four models; differences of all.</p>
          )}
        </Chapter>
        <Details run={run} models={models.map(({ model }, i) => ({ ...model, name: labels(report)[i] }))} />
      </>
    ),
  });
}

function pictures(report: ComparisonReport): Illustration[] {
  const { models } = report;
  const names = labels(report);
  const lines = comparedLines(models, names);
  return [
    { plot: comparePlot(models, names), legend: <Keys points={pointsOf(models, names)} /> },
    { plot: differencePlot(report, 0, names), legend: <DifferenceKeys against={differencesFrom(report, 0, names)} /> },
    { plot: compareDowntime(models, lines, new Set()), legend: <LineNames lines={lines} /> },
  ];
}
