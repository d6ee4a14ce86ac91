import { useEffect, useRef } from 'preact/hooks';
import { autorun, model, seed, theme, years } from './state/store.ts';
import { nextTheme } from './state/theme.ts';

const YEARS = [1_000, 10_000, 100_000, 1_000_000];

/** How it is simulated and shown, behind one button: few change it, and seldom. */
export function Settings() {
  const details = useRef<HTMLDetailsElement>(null);
  useEffect(() => closeOutside(details), []);
  return (
    <details ref={details} class="settings">
      <summary class="button">Settings</summary>
      <div class="settings-box">
        <Years />
        <Seed />
        <label class="switch">
          <input
            type="checkbox"
            checked={autorun.value}
            onChange={(event) => (autorun.value = event.currentTarget.checked)}
          />
          Run by itself
        </label>
        <button type="button" class="button" onClick={nextTheme} aria-label={`Theme: ${theme.value}. Change it.`}>
          {{ auto: 'Light or dark as the system has it', light: 'Light', dark: 'Dark' }[theme.value]}
        </button>
      </div>
    </details>
  );
}

/** Escape and a press elsewhere close it, as they do a menu. */
function closeOutside(details: { readonly current: HTMLDetailsElement | null }): () => void {
  const press = (event: Event) => {
    if (details.current?.open && !event.composedPath().includes(details.current)) details.current.open = false;
  };
  const leave = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !details.current?.open) return;
    details.current.open = false;
    details.current.querySelector('summary')?.focus();
    event.preventDefault();
  };
  document.addEventListener('pointerdown', press);
  document.addEventListener('keydown', leave, true);
  return () => {
    document.removeEventListener('pointerdown', press);
    document.removeEventListener('keydown', leave, true);
  };
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
