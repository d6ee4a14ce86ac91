import { keysOf } from './keys.ts';
import { pause, resume, run } from './state/runs.ts';
import { blank, explaining, model, progress, report, running, tab, text } from './state/store.ts';
import { nameOf } from './text/name.ts';
import { formatPercent } from '../src/units/format.ts';
import { ModelBar } from './model/index.ts';
import { narrow } from './model/narrow.ts';
import { Settings } from './settings.tsx';
import { openShare } from './share/index.ts';

/** Name, what is simulated, and what can be done with it: one row at any width. */
export function Header() {
  return (
    <header class="shell-header">
      <h1 class="brand">
        nines <span class="brand-model">{blank.value ? nameOf(text.value) : (model.value?.name ?? '')}</span>
      </h1>
      {!narrow.value && <ModelBar />}
      <div class="controls push" role="group" aria-label="Simulation">
        <RunButton />
        <Interval />
        <Settings />
      </div>
      <div class="controls">
        <button type="button" class="button only-roomy" onClick={() => (tab.value = 'compare')}>
          Compare
        </button>
        <button type="button" class="button" onClick={openShare}>
          Share
        </button>
        <button
          type="button"
          class="button"
          aria-pressed={explaining.value}
          aria-label="Explain the figures"
          title={`What the figures mean, and help (${keysOf('help')})`}
          onClick={() => (explaining.value = !explaining.value)}
        >
          ?
        </button>
      </div>
    </header>
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
    <button type="button" class="button button-primary" onClick={() => void act()} title={keysOf('run')}>
      {label}
    </button>
  );
}

/** How far the run is, and how wide the interval still is. */
function Interval() {
  const found = report.value;
  if (found === null || blank.value) return null;
  const { mean, ci95 } = found.availability;
  const relative = mean < 1 ? (ci95[1] - ci95[0]) / 2 / (1 - mean) : null;
  return (
    <span class="interval">
      <progress max={1} value={progress.value?.done ?? 0} aria-label="Years simulated" />
      {relative === null ? (
        'no downtime seen'
      ) : (
        <span>
          ± {formatPercent(relative, 2)}
          <small> of the downtime</small>
        </span>
      )}
    </span>
  );
}
