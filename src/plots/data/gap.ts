import type { GapFigures, GapStep, GapStepName } from '../../analysis/report-explanation.ts';
import { stageSeconds } from '../../analysis/stages.ts';
import type { Estimate, Interval, Report, StageName } from '../../analysis/report.ts';
import { change, changeRange, duration, nines, number } from '../../units/figure.ts';
import { TIME_SCALE } from '../../units/scale.ts';
import { SECONDS_PER_YEAR } from '../../units/table.ts';
import { shareText } from './text.ts';
import { estimateColumns, type Table } from './table.ts';

/** What is needed of a report to tell how often a step's time is spent. */
export type GapReport = Pick<Report, 'incidents' | 'recoveryTime'>;

/** A row of the waterfall: the arithmetic's claim, each step, and last what was simulated. */
export interface GapRow {
  readonly key: GapStepName | 'simulated';
  readonly label: string;
  /** Seconds a year before this row and after it; both ends of a whole are 0 and its downtime. */
  readonly from: number;
  readonly to: number;
  /** The interval of what is down after it. */
  readonly toCi95: Interval;
  /** What it adds; null for the wholes. */
  readonly added: Estimate | null;
  /**
   * Of the running total; of a step that of what it adds, moved to where the bar begins. Null: none, or of no width.
   */
  readonly interval: Interval | null;
  readonly absent: boolean;
}

interface Words {
  readonly name: string;
  /** Completes «it is about …». */
  readonly what: string;
}

/** What each step takes into account that the one before does not. */
const STEP_WORDS: Readonly<Record<GapStepName, Words>> = {
  arithmetic: {
    name: 'Bare arithmetic',
    what:
      'failures independent of each other, noticed at once, failed over perfectly and at once, and any one ' +
      'member is enough',
  },
  sharedDomains: {
    name: 'Shared domains',
    what: 'members that stand in one zone or region fall together, however many they are',
  },
  detection: { name: 'Detection', what: 'until a health check or a watchdog notices, requests go to what is dead' },
  failoverTime: {
    name: 'Failover time',
    what: 'deciding, promoting, redirecting clients, electing and restarting take time',
  },
  failoverFailure: {
    name: 'Failover failure',
    what: 'some promotions fail or wait for a coordinator, and some failovers happen that nobody needed',
  },
  capacity: { name: 'Capacity', what: 'one member that is left is not enough: so many are required' },
  shocks: { name: 'Shocks', what: 'a bad release or an expired certificate strikes across all zones at once' },
  data: { name: 'Data', what: 'standbys that are behind, lost data and restores' },
  maintenance: { name: 'Maintenance', what: 'members are taken out for planned work, one after the other' },
  deploys: { name: 'Deploys', what: 'some changes are bad, and are rolled back once somebody has noticed' },
  waits: { name: 'Waits', what: 'repairs and decisions wait for people, their hours, parts and what they need' },
  chance: { name: 'Chance', what: 'these years happen to have more downtime, or less, than there is in the long run' },
};

/** The stages of a recovery in which a step's time is spent. */
const STAGES_OF: Partial<Record<GapStepName, { readonly stages: readonly StageName[]; readonly until: string }>> = {
  detection: { stages: ['detect'], until: 'before anybody notices' },
  failoverTime: { stages: ['decide', 'promote', 'redirect', 'warmUp'], until: 'between noticing and serving again' },
  failoverFailure: { stages: ['coordinator'], until: 'until what a failover needs was back' },
  data: { stages: ['restore'], until: 'to restore data from a backup' },
  maintenance: { stages: ['work'], until: 'until what was taken out for planned work was back' },
  waits: { stages: ['hours', 'people', 'parts'], until: 'until somebody works on it' },
};

export function gapRows({ steps }: GapFigures): readonly GapRow[] {
  const rows = steps.map((step, i) => rowOf(step, i === 0 ? null : steps[i - 1]));
  const last = steps.at(-1);
  if (last === undefined) return [];
  return [
    ...rows,
    {
      key: 'simulated',
      label: 'As simulated',
      from: 0,
      to: last.downtimePerYear.mean,
      toCi95: last.downtimePerYear.ci95,
      added: null,
      interval: widthOf(last.downtimePerYear.ci95),
      absent: false,
    },
  ];
}

function rowOf({ step, downtimePerYear, added, absent }: GapStep, before: GapStep | null): GapRow {
  const [from, to] = [before?.downtimePerYear.mean ?? 0, downtimePerYear.mean];
  const interval =
    added === null ? null : widthOf([Math.max(0, from + added.ci95[0]), Math.max(0, from + added.ci95[1])]);
  return { key: step, label: STEP_WORDS[step].name, from, to, toCi95: downtimePerYear.ci95, added, interval, absent };
}

function widthOf(interval: Interval): Interval | null {
  return interval[1] > interval[0] ? interval : null;
}

/** `4.3 nines`, from seconds a year. */
export function ninesText(downtime: number): string {
  if (!(downtime > 0)) return 'no downtime';
  const count = -Math.log10(Math.min(1, downtime / SECONDS_PER_YEAR));
  return count > 12 ? 'over 12 nines' : `${nines(Math.max(0, count))} nines`;
}

/** `+2 h 10 min`, `−40 s`, with no more digits than the interval supports. */
export function signedTime({ mean, ci95 }: Estimate): string {
  return mean === 0 ? '+0 s' : change(mean, ci95, TIME_SCALE);
}

function isOpen({ ci95: [low, high] }: Estimate): boolean {
  return low < 0 && high > 0;
}

