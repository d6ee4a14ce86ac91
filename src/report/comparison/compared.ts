import { type FigureKey, REPORT_FIGURES } from '../../analysis/report-figures.ts';
import type { Report } from '../../analysis/report.ts';

/** What stands side by side of each model; on a terminal, which is narrow, those alone that say so. */
export const COMPARED = [
  { key: 'availability.mean', isNarrow: true },
  { key: 'availability.nines', isNarrow: false },
  { key: 'availability.downtimePerYear.mean', isNarrow: true },
  { key: 'availability.arithmeticUnavailability', isNarrow: false },
  { key: 'incidents.perYear', isNarrow: false },
  { key: 'recoveryTime.p95', isNarrow: true },
  { key: 'dataLoss.p95', isNarrow: true },
  { key: 'cost.infrastructure', isNarrow: false },
  { key: 'cost.relative', isNarrow: false },
  { key: 'cost.total', isNarrow: true },
] as const satisfies readonly { readonly key: FigureKey; readonly isNarrow?: boolean }[];

const ASKED = [
  'windows.broken',
  'windows.creditsPerYear',
  'mission.reliability',
  'mission.meanSecondsToFirstIncident',
] as const satisfies readonly FigureKey[];

/** What is promised by the window and how long a mission lasts, as far as any of the reports says. */
export function askedOf(reports: readonly Report[]): (typeof ASKED)[number][] {
  const isSaid = (value: unknown, key: FigureKey) =>
    value !== null && (key !== 'windows.creditsPerYear' || value !== 0);
  return ASKED.filter((key) => reports.some((report) => isSaid(REPORT_FIGURES[key].read(report).value, key)));
}
