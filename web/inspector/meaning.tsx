import { signal } from '@preact/signals';

/** What the field means that has the focus or the pointer; empty: none has. */
const meaning = signal('');

/** To be spread on what has a meaning. */
export function meaningOf(doc: string) {
  return { onFocusIn: () => (meaning.value = doc), onPointerEnter: () => (meaning.value = doc) };
}

/** At the inspector's foot, always in the same place, so that nothing moves under a pointer. */
export function Meaning() {
  return (
    <p class="inspector-meaning" aria-hidden="true">
      {meaning.value || 'What a field means stands here.'}
    </p>
  );
}
