import { useMemo } from 'preact/hooks';
import { targetOf } from '../../src/analysis/target-of.ts';
import { BurnDownPlot } from '../../src/plots/burn-down-plot.tsx';
import { burnDown } from '../../src/plots/data/burn-down.ts';
import type { Life } from '../../src/run/life.ts';
import { percent, whole } from '../../src/units/figure.ts';
import { formatPercent } from '../../src/units/format.ts';
import { SECONDS_PER_YEAR } from '../../src/units/table.ts';
import { model, report } from '../state/store.ts';

/** What the availability target allows a year and a month, burnt down in the life that is shown. */
export function Budget({ life }: { readonly life: Life }) {
  const promise = model.value?.targets.availability ?? null;
  const { incidents, length } = life;
  const burns = useMemo(
    () =>
      promise === null
        ? []
        : [
            { name: 'year', seconds: SECONDS_PER_YEAR },
            { name: 'month', seconds: SECONDS_PER_YEAR / 12 },
          ].map((window) =>
            burnDown(incidents, length, {
              ...window,
              budget: Number(((1 - promise) * window.seconds).toPrecision(12)),
            }),
          ),
    [promise, incidents, length],
  );
  if (promise === null)
    return (
      <p class="muted small">
        A target for the availability would have an error budget, burnt down here: state one in the inspector.
      </p>
    );
  return (
    <BurnDownPlot
      burns={burns}
      promise={promise}
      length={length}
      name={model.value?.name ?? ''}
      source={`${model.value?.name ?? ''} · year ${life.replication + 1} · seed ${life.seed}`}
      note={yearsBroken(promise)}
    />
  );
}

/** In how many of all simulated years the year's budget is overspent; empty while there are no figures. */
function yearsBroken(promise: number): string {
  const found = report.value;
  const target = found === null ? undefined : targetOf(found.targets, 'availability');
  if (found === null || target?.goal !== promise || target.yearsMet === null) return '';
  return (
    `A diamond marks where the last of a budget is used up. Of ${whole(found.run.years)} simulated years ` +
    `${percent(1 - target.yearsMet)} break the budget of ${formatPercent(promise)}.`
  );
}
