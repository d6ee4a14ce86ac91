import type { FigureKey } from '../../analysis/report-figures.ts';

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
