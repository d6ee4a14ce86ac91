import { effect } from '@preact/signals';
import { type Theme, theme } from './store.ts';

const KEY = 'nines theme';
const THEMES: readonly Theme[] = ['auto', 'light', 'dark'];

/** Puts the theme on the document and remembers it. */
export function followTheme(): void {
  try {
    const kept = localStorage.getItem(KEY);
    theme.value = THEMES.find((each) => each === kept) ?? 'auto';
  } catch {
    // Storage is blocked: the system's theme it is.
  }
  effect(() => {
    const { dataset } = document.documentElement;
    if (theme.value === 'auto') delete dataset.theme;
    else dataset.theme = theme.value;
    try {
      localStorage.setItem(KEY, theme.value);
    } catch {
      // As above.
    }
  });
}

export function nextTheme(): void {
  theme.value = THEMES[(THEMES.indexOf(theme.value) + 1) % THEMES.length];
}
