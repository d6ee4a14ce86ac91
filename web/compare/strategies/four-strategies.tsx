import { signal } from '@preact/signals';
import { canTry } from './state.ts';
import { StrategiesView } from './strategies-view.tsx';

/** Stays open over a visit to another tab. */
const isOpen = signal(false);

/** A button that puts the four published recovery strategies side by side. */
export function FourStrategies() {
  if (!canTry) return null;
  return (
    <div>
      <button
        type="button"
        class="button no-print"
        aria-expanded={isOpen.value}
        onClick={() => (isOpen.value = !isOpen.value)}
      >
        The four recovery strategies
      </button>
      {isOpen.value && <StrategiesView />}
    </div>
  );
}
