import { signal } from '@preact/signals';

/** What the field means that has the focus or the pointer; empty: none has. */
const meaning = signal('');

/** To be spread on what has a meaning. */
export function meaningOf(doc: string) {
  return { onFocusIn: () => (meaning.value = doc), onPointerEnter: () => (meaning.value = doc) };
}

/** At the inspector's foot, over what is there, so that nothing moves under a pointer. */
export function Meaning() {
  return meaning.value === '' ? null : (
    <p class="inspector-meaning" aria-hidden="true">
      {meaning.value}
    </p>
  );
}
