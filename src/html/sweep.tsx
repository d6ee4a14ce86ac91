import type { SweepReport } from '../analysis/report.ts';
import { type SweepFigure, sweepSeries } from '../plots/data/sweep.ts';
import { Keys, sweepPlot } from '../plots/sweep-plot.tsx';
import { sweepSections, yearsOf } from '../report/sweep/sections.ts';
import { Chapter } from './chapter.tsx';
import { Details } from './details.tsx';
import type { Illustration } from './figure.tsx';
import { frame } from './frame.tsx';
import { HTML_PAINT } from './paint.ts';
import { Sections } from './sections.tsx';

/** A line for each point: more of them stand open than of other tables. */
const OPEN_POINTS = 40;

/** A sweep as one HTML document that needs nothing else. */
export function renderSweepHtml(report: SweepReport): string {
  return frame({
    name: report.model.name,
    had: yearsOf(report),
    run: report.run,
    children: (
      <>
        <Sections all={sweepSections(report, HTML_PAINT, 'document')} open={OPEN_POINTS} />
        <Chapter title="Curves" all={pictures(report)} />
        <Details run={report.run} models={[report.model]} />
      </>
    ),
  });
}

/** Downtime is availability turned round. */
const DRAWN: readonly SweepFigure[] = ['availability', 'recovery', 'dataLoss', 'cost'];

/** A curve of each figure that is ever anything but nothing. */
function pictures(report: SweepReport): Illustration[] {
  return DRAWN.flatMap((figure) => {
    const series = sweepSeries(report, figure);
    const isSomething = series.some(({ marks }) => marks.some(({ reading: { value } }) => value !== null && value > 0));
    return isSomething
      ? [{ plot: sweepPlot(report, figure), legend: series.length > 1 ? <Keys series={series} /> : undefined }]
      : [];
  });
}
