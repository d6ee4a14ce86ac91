import { useMemo } from 'preact/hooks';
import { BurnDownPlot } from '../../src/plots/burn-down-plot.tsx';
import type { Life } from '../../src/run/life.ts';
import { model, report } from '../state/store.ts';
import { promisedOf } from './promise.ts';

/** What is promised by the SLA's window, or allowed by the target, burnt down in the life that is shown. */
export function Budget({ life }: { readonly life: Life }) {
  const promised = useMemo(() => promisedOf(life, model.value, report.value), [life, model.value, report.value]);
  if (promised === null)
    return (
      <p class="muted small">
        A target for the availability would have an error budget, burnt down here: state one in the inspector.
      </p>
    );
  return (
    <BurnDownPlot
      {...promised}
      length={life.length}
      name={model.value?.name ?? ''}
      source={`${model.value?.name ?? ''} · year ${life.replication + 1} · seed ${life.seed}`}
    />
  );
}
