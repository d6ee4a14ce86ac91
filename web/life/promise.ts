import { targetOf } from '../../src/analysis/target-of.ts';
import type { Report } from '../../src/analysis/report.ts';
import type { Model } from '../../src/model/model.ts';
import { DAYS_OF_WINDOW } from '../../src/model/sla.ts';
import { type BurnDown, burnDown } from '../../src/plots/data/burn-down.ts';
import type { Life } from '../../src/run/life.ts';
import { percent, whole } from '../../src/units/figure.ts';
import { formatPercent } from '../../src/units/format.ts';
import { SECONDS_PER_YEAR } from '../../src/units/table.ts';

const DAY = 86_400;

/** What is promised, and what one life leaves of it. */
interface Promised {
  readonly promise: number;
  readonly burns: readonly BurnDown[];
  /** In how many of all simulated windows it is broken; empty while there are no figures. */
  readonly note: string;
}

/** The SLA's promise in each of its windows; without one what the availability target allows a year and a month. */
export function promisedOf(
  life: Pick<Life, 'incidents' | 'length'>,
  model: Pick<Model, 'sla' | 'targets'> | null,
  report: Report | null,
): Promised | null {
  const { windows = null } = model?.sla ?? {};
  const promise = windows?.promise ?? model?.targets.availability ?? null;
  if (model === null || promise === null) return null;
  const year = { name: 'year', seconds: SECONDS_PER_YEAR };
  const asked =
    windows === null
      ? [year, { name: 'month', seconds: SECONDS_PER_YEAR / 12 }]
      : [{ name: windows.window, seconds: DAYS_OF_WINDOW[windows.window] * DAY }];
  const outages = windows === null ? life.incidents : countedBy(model.sla, life);
  const burns = asked.map((window) =>
    burnDown(outages, life.length, { ...window, budget: Number(((1 - promise) * window.seconds).toPrecision(12)) }),
  );
  return { promise, burns, note: windows === null ? yearsBroken(promise, report) : windowsBroken(report) };
}

/** Without what the SLA tolerates or excludes. One that is on when the year begins or ends may be longer than seen. */
function countedBy(
  { toleratesSeconds, excludes }: Model['sla'],
  { incidents, length }: Pick<Life, 'incidents' | 'length'>,
) {
  const words: readonly string[] = excludes;
  return incidents.filter(
    ({ start, end, cause }) =>
      (end - start >= toleratesSeconds || start === 0 || end === length) &&
      !words.includes(cause.slice(cause.lastIndexOf('/') + 1)),
  );
}

const READING = 'A diamond marks where the last of a budget is used up.';

function windowsBroken(report: Report | null): string {
  const found = report?.windows;
  if (found === undefined) return '';
  const { broken, window, promise } = found;
  const share = percent(broken.mean, broken.ci95);
  return `${READING} Of all ${window}s ${share} break the promise of ${formatPercent(promise)}.`;
}

function yearsBroken(promise: number, report: Report | null): string {
  const target = report === null ? undefined : targetOf(report.targets, 'availability');
  if (report === null || target?.goal !== promise || target.yearsMet === null) return '';
  return (
    `${READING} Of ${whole(report.run.years)} simulated years ${percent(1 - target.yearsMet)} ` +
    `break the budget of ${formatPercent(promise)}.`
  );
}
