import type { DowntimePart, Report } from '../../analysis/report.ts';
import { duration, range } from '../../units/figure.ts';
import { formatNumber } from '../../units/format.ts';
import { TIME_SCALE } from '../../units/scale.ts';
import { STAGE_WORDS } from './stages.ts';
import { counted, listed, nameText, shareText } from './text.ts';
import { estimateColumns, type Table } from './table.ts';

/** What the downtime is split by. */
export type PartsBy = 'domain' | 'service' | 'stage' | 'failures';
export const PARTS_BY: readonly PartsBy[] = ['failures', 'domain', 'service', 'stage'];

interface PartRow {
  /** Unlike any other's; `rest` where several are in one. */
  readonly key: string;
  readonly label: string;
  /** What is chosen on the topology by it; null: nothing. */
  readonly element: { readonly kind: 'domain' | 'service'; readonly name: string } | null;
  readonly part: DowntimePart;
  /** Incidents a year; null: not counted. */
  readonly perYear: number | null;
  readonly rest: boolean;
}

const MOST = 12;

/** The parts that have any downtime; what is beyond the twelfth in one row. */
export function partRows({ incidents }: Pick<Report, 'incidents'>, by: PartsBy, most = MOST): readonly PartRow[] {
  const rows = allRows(incidents, by).filter(({ part }) => part.downtimePerYear > 0);
  const kept = rows.length === most + 1 ? most + 1 : most;
  const others = rows.slice(kept);
  if (others.length === 0) return rows;
  const sum = (of: (part: DowntimePart) => number) => others.reduce((total, { part }) => total + of(part), 0);
  const [downtimePerYear, share] = [sum((part) => part.downtimePerYear), sum((part) => part.share)];
  // Intervals do not add: this row has none of any width.
  return [
    ...rows.slice(0, kept),
    {
      key: 'rest',
      label: `${others.length} others`,
      element: null,
      part: { downtimePerYear, ci95: [downtimePerYear, downtimePerYear], share },
      perYear: null,
      rest: true,
    },
  ];
}

function allRows({ byDomain, byService, byStage, byFailures }: Report['incidents'], by: PartsBy): readonly PartRow[] {
  const row = (
    key: string,
    label: string,
    part: DowntimePart,
    element: PartRow['element'] = null,
    perYear: number | null = null,
  ): PartRow => ({ key, label, element, part, perYear, rest: false });
  switch (by) {
    case 'domain':
      return byDomain.map((part) =>
        row(
          `domain ${part.domain}`,
          part.domain === '' ? 'outside all domains' : nameText(part.domain),
          part,
          part.domain === '' ? null : { kind: 'domain', name: part.domain },
        ),
      );
    case 'service':
      return byService.map((part) =>
        row(`service ${part.service}`, nameText(part.service), part, { kind: 'service', name: part.service }),
      );
    case 'stage':
      return byStage.map((part) => row(`stage ${part.stage}`, STAGE_WORDS[part.stage].name, part));
    case 'failures':
      return byFailures.map((part) =>
        row(`failures ${part.failures}`, FAILURES[Math.min(3, part.failures)], part, null, part.incidentsPerYear),
      );
  }
}

const FAILURES = ['No failure at all', 'One failure', 'Two at a time', 'Three and more'];

const OF: Readonly<Record<PartsBy, string>> = {
  domain: 'the innermost domain in which the failure stood that began the incident',
  service: 'the service that was down by itself; where several were, each has its equal part',
  stage: 'what the recovery was doing at each moment',
  failures: 'how many failures were on, in what was then down, when the incident began',
};

/** Under the picture: what the parts mean. */
export function partsNote(by: PartsBy): string {
  const none = by === 'failures' ? ' Without any failure: a failback, or a failover that nobody needed.' : '';
  return `By ${OF[by]}. The parts add up to all downtime.${none}`;
}

