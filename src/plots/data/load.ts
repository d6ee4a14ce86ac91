import { clock } from '../../units/hours.ts';
import { formatPercent } from '../../units/format.ts';
import type { Table } from './table.ts';

/** What each member of a service that works has to carry in the course of a day. */
export interface LoadDay {
  readonly service: string;
  /** What one carries at most, of a member's worth. */
  readonly above: number;
  readonly crashes: boolean;
  /** Of the day, from 1. */
  readonly day: number;
  /** From its time of the day on until the next: what there is, in members' worth, and who works. */
  readonly steps: readonly LoadStep[];
}

export interface LoadStep {
  /** Seconds since midnight. */
  readonly time: number;
  readonly work: number;
  readonly working: number;
}

/** Of one member; Infinity where nobody works. */
export const each = ({ work, working }: LoadStep): number => (working === 0 ? Infinity : work / working);

const isMuch = ({ above }: LoadDay, step: LoadStep) => each(step) > above * (1 + 1e-9);

/** When it is how much: `08:00: 85% of a member for each of 4.` */
export function readLoad(day: LoadDay, index: number): string {
  const step = day.steps[index];
  const much = isMuch(day, step) ? `, above ${formatPercent(day.above)}` : '';
  return step.working === 0
    ? `${clock(step.time)}: ${formatPercent(step.work)} of work, and nobody works.`
    : `${clock(step.time)}: ${formatPercent(each(step), 3)} of a member's work for each of ${step.working}${much}.`;
}

/** The most of the day, and whether it is carried. */
export function loadSentence(day: LoadDay): string {
  const worst = day.steps.reduce((most, step) => (each(step) > each(most) ? step : most));
  const often = day.steps.filter((step) => isMuch(day, step)).length;
  const most = worst.working === 0 ? 'all of it for nobody' : `${formatPercent(each(worst), 3)} for each member`;
  const carries = `ach carries ${formatPercent(day.above)}.`;
  const told =
    often === 0
      ? `All of it is carried: e${carries}`
      : `E${carries} ${day.crashes ? 'Above that members crash.' : 'The rest is shed.'}`;
  return `Day ${day.day}: at most ${most}, from ${clock(worst.time)} on. ${told}`;
}

export function loadTable({ steps }: LoadDay): Table {
  const share = (value: number) => formatPercent(value, 3);
  return {
    columns: [
      { label: 'From' },
      { label: 'Work, of a member', format: share },
      { label: 'Members that work' },
      { label: 'Of each', format: share },
    ],
    rows: steps.map((step) => [clock(step.time), step.work, step.working, step.working === 0 ? null : each(step)]),
  };
}
