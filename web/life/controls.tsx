import { useId } from 'preact/hooks';
import { model, report, seed } from '../state/store.ts';
import { failure, life, lifeSeed, lifeYear, loading, showWorst, showYear } from './choice.ts';
import { download } from './download.ts';
import { eventsCsv } from './words.ts';

/** Of fewer years where a year takes long: some ten seconds at most. */
const WORST_OF = [
  { count: 1000, name: 'Worst of a thousand', eventsPerYear: 10_000 },
  { count: 100, name: 'Worst of a hundred', eventsPerYear: 100_000 },
  { count: 10, name: 'Worst of ten', eventsPerYear: Infinity },
] as const;

/** Which life: its seed, its year, or the worst of many. */
export function Controls() {
  const shown = life.value;
  const year = shown ? shown.replication + 1 : 1;
  const { events = 0, years: ran = 1 } = report.value?.run ?? {};
  const worst = WORST_OF.find(({ eventsPerYear }) => events / ran <= eventsPerYear)!;
  const isWorst = 'worstOf' in lifeYear.value;
  return (
    <form class="life-controls" onSubmit={(event) => event.preventDefault()} aria-label="Which life">
      <Seed />
      <Year year={year} />
      <button
        type="button"
        class="button"
        aria-pressed={isWorst}
        onClick={() => (isWorst ? showYear(year) : showWorst(worst.count))}
      >
        {worst.name}
      </button>
      <button
        type="button"
        class="button button-quiet life-export"
        disabled={shown === null}
        onClick={() => shown && download(eventsCsv(shown), `life-${year}.csv`, 'text/csv')}
      >
        Events as CSV
      </button>
      <p class="life-status" role="status">
        {failure.value || (loading.value ? (isWorst ? 'Living through many years…' : 'Living through the year…') : '')}
      </p>
    </form>
  );
}

function Seed() {
  const id = useId();
  const usual = seed.value || model.value?.simulation.seed || '1';
  return (
    <div class="field">
      <label for={id}>Seed</label>
      <input
        id={id}
        class="life-seed"
        value={lifeSeed.value || usual}
        maxLength={200}
        spellcheck={false}
        autocomplete="off"
        onChange={(event) => {
          const value = event.currentTarget.value.trim();
          lifeSeed.value = value === usual ? '' : value;
          if (value === '') event.currentTarget.value = usual;
        }}
      />
    </div>
  );
}

function Year({ year }: { readonly year: number }) {
  const id = useId();
  return (
    <div class="field">
      <label for={id}>Year</label>
      <div class="button-group">
        <button
          type="button"
          class="button button-icon"
          aria-label="Previous year"
          disabled={year <= 1}
          onClick={() => showYear(year - 1)}
        >
          ‹
        </button>
        <input
          id={id}
          class="life-year"
          type="number"
          inputMode="numeric"
          min={1}
          step={1}
          value={year}
          onChange={(event) => {
            const value = event.currentTarget.valueAsNumber;
            if (value >= 1) showYear(value);
            else event.currentTarget.value = String(year);
          }}
        />
        <button type="button" class="button button-icon" aria-label="Next year" onClick={() => showYear(year + 1)}>
          ›
        </button>
      </div>
    </div>
  );
}
