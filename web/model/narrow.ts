import { signal } from '@preact/signals';

/** Below this the model is a sheet over the page; the same width as in `base.css`. */
const query = matchMedia('(max-width: 899.98px)');

export const narrow = signal(query.matches);
query.addEventListener('change', ({ matches }) => (narrow.value = matches));
