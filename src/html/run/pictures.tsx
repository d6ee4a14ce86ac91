import type { Report } from '../../analysis/report.ts';
import { causesPlot } from '../../plots/causes-plot.tsx';
import { costPlot } from '../../plots/cost-plot.tsx';
import { tellingBy } from '../../plots/data/cost.ts';
import type { Measure } from '../../plots/data/incidents.ts';
import { PARTS_BY, type PartsBy } from '../../plots/data/parts.ts';
import { sourceOf } from '../../plots/data/text.ts';
import { LineNames } from '../../plots/distribution/plot.tsx';
import { downtimePlot } from '../../plots/downtime-plot.tsx';
import { allIncidentsPlot } from '../../plots/incidents-plot.tsx';
import { missionPlot } from '../../plots/mission-plot.tsx';
import { partsPlot } from '../../plots/parts-plot.tsx';
import { quantileDotsPlot } from '../../plots/quantile-dots.tsx';
import { stagesPlot } from '../../plots/stages-plot.tsx';
import type { Illustration } from '../figure.tsx';

/** All pictures of a run, by the section of its report that each belongs to. */
export function runPictures(report: Report): ReadonlyMap<string, readonly Illustration[]> {
  const { recoveryTime, model, incidents } = report;
  const mission = missionPlot(report);
  const stages = { plot: stagesPlot({ figures: recoveryTime, name: model.name, source: sourceOf(report) }) };
  return new Map([
    [
      'Times',
      [
        { plot: downtimePlot(report) },
        { plot: quantileDotsPlot(report) },
        ofIncidents(report, 'recoveryTime'),
        ...(recoveryTime.count > 0 ? [stages] : []),
        ofIncidents(report, 'dataLoss'),
      ],
    ],
    ['Mission', mission === null ? [] : [{ plot: mission }]],
    ['Incidents', incidents.byCause.length > 0 ? [{ plot: causesPlot(report) }] : []],
    ['Cost a year', [{ plot: costPlot(report, tellingBy(report)) }]],
  ]);
}

const PARTS: Readonly<Record<PartsBy, string>> = {
  failures: 'By number of failures',
  domain: 'By domain',
  service: 'By service',
  stage: 'By stage of the recovery',
};

/** The downtime split in every way in which there is something to split. */
export function partPictures(report: Report): Illustration[] {
  return PARTS_BY.map((by) => ({ plot: { ...partsPlot(report, by), title: PARTS[by] } })).filter(
    ({ plot }) => plot.empty === null,
  );
}

function ofIncidents(report: Report, measure: Measure): Illustration {
  const { plot, lines } = allIncidentsPlot(report, measure);
  return { plot, legend: plot.empty === null && lines.length > 1 ? <LineNames lines={lines} /> : undefined };
}
