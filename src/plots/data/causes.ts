import type { Interval, Report } from '../../analysis/report.ts';
import { duration } from '../../units/figure.ts';
import { counted, listed, nameText, shareText } from './text.ts';

const MOST = 12;

/** A bar of the causes. */
export interface CauseRow {
  /** The cause's name; empty for `rest`. */
  readonly key: string;
  readonly label: string;
  /** Seconds a year. */
  readonly downtime: number;
  readonly ci95: Interval | null;
  /** Of all downtime. */
  readonly share: number;
  readonly perYear: number;
  readonly rest: boolean;
}

/** Causes by downtime, most first; what is beyond the twelfth in one row without an interval, as those do not add. */
export function causeRows(report: Report, most = MOST): readonly CauseRow[] {
  const { byCause } = report.incidents;
  const row = ({ cause, downtimePerYear, share, incidentsPerYear, ci95 }: (typeof byCause)[number]): CauseRow => ({
    key: cause,
    label: nameText(cause),
    downtime: downtimePerYear,
    ci95: ci95.downtimePerYear,
    share,
    perYear: incidentsPerYear,
    rest: false,
  });
  const sorted = [...byCause].sort((a, b) => b.downtimePerYear - a.downtimePerYear);
  // One other takes no more room than "1 other" does.
  const kept = sorted.length === most + 1 ? most + 1 : most;
  const others = sorted.slice(kept);
  const rows = sorted.slice(0, kept).map(row);
  if (others.length === 0) return rows;
  const sum = (of: (cause: (typeof byCause)[number]) => number) => others.reduce((total, each) => total + of(each), 0);
  return [
    ...rows,
    {
      key: '',
      label: `${others.length} others`,
      downtime: sum((each) => each.downtimePerYear),
      ci95: null,
      share: sum((each) => each.share),
      perYear: sum((each) => each.incidentsPerYear),
      rest: true,
    },
  ];
}

export function describeCauses(report: Report, rows: readonly CauseRow[]): string {
  if (rows.length === 0) return noCauses(report);
  const few = rows.filter(({ rest }) => !rest).slice(0, 3);
  const named = few.map(
    ({ label, share, downtime, ci95 }) => `${label} ${duration(downtime, ci95)} (${shareText(share)})`,
  );
  const count = report.incidents.byCause.length;
  return (
    `Downtime a year by cause, most first, with 95% intervals, ${counted(count, 'cause')} in all: ` +
    `${listed(named)}. ${ATTRIBUTION}`
  );
}

export const ATTRIBUTION = 'An incident counts for the failure that began it, also where others overlap.';

export function noCauses(report: Report): string {
  return `No incident was seen in ${counted(report.run.years, 'simulated year')}: nothing caused any downtime.`;
}

/** End of an axis for bars with whiskers: a whisker far longer than any bar is cut rather than flattening all bars. */
export function axisEnd(rows: readonly { readonly value: number; readonly high: number }[]): number {
  const longest = Math.max(0, ...rows.map(({ value }) => value));
  const whisker = Math.max(0, ...rows.map(({ high }) => high));
  return Math.max(longest, Math.min(whisker, longest * 2));
}
