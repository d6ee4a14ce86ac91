import type { OptimizationReport } from '../analysis/report-optimization.ts';
import { frontierPoints } from '../plots/data/frontier.ts';
import { FrontierKeys, frontierPlot } from '../plots/frontier-plot.tsx';
import { optimizationSections } from '../report/optimization/sections.ts';
import { searchTitle, yearsText } from '../report/optimization/title.ts';
import { Chapter } from './chapter.tsx';
import { Details } from './details.tsx';
import { frame } from './frame.tsx';
import { HTML_PAINT } from './paint.ts';
import { Sections } from './sections.tsx';

/** As many as the section itself has. */
const OPEN_CANDIDATES = 24;

/** A search for the best candidate as one HTML document that needs nothing else. */
export function renderOptimizationHtml(report: OptimizationReport): string {
  const plot = frontierPlot(report);
  const [answer, ...others] = optimizationSections(report, HTML_PAINT);
  return frame({
    name: searchTitle(report),
    had: yearsText(report),
    run: report.run,
    children: (
      <>
        <Sections all={[answer]} />
        <Chapter
          title="Candidates in one picture"
          all={[{ plot, legend: plot.empty === null ? <FrontierKeys points={frontierPoints(report)} /> : undefined }]}
        />
        <Sections all={others} open={OPEN_CANDIDATES} />
        <Details run={report.run} models={report.models} />
      </>
    ),
  });
}
