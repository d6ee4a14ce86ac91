import { useEffect } from 'preact/hooks';
import { Explain } from '../../explain/index.ts';
import { StrategiesPlot } from '../../../src/plots/strategies-plot.tsx';
import { counted } from '../../../src/plots/data/text.ts';
import { results, RUNS, trials, tryStrategies, YEARS } from './state.ts';
import { StrategiesTable } from './strategies-table.tsx';

/** The four published recovery strategies for the same shop, each tried by losing its region. */
export function StrategiesView() {
  useEffect(() => void tryStrategies(), []);
  const done = trials.value.filter(({ state }) => state === 'done' || state === 'failed').length;
  const what = results.value[0]?.experiment.what;
  return (
    <section class="strategies" aria-labelledby="strategies-title">
      <div class="results-title">
        <h2 class="title" id="strategies-title">
          The four recovery strategies
        </h2>
        <Explain figure="strategies" report={null} />
      </div>
      <p class="prose muted">
        One shop, four ways to be ready for the loss of its region. Each is put through{' '}
        {what === undefined ? 'it' : <code>{what}</code>} {counted(RUNS, 'time')}, and through{' '}
        {counted(YEARS, 'ordinary year')}.
      </p>
      <p class="small muted" role="status">
        {done < trials.value.length ? `${done} of ${trials.value.length} done.` : ''}
      </p>
      <StrategiesTable />
      {results.value.length > 0 && (
        <StrategiesPlot
          results={results.value}
          source={`${what}, ${counted(RUNS, 'run')} each`}
          explain={<Explain figure="strategies" report={null} />}
        />
      )}
    </section>
  );
}
