import { budgetOf } from '../compile/sla.ts';
import type { Model } from '../model/model.ts';
import { DAYS_OF_WINDOW, type SlaWindows } from '../model/sla.ts';
import { SLA_ROW, SLA_SUM } from '../observe/sla-figures.ts';
import { COUNT } from '../observe/counts.ts';
import type { Tally } from '../observe/tally.ts';
import { histogramQuantile } from '../statistics/histogram.ts';
import { momentsMax, momentsMin } from '../statistics/moments.ts';
import { SECONDS_PER_YEAR } from '../units/table.ts';
import { complement, ofTime, perReplication, scaled } from './estimates.ts';
import type { Events, SingleEvents } from './events.ts';
import type { Report } from './report.ts';

/** What a model's SLA comes to; nothing where it states none. */
export function slaFigures({ sla }: Model, tally: Tally, events: Events): Pick<Report, 'sla' | 'windows'> {
  const { toleratesSeconds, excludes, windows } = sla;
  const isApart = toleratesSeconds > 0 || excludes.length > 0;
  const row = (index: number, event: SingleEvents) => perReplication(tally.sla, index, event);
  const down = isApart ? row(SLA_ROW.down, events.outage) : null;
  return {
    ...(down === null
      ? {}
      : {
          sla: {
            toleratesSeconds,
            excludes,
            availability: complement(ofTime(scaled(down, 1 / SECONDS_PER_YEAR))),
            downtimePerYear: down,
            incidentsPerYear: row(SLA_ROW.incidents, events.one),
          },
        }),
    ...(windows === null ? {} : { windows: windowFigures(windows, tally) }),
  };
}

const DAY = 86_400;

function windowFigures(windows: SlaWindows, tally: Tally): NonNullable<Report['windows']> {
  const { window, promise, credits, feePerSecond } = windows;
  const size = DAYS_OF_WINDOW[window] * DAY;
  const budgetSeconds = budgetOf(promise, size);
  const years = tally.counts[COUNT.years];
  const seen = tally.slaSums[SLA_SUM.windows];
  const [sum, squares, cubes] = [SLA_SUM.credits, SLA_SUM.creditSquares, SLA_SUM.creditCubes].map(
    (row) => tally.slaSums[row],
  );
  const largest = Math.max(0, ...credits.map(({ share }) => share * feePerSecond * size));
  const typical = sum > 0 ? squares / sum / years : 0;
  const left = (p: number): number | null => {
    const histogram = tally.windowHistograms[0];
    if (histogram === null || !(budgetSeconds > 0)) return null;
    const { windowValues: values } = tally;
    const used = histogramQuantile(histogram, 1 - p, momentsMin(values, 0), momentsMax(values, 0));
    return used === null ? null : 1 - used / budgetSeconds;
  };
  return {
    ...{ window, promise, budgetSeconds },
    broken: perReplication(tally.sla, SLA_ROW.broken, counted(seen)),
    yearsWithBroken: perReplication(tally.sla, SLA_ROW.yearsBroken, counted(years)),
    creditsPerYear: perReplication(tally.sla, SLA_ROW.credits, {
      typical,
      size: cubes > 0 ? Math.max(typical, cubes / squares / years) : 0,
      missed: Math.max(typical, largest / years),
      most: Infinity,
    }),
    budgetLeft: { p5: left(0.05), p50: left(0.5), p95: left(0.95) },
  };
}

/** Of so many, each of which is one or is not. */
function counted(of: number): SingleEvents {
  const one = of > 0 ? 1 / of : 1;
  return { typical: one, size: one, missed: one, most: 1 };
}
