import type { Report } from '../../analysis/report.ts';
import type { Model } from '../../model/model.ts';
import { type Finding, findingsSections, type Section } from '../../report/index.ts';
import { runSections } from '../../report/run/sections.ts';
import { yearsOf } from '../../report/years.ts';
import { TopologyPicture } from '../../topology/picture.tsx';
import { Chapter } from '../chapter.tsx';
import { Details } from '../details.tsx';
import { frame } from '../frame.tsx';
import { HTML_PAINT } from '../paint.ts';
import { Reproduce, type Reproduction } from '../reproduction.tsx';
import { Sections } from '../sections.tsx';
import { Headline } from './headline.tsx';
import { partPictures, runPictures } from './pictures.tsx';

/** What a report does not know of itself. */
export interface Beside {
  /** What was asserted and how it came out, painted with `HTML_PAINT`. */
  readonly outcomes?: readonly Section[];
  /** What is suspicious in the model's text. */
  readonly findings?: readonly Finding[];
  /** What is drawn as the system; absent: nobody has the model. */
  readonly system?: Model;
  /** What the model is, what it assumes: before the figures. */
  readonly about?: readonly Section[];
  /** How to make the report again; absent: nobody knows. */
  readonly reproduction?: Reproduction;
}

/** The report of a run as one HTML document that needs nothing else. Ends with a line break. */
export function renderRunHtml(
  report: Report,
  { outcomes = [], findings = [], about = [], system, reproduction }: Beside = {},
): string {
  return frame({
    name: report.model.name,
    had: yearsOf(report),
    run: report.run,
    children: (
      <>
        <Headline report={report} />
        {system !== undefined && (
          <section>
            <h2>Topology</h2>
            <TopologyPicture model={system} report={report} width={860} />
          </section>
        )}
        <Sections all={about} />
        <Sections all={outcomes} />
        <Sections all={runSections({ report, paint: HTML_PAINT, isWhole: true })} pictures={runPictures(report)} />
        <Chapter title="Where the downtime goes" all={partPictures(report)} />
        <Sections all={findingsSections(findings, HTML_PAINT)} />
        <Details run={report.run} models={[report.model]} />
        {reproduction !== undefined && <Reproduce of={reproduction} />}
      </>
    ),
  });
}
