import { signal } from '@preact/signals';

/** Counts the presses of the key that breaks what has the focus: the form for it then takes the focus. */
export const breakCalls = signal(0);