/** `Single failures are 84% of all downtime, coincidences of two and more 14%.` Null where nothing was down. */
export function singleSentence({ incidents: { byFailures } }: Pick<Report, 'incidents'>): string | null {
  const share = (from: number, to: number) =>
    byFailures.reduce((sum, { failures, share: part }) => sum + (failures >= from && failures <= to ? part : 0), 0);
  if (!(share(0, Infinity) > 0)) return null;
  const none = share(0, 0);
  return (
    `Single failures are ${shareText(share(1, 1))} of all downtime, coincidences of two and more ` +
    `${shareText(share(2, Infinity))}${none > 0 ? `, and what began without any failure ${shareText(none)}` : ''}.`
  );
}

const WORDS: Readonly<Record<PartsBy, string>> = {
  domain: 'domain',
  service: 'service',
  stage: 'stage of the recovery',
  failures: 'number of failures',
};

export function partsSentence(report: Pick<Report, 'incidents'>, rows: readonly PartRow[], by: PartsBy): string {
  if (by === 'failures') return singleSentence(report) ?? '';
  const first = rows[0];
  if (first === undefined) return '';
  const most =
    [...rows].filter(({ rest }) => !rest).sort((a, b) => b.part.downtimePerYear - a.part.downtimePerYear)[0] ?? first;
  return `${most.label} has ${shareText(most.part.share)} of all downtime, ${partText(most)} a year.`;
}

/** Seconds a year; of several in one row nothing is known of how sure they are. */
export function partText({ part: { downtimePerYear, ci95 }, rest }: PartRow): string {
  return duration(downtimePerYear, rest ? null : ci95);
}

export function readPart(row: PartRow): string {
  const {
    label,
    part: { downtimePerYear, ci95, share },
    perYear,
    rest,
  } = row;
  const interval = rest || ci95[1] <= ci95[0] ? '' : ` (95% interval ${range(downtimePerYear, ci95, TIME_SCALE)})`;
  const often = perYear === null || perYear === 0 ? '' : `; ${formatNumber(perYear)} incidents a year begin so`;
  return `${label}: ${partText(row)} a year${interval}, ${shareText(share)} of all downtime${often}.`;
}

/** Said in place of a picture; null: there is something to draw. */
export function emptyParts(report: Pick<Report, 'run'>, rows: readonly PartRow[]): string | null {
  return rows.length > 0
    ? null
    : `No downtime was seen in ${counted(report.run.years, 'simulated year')}: there is nothing to split.`;
}

export function describeParts(
  report: Pick<Report, 'run' | 'incidents'>,
  rows: readonly PartRow[],
  by: PartsBy,
): string {
  const nothing = emptyParts(report, rows);
  if (nothing !== null) return nothing;
  const few = rows.slice(0, 4).map((row) => `${row.label} ${partText(row)} (${shareText(row.part.share)})`);
  return (
    `Downtime a year by ${WORDS[by]}, with 95% intervals: ` +
    `${listed(few)}${rows.length > few.length ? ' and others' : ''}.`
  );
}

/** With their sum as the last row. */
export function partsTable(
  rows: readonly PartRow[],
  whole: { readonly mean: number; readonly ci95: readonly [number, number] },
): Table {
  const counts = rows.some(({ perYear }) => perYear !== null);
  const share = rows.reduce((sum, { part }) => sum + part.share, 0);
  return {
    columns: [
      { label: 'Part' },
      ...estimateColumns('Downtime a year', TIME_SCALE, 's'),
      { label: 'Share', format: shareText },
      ...(counts ? [{ label: 'Incidents a year', format: (value: number) => formatNumber(value) }] : []),
    ],
    rows: [
      ...rows.map(({ label, part, perYear, rest }) => [
        label,
        part.downtimePerYear,
        rest ? null : part.ci95[0],
        rest ? null : part.ci95[1],
        part.share,
        ...(counts ? [perYear] : []),
      ]),
      [
        'All downtime',
        whole.mean,
        whole.ci95[0],
        whole.ci95[1],
        rows.length === 0 ? null : share,
        ...(counts ? [rows.reduce((sum, { perYear }) => sum + (perYear ?? 0), 0)] : []),
      ],
    ],
  };
}
