import { duration } from '../../units/figure.ts';
import { formatDuration, formatPercent } from '../../units/format.ts';
import type { Table } from './table.ts';
import { counted, listed, shareText } from './text.ts';

/** A time in which the entry was down: seconds since the history began. */
interface Outage {
  readonly start: number;
  readonly end: number;
}

/** Over what a promise is held: each window has the whole budget anew. */
interface BudgetWindow {
  /** `year`, `month`. */
  readonly name: string;
  /** How long each is, seconds. */
  readonly seconds: number;
  /** Downtime that the promise allows in each, seconds, above 0. */
  readonly budget: number;
}

interface Burnt {
  readonly from: number;
  readonly to: number;
  /** Seconds of downtime in it. */
  readonly used: number;
  /** When the last of the budget was used up; null: it was not. */
  readonly brokenAt: number | null;
  /** What is left over time, as a share of the budget, negative where more was used; straight between two corners. */
  readonly corners: readonly { readonly time: number; readonly left: number }[];
}

/** One history's downtime against the budgets of its windows, one after the other. */
export interface BurnDown extends BudgetWindow {
  readonly windows: readonly Burnt[];
}

/**
 * @param outages in order, none within another
 * @param length of the history, seconds; its last window may be cut off by its end
 */
export function burnDown(outages: readonly Outage[], length: number, window: BudgetWindow): BurnDown {
  const { seconds, budget } = window;
  const windows: Burnt[] = [];
  let next = 0;
  for (let i = 0; i === 0 || i * seconds < length * (1 - 1e-12); i++) {
    const [from, to] = [i * seconds, Math.min(length, (i + 1) * seconds)];
    const corners = [{ time: from, left: 1 }];
    let used = 0;
    let brokenAt: number | null = null;
    for (; next < outages.length && outages[next].start < to; next++) {
      const [start, end] = [Math.max(from, outages[next].start), Math.min(to, outages[next].end)];
      if (brokenAt === null && used + end - start > budget) brokenAt = start + budget - used;
      corners.push({ time: start, left: 1 - used / budget });
      used += end - start;
      corners.push({ time: end, left: 1 - used / budget });
      // What goes on is counted in the next window as well.
      if (outages[next].end > to) break;
    }
    corners.push({ time: to, left: 1 - used / budget });
    windows.push({ from, to, used, brokenAt, corners });
  }
  return { ...window, windows };
}

const windowAt = ({ windows, seconds }: BurnDown, time: number) =>
  Math.min(windows.length - 1, Math.floor(time / seconds));

/** What is left at a time, as a share of the budget of the window in which it lies. */
export function leftAt(burn: BurnDown, time: number): number {
  const { corners } = burn.windows[windowAt(burn, time)];
  const next = corners.findIndex((corner) => corner.time >= time);
  if (next <= 0) return corners[next < 0 ? corners.length - 1 : 0].left;
  const [before, after] = [corners[next - 1], corners[next]];
  return before.left + ((after.left - before.left) * (time - before.time)) / (after.time - before.time);
}

const broken = ({ windows }: BurnDown) => windows.filter(({ brokenAt }) => brokenAt !== null);

/** `day 121`: days of a simulated year count from 1. */
export const dayText = (seconds: number) => `day ${Math.floor(seconds / 86_400) + 1}`;

/** `31% is left of 4 h 23 min`, `overspent by 12 min`. */
function balance({ budget }: BurnDown, left: number): string {
  return left >= 0
    ? `${shareText(left)} of ${formatDuration(budget)} left`
    : `overspent by ${formatDuration(-left * budget)}`;
}

/** Of each kind of window how it ended: `The year: 31% of 4 h 23 min left. 2 of 12 months broken.` */
export function burnDownSentence(burns: readonly BurnDown[]): string {
  return burns
    .map((burn) => {
      const { name, windows, budget } = burn;
      if (windows.length === 1) return `The ${name}: ${balance(burn, 1 - windows[0].used / budget)}.`;
      return `${broken(burn).length} of ${windows.length} ${name}s broken.`;
    })
    .join(' ');
}

/** What is left at a time, of each kind of window. */
export function readBurnDown(burns: readonly BurnDown[], time: number): string {
  const parts = burns.map((burn) => {
    const name = burn.windows.length === 1 ? `the ${burn.name}` : `${burn.name} ${windowAt(burn, time) + 1}`;
    return `${name}: ${balance(burn, leftAt(burn, time))}`;
  });
  return `On ${dayText(time)} ${parts.join('; ')}.`;
}

export function describeBurnDown(burns: readonly BurnDown[], promise: number): string {
  const allowed = listed(burns.map(({ name, budget }) => `${duration(budget)} a ${name}`));
  const when = burns.map((burn) => {
    const days = broken(burn).map(({ brokenAt }) => dayText(brokenAt!));
    return days.length === 0
      ? `No ${burn.name} is broken.`
      : `${counted(days.length, burn.name)} broken: ${listed(days.length > 12 ? [...days.slice(0, 12), '…'] : days)}.`;
  });
  return `${formatPercent(promise)} available allows ${allowed} of downtime. In this life: ${when.join(' ')}`;
}

/** A row for each window. */
export function burnDownTable(burns: readonly BurnDown[]): Table {
  const time = (value: number) => formatDuration(value);
  return {
    columns: [
      { label: 'Window' },
      { label: 'Budget', unit: 's', format: time },
      { label: 'Down', unit: 's', format: time },
      { label: 'Left', format: (share) => `${share < 0 ? '−' : ''}${formatPercent(Math.abs(share), 2)}` },
      { label: 'Broken after', unit: 's', format: (at) => dayText(at) },
    ],
    rows: burns.flatMap(({ name, budget, windows }) =>
      windows.map(({ used, brokenAt }, i) => [
        windows.length === 1 ? name : `${name} ${i + 1}`,
        budget,
        used,
        1 - used / budget,
        brokenAt,
      ]),
    ),
  };
}
