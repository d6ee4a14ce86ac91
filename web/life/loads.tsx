import { useComputed } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import { LoadPlot } from '../../src/plots/load-plot.tsx';
import type { Life } from '../../src/run/life.ts';
import { DAY_SECONDS } from '../../src/units/hours.ts';
import { model } from '../state/store.ts';
import { cursor } from './cursor.ts';
import { loadDays } from './load.ts';

/** The load of each member on the day that is looked at, of each service that has one. */
export function Loads({ life }: { readonly life: Life }) {
  const day = useComputed(() =>
    Math.min(Math.floor(cursor.value / DAY_SECONDS), Math.ceil(life.length / DAY_SECONDS) - 1),
  );
  const of = model.value;
  const days = useMemo(() => (of === null ? [] : loadDays(life, of, day.value)), [life, of, day.value]);
  return (
    <>
      {days.map((each) => (
        <LoadPlot
          key={each.service}
          day={each}
          name={of?.name ?? ''}
          source={`${of?.name ?? ''} · year ${life.replication + 1}, day ${each.day} · seed ${life.seed}`}
        />
      ))}
    </>
  );
}
