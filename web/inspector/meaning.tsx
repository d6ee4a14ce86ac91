import { signal } from '@preact/signals';

/** What the field means that has the focus or the pointer; empty: none has. */
const meaning = signal('');

/** To be spread on what has a meaning. */
export function meaningOf(doc: string) {
  return { onFocusIn: () => (meaning.value = doc), onPointerEnter: () => (meaning.value = doc) };
}

/**
 * At the inspector's foot, over what is there, with room of its own at the end, however much it says: what moved under
 * a pointer would change what is pointed at, and that what it says.
 */
export function Meaning() {
  return (
    <div class="inspector-meaning" aria-hidden="true">
      {meaning.value !== '' && <p>{meaning.value}</p>}
    </div>
  );
}