export function readGap(row: GapRow, rows: readonly GapRow[], report: GapReport | null = null): string {
  const { key, label, from, to, added, absent } = row;
  if (key === 'simulated') return `${readSimulated(row, rows)}.`;
  const { what } = STEP_WORDS[key];
  if (added === null) return `${label} claims ${duration(to, null)} a year, ${ninesText(to)}: ${what}.`;
  if (absent) return `${label}: nothing in this model, so nothing is added. It would count that ${what}.`;
  // Known, and not estimated.
  if (key === 'chance')
    return `${label} ${added.mean < 0 ? 'takes off' : 'adds'} ${duration(Math.abs(added.mean), null)} a year: ${what}.`;
  const interval = `95% interval ${changeRange(added.mean, added.ci95, TIME_SCALE)}`;
  const about = `: ${what}.${spentText(key, report)}`;
  if (added.mean === 0) return `${label} adds nothing that was seen (${interval})${about}`;
  const effect =
    `${label} ${added.mean < 0 ? 'takes off' : 'adds'} ${duration(Math.abs(added.mean), ordered(added))} a year ` +
    `(${interval})`;
  if (isOpen(added)) return `${effect}, which chance alone could do${about}`;
  const [before, after] = [ninesText(from), ninesText(to)];
  return `${effect}; ${before === after ? `it stays at ${after}` : `${before} become ${after}`}${about}`;
}

function ordered({ mean, ci95: [low, high] }: Estimate): Interval {
  return mean < 0 ? [-high, -low] : [low, high];
}

/** `Each of 13 incidents a year spends 95 s before anybody notices, on average.` Only where the figures say so. */
function spentText(key: GapStepName, report: GapReport | null): string {
  const known = STAGES_OF[key];
  const stages = report?.recoveryTime.stages ?? null;
  if (known === undefined || report === null || stages === null) return '';
  const each = known.stages.reduce((sum, stage) => sum + stageSeconds(stages, stage), 0);
  const { mean: count, ci95 } = report.incidents.perYear;
  if (!(each > 0) || !(count > 0)) return '';
  const often =
    count >= 1.05
      ? `each of ${number(count, ci95)} incidents a year`
      : `the mean incident, one in ${duration(SECONDS_PER_YEAR / count)},`;
  return ` In the whole model ${often} spends ${duration(each)} ${known.until}.`;
}

function readSimulated({ to, toCi95 }: GapRow, rows: readonly GapRow[]): string {
  const claim = rows[0].to;
  const said = `With all of it the simulation finds ${duration(to, toCi95)} down a year, ${ninesText(to)}`;
  if (!(claim > 0) || !(to > 0)) return said;
  const factor = to / claim;
  if (factor >= 1.05)
    return `${said}: ${number(factor, [toCi95[0] / claim, toCi95[1] / claim])} times what the arithmetic claims`;
  return factor <= 0.95
    ? `${said}: ${number(1 / factor, [claim / toCi95[1], claim / toCi95[0]])} times less than the arithmetic claims`
    : `${said}: what the arithmetic claims`;
}

/** What most of the gap is: `The arithmetic claims 5.0 nines, the simulation finds 4.3. Most of the gap is …`. */
export function gapSentence(rows: readonly GapRow[]): string {
  if (rows.length === 0) return '';
  const [claim, found] = [rows[0].to, rows[rows.length - 1].to];
  const both = `The arithmetic claims ${ninesText(claim)}, the simulation finds ${ninesText(found)}.`;
  const adding = rows.filter(({ added }) => added !== null && added.mean > 0);
  const worst = [...adding].sort((a, b) => b.added!.mean - a.added!.mean)[0];
  if (worst === undefined) return `${both} No step adds any downtime.`;
  const all = adding.reduce((sum, { added }) => sum + added!.mean, 0);
  return (
    `${both} Of what is added, ${worst.label.toLowerCase()} is ${shareText(worst.added!.mean / all)}: ` +
    `${duration(worst.added!.mean, worst.added!.ci95)} a year.`
  );
}

export function describeGap(rows: readonly GapRow[]): string {
  if (rows.length === 0) return 'There is no gap to draw.';
  const steps = rows
    .filter(({ added, absent }) => added !== null && !absent)
    .map(({ label, added }) => `${label.toLowerCase()} ${signedTime(added!)}`);
  const absent = rows.filter((row) => row.absent).map(({ label }) => label.toLowerCase());
  const [first, last] = [rows[0], rows[rows.length - 1]];
  return (
    `From the bare arithmetic, ${duration(first.to, null)} down a year, to what is simulated, ` +
    `${duration(last.to, last.toCi95)}, one reality after the other: ` +
    `${steps.length === 0 ? 'no step applies' : steps.join(', ')}.` +
    (absent.length === 0 ? '' : ` Nothing in this model: ${absent.join(', ')}.`)
  );
}

export function gapTable(rows: readonly GapRow[]): Table {
  return {
    columns: [
      { label: 'Step' },
      ...estimateColumns('Adds a year', TIME_SCALE, 's'),
      ...estimateColumns('Downtime a year with it', TIME_SCALE, 's', ['With it, 95% from', 'With it, 95% to']),
      { label: 'Nines with it', format: (value) => nines(value) },
      { label: 'In this model' },
    ],
    rows: rows.map(({ label, added, to, toCi95, absent }) => [
      label,
      added?.mean ?? null,
      added?.ci95[0] ?? null,
      added?.ci95[1] ?? null,
      to,
      ...toCi95,
      to > 0 ? -Math.log10(to / SECONDS_PER_YEAR) : null,
      absent ? 'nothing' : 'yes',
    ]),
  };
}
