import { keysOf } from './keys.ts';
import { pause, resume, run } from './state/runs.ts';
import { autorun, model, progress, report, running, seed, theme, years } from './state/store.ts';
import { nextTheme } from './state/theme.ts';
import { formatPercent } from '../src/units/format.ts';
import { openHelp } from './help/index.ts';
import { openShare } from './share/index.ts';

const YEARS = [1_000, 10_000, 100_000, 1_000_000];

/** Name, what is simulated, and what can be done with it. */
export function Header() {
  return (
    <header class="shell-header">
      <h1 class="brand">
        nines <span class="brand-model">{model.value?.name ?? ''}</span>
      </h1>
      <div class="controls" role="group" aria-label="Simulation">
        <Seed />
        <Years />
        <RunButton />
        <Interval />
      </div>
      <div class="controls">
        <button type="button" class="button" onClick={openShare}>
          Share
        </button>
        <button type="button" class="button" onClick={nextTheme} aria-label={`Theme: ${theme.value}. Change it.`}>
          {{ auto: 'Auto', light: 'Light', dark: 'Dark' }[theme.value]}
        </button>
        <button type="button" class="button" onClick={openHelp} aria-label="Help and keys" title={keysOf('help')}>
          ?
        </button>
      </div>
    </header>
  );
}

function Seed() {
  const shown = seed.value || String(model.value?.simulation.seed ?? '1');
  return (
    <label class="field-inline small muted">
      Seed
      <input
        class="input"
        name="seed"
        size={6}
        maxLength={64}
        value={shown}
        onChange={(event) => (seed.value = event.currentTarget.value.trim())}
      />
    </label>
  );
}

function Years() {
  const own = model.value?.simulation.years ?? 10_000;
  const choices = [...new Set([own, ...YEARS])].sort((a, b) => a - b);
  return (
    <label class="field-inline small muted">
      Years
      <select
        class="input"
        name="years"
        value={String(years.value || own)}
        onChange={(event) => (years.value = Number(event.currentTarget.value))}
      >
        {choices.map((count) => (
          <option key={count} value={String(count)}>
            {count.toLocaleString('en-US')}
          </option>
        ))}
      </select>
    </label>
  );
}

function RunButton() {
  const state = progress.value?.state;
  const [label, act] = running.value
    ? (['Stop', pause] as const)
    : state === 'paused'
      ? (['Continue', resume] as const)
      : (['Run', run] as const);
  return (
    <>
      <button type="button" class="button button-primary" onClick={() => void act()} title={keysOf('run')}>
        {label}
      </button>
      <label class="switch small muted">
        <input
          type="checkbox"
          checked={autorun.value}
          onChange={(event) => (autorun.value = event.currentTarget.checked)}
        />
        Run by itself
      </label>
    </>
  );
}

/** How far the run is, and how wide the interval still is. */
function Interval() {
  const found = report.value;
  if (found === null) return null;
  const { mean, ci95 } = found.availability;
  const relative = mean < 1 ? (ci95[1] - ci95[0]) / 2 / (1 - mean) : null;
  return (
    <span class="interval">
      <progress max={1} value={progress.value?.done ?? 0} aria-label="Years simulated" />
      <span>{relative === null ? 'no downtime seen' : `± ${formatPercent(relative, 2)} of the downtime`}</span>
    </span>
  );
}
