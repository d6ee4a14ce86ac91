import type { ComponentChild } from 'preact';
import type { Against } from '../data/differences.ts';
import { MODEL_SYMBOLS, slotOf } from '../symbols.ts';

/** On a narrow picture there is no room for names beside the rows. */
export function DifferenceKeys({ against }: { readonly against: readonly Against[] }): ComponentChild {
  return (
    <ul class="plot-legend plot-keys" aria-hidden="true">
      {against.map(({ index, slot, name }) => (
        <li key={index} class="plot-key">
          <svg width="16" height="16" viewBox="-8 -8 16 16">
            <path class={`plot-symbol plot-s${slotOf(slot)}`} d={MODEL_SYMBOLS[slotOf(slot)]} />
          </svg>
          {name}
        </li>
      ))}
    </ul>
  );
}
