import type { ExperimentFigures, ExperimentsReport } from '../analysis/report.ts';
import { counted, nameText, shortened } from '../plots/data/text.ts';
import { stagesPlot } from '../plots/stages-plot.tsx';
import { experimentSections } from '../report/experiments/sections.ts';
import { runsOf } from '../report/experiments/table.ts';
import { Chapter } from './chapter.tsx';
import { Details } from './details.tsx';
import type { Illustration } from './figure.tsx';
import { frame } from './frame.tsx';
import { HTML_PAINT } from './paint.ts';
import { Sections } from './sections.tsx';

/** The table has all of them. */
const MOST_DRAWN = 12;

/** Experiments as one HTML document that needs nothing else. */
export function renderExperimentsHtml(report: ExperimentsReport): string {
  const noticed = report.experiments.filter(({ recoveryTime }) => recoveryTime.count > 0);
  const drawn = noticed.slice(0, MOST_DRAWN);
  return frame({
    name: report.model.name,
    had: runsOf(report),
    run: report.run,
    children: (
      <>
        <Sections all={experimentSections(report, HTML_PAINT)} />
        <Chapter title="Each recovery taken apart" all={drawn.map((each) => picture(report, each))}>
          {noticed.length > drawn.length && (
            <p class="report-aside">{counted(noticed.length - drawn.length, 'more experiment')} in the tables above.</p>
          )}
        </Chapter>
        <Details run={report.run} models={[report.model]} />
      </>
    ),
  });
}

function picture(
  { model, run }: ExperimentsReport,
  { name, what, runs, recoveryTime }: ExperimentFigures,
): Illustration {
  const source =
    `${shortened(model.name, 60)} · ${shortened(what, 80)} · ${counted(runs, 'run')} · seed ` +
    `${shortened(run.seed, 24)}`;
  const plot = stagesPlot({ figures: recoveryTime, per: 'run', name: `${model.name} ${name}`, source });
  return { plot: { ...plot, title: nameText(name) } };
}
