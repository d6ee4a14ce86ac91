import { openHelp } from './help/index.ts';
import { explaining } from './state/store.ts';

/** While figures are explained: how, and the ways on from here. */
export function Explaining() {
  if (!explaining.value) return null;
  return (
    <div class="explaining no-print" role="region" aria-label="Explanations">
      <p role="status">
        Each <span aria-hidden="true">?</span>
        <span class="visually-hidden">Explain button</span> says what the figure beside it means.
      </p>
      <button type="button" class="button" onClick={openHelp}>
        Help and keys
      </button>
      <button type="button" class="button" onClick={() => (explaining.value = false)} title="Escape">
        Done
      </button>
    </div>
  );
}
