import type { Interval, RecoveryFigures, StageName } from '../../analysis/report.ts';
import { STAGE_NAMES, stageSeconds } from '../../analysis/stages.ts';
import { duration, range } from '../../units/figure.ts';
import { TIME_SCALE } from '../../units/scale.ts';
import { estimateColumns, type Table } from './table.ts';
import { counted, listed, shareText } from './text.ts';

/** Each stage's name, and what happens in it. */
export const STAGE_WORDS: Readonly<Record<StageName, { readonly name: string; readonly what: string }>> = {
  undetected: { name: 'Undetected', what: 'until a check finds what nobody notices' },
  detect: { name: 'Detect', what: 'until somebody or something notices' },
  decide: { name: 'Decide', what: 'until it is decided to fail over' },
  promote: { name: 'Promote', what: 'until another takes over, failed attempts and elections included' },
  restore: { name: 'Restore', what: 'until data is back from a backup' },
  redirect: { name: 'Redirect', what: 'until clients have moved' },
  warmUp: { name: 'Warm up', what: 'restarts, and waiting to be taken back into rotation' },
  coordinator: { name: 'Wait for a coordinator', what: 'until what the failover needs is back' },
  overload: { name: 'Overload', what: 'until those who work carry the load again' },
  rescheduling: { name: 'Rescheduling', what: 'until members whose domain is down have been started elsewhere' },
  hours: { name: 'Wait for hours', what: 'until somebody is there again' },
  people: { name: 'Wait for people', what: 'until somebody is free and begins' },
  parts: { name: 'Wait for parts', what: 'until there is a part' },
  work: { name: 'Planned work', what: 'until a member that was taken out for maintenance is back' },
  repair: { name: 'Repair', what: 'until what is broken is mended: no other stage is under way' },
};

/** What the times are means of. */
export type PerWhat = 'incident' | 'run';

/** A stage of the mean recovery. */
interface StageRow {
  readonly stage: StageName;
  readonly label: string;
  /** Mean seconds, and their sum over the stages before it. */
  readonly seconds: number;
  readonly from: number;
  readonly ci95: Interval | null;
  /** Of the mean recovery time. */
  readonly share: number;
}

/** The stages that take any time, in order. */
export function stageRows({ stages, stagesCi95 }: Pick<RecoveryFigures, 'stages' | 'stagesCi95'>): readonly StageRow[] {
  if (stages === null) return [];
  const all = STAGE_NAMES.reduce((sum, stage) => sum + stageSeconds(stages, stage), 0);
  let from = 0;
  return STAGE_NAMES.filter((stage) => stageSeconds(stages, stage) > 0).map((stage) => {
    const seconds = stageSeconds(stages, stage);
    const row = {
      stage,
      label: STAGE_WORDS[stage].name,
      seconds,
      from,
      ci95: stagesCi95?.[stage] ?? null,
      share: seconds / all,
    };
    from += row.seconds;
    return row;
  });
}

export function readStage({ stage, label, seconds, ci95, share }: StageRow, per: PerWhat): string {
  return (
    `${label}, ${STAGE_WORDS[stage].what}: ${duration(seconds, ci95)} of the mean ` +
    `${per}${intervalText(seconds, ci95)}, ${shareText(share)} of it.`
  );
}

export function readWhole({ mean, ci95, count }: RecoveryFigures, per: PerWhat): string {
  return `Mean of ${counted(count, per)}: ${duration(mean ?? 0, ci95)}${intervalText(mean ?? 0, ci95)}.`;
}

function intervalText(seconds: number, ci95: Interval | null): string {
  return ci95 === null ? '' : ` (95% interval ${range(seconds, ci95, TIME_SCALE)})`;
}

/** `The longest stage is repair: 31 min of the mean incident of 42 min, 74%.` */
export function stagesSentence(rows: readonly StageRow[], { mean, ci95 }: RecoveryFigures, per: PerWhat): string {
  const longest = [...rows].sort((a, b) => b.seconds - a.seconds)[0];
  if (longest === undefined) return '';
  const whole = `the mean ${per} of ${duration(mean ?? 0, ci95)}`;
  if (rows.length === 1) return `All of ${whole} is one stage: ${longest.label.toLowerCase()}.`;
  return (
    `The longest stage is ${longest.label.toLowerCase()}: ${duration(longest.seconds, longest.ci95)} of ` +
    `${whole}, ${shareText(longest.share)}.`
  );
}

/** Said in place of a picture; null: there is something to draw. */
export function emptyStages(rows: readonly StageRow[], { count }: RecoveryFigures, per: PerWhat): string | null {
  if (rows.length > 0) return null;
  if (count === 0) return `No ${per} was seen: there is no recovery to take apart.`;
  return `${counted(count, per)} took no time at all: there is no recovery to take apart.`;
}

export function describeStages(rows: readonly StageRow[], figures: RecoveryFigures, per: PerWhat): string {
  const nothing = emptyStages(rows, figures, per);
  if (nothing !== null) return nothing;
  const parts = rows.map(
    ({ label, seconds, ci95, share }) => `${label.toLowerCase()} ${duration(seconds, ci95)} (${shareText(share)})`,
  );
  return (
    `The mean recovery time of ${counted(figures.count, per)}, ${duration(figures.mean ?? 0, figures.ci95)}, in ` +
    `its stages: ${listed(parts)}.`
  );
}

export function stagesTable(rows: readonly StageRow[], { mean, ci95 }: RecoveryFigures, per: PerWhat): Table {
  return {
    columns: [
      { label: 'Stage' },
      ...estimateColumns(`Mean per ${per}`, TIME_SCALE, 's'),
      { label: 'Share', format: shareText },
    ],
    rows: [
      ...rows.map((row) => [row.label, row.seconds, row.ci95?.[0] ?? null, row.ci95?.[1] ?? null, row.share]),
      ['All stages', mean, ci95?.[0] ?? null, ci95?.[1] ?? null, rows.length > 0 ? 1 : null],
    ],
  };
}
