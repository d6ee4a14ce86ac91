import type { Explanation } from '../analysis/report-explanation.ts';
import { sourceOf } from '../plots/data/text.ts';
import { importancePlot } from '../plots/importance-plot.tsx';
import { TornadoKey, tornadoPlot } from '../plots/tornado-plot.tsx';
import { waterfallPlot } from '../plots/waterfall-plot.tsx';
import { explanationSections, isPartial } from '../report/explanation/sections.ts';
import { yearsOf } from '../report/years.ts';
import { Chapter } from './chapter.tsx';
import { Details } from './details.tsx';
import type { Illustration } from './figure.tsx';
import { frame } from './frame.tsx';
import { HTML_PAINT } from './paint.ts';
import { Headline } from './run/headline.tsx';
import { partPictures } from './run/pictures.tsx';
import { Sections } from './sections.tsx';

/** What explains a report, as one HTML document that needs nothing else. */
export function renderExplanationHtml(explanation: Explanation): string {
  const { report } = explanation;
  const [gap, ...others] = explanationSections(explanation, HTML_PAINT);
  const pictures = picturesOf(explanation);
  return frame({
    name: report.model.name,
    had: yearsOf(report),
    run: { ...report.run, partial: isPartial(explanation) },
    children: (
      <>
        <Headline report={report} />
        <Sections all={[gap]} pictures={pictures} />
        <Chapter title="Where the downtime goes" all={partPictures(report)} />
        <Sections all={others} pictures={pictures} />
        <Details run={report.run} models={[report.model]} />
      </>
    ),
  });
}

/** By the section that each belongs to. */
function picturesOf({
  report,
  gap,
  importance,
  sensitivity,
}: Explanation): ReadonlyMap<string, readonly Illustration[]> {
  const words = { name: report.model.name, source: sourceOf(report) };
  const tornado = (figure: 'downtime' | 'cost'): Illustration[] => {
    if (sensitivity === null || sensitivity.inputs.length === 0) return [];
    const plot = tornadoPlot(sensitivity, figure, { ...words, currency: report.cost.currency });
    // The section has its name already.
    return [
      {
        plot: { ...plot, title: `Change of the ${figure === 'cost' ? 'total cost' : 'downtime'} a year` },
        legend: <TornadoKey factor={sensitivity.factor} />,
      },
    ];
  };
  return new Map([
    ['The gap', [{ plot: waterfallPlot(gap, { ...words, report }) }]],
    ['Importance', [{ plot: importancePlot(importance, words) }]],
    ['What moves the downtime', tornado('downtime')],
    ['What moves the total cost', tornado('cost')],
  ]);
}
