import type { MaintainedService, Report } from '../../analysis/report.ts';
import { duration, number } from '../../units/index.ts';
import { figureName, figureText } from '../figure-text.ts';
import { type Section, words } from '../section.ts';
import { plainText } from '../text.ts';
import type { Context } from './context.ts';

/** Planned and unplanned downtime, and how the planned work goes. */
export function planned({ report }: Context): Section | null {
  const rows = plannedRows(report);
  if (rows.length === 0) return null;
  return { title: 'Planned work', table: { columns: [words(''), words('')], rows, isPlain: true } };
}

/** What is said of it by terminal, documents and the page; empty where nothing is planned. */
export function plannedRows(report: Report): [what: string, figures: string][] {
  const { planned } = report;
  if (planned === undefined) return [];
  return [
    ...(['planned.downtimePerYear', 'planned.unplannedDowntimePerYear'] as const).map((key): [string, string] => [
      figureName(key),
      figureText(key, report),
    ]),
    ...(planned.maintenance?.services ?? []).map(({ name, ...service }): [string, string] => [
      `${plainText(name)}: members worked on`,
      worked(service),
    ]),
  ];
}

function worked({ perYear, waitSeconds }: Omit<MaintainedService, 'name'>): string {
  const wait =
    waitSeconds === null || waitSeconds === 0 ? '' : `, on average ${duration(waitSeconds)} after they were due`;
  return `${number(perYear.mean, perYear.ci95)} a year${wait}`;
}
