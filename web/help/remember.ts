import { singleKeys } from './keys.ts';

const KEY = 'nines single keys';

/** As it was left the last time. */
export function recallSingleKeys(): void {
  try {
    singleKeys.value = localStorage.getItem(KEY) !== 'off';
  } catch {
    // Storage is blocked: they are on.
  }
}

export function rememberSingleKeys(on: boolean): void {
  singleKeys.value = on;
  try {
    localStorage.setItem(KEY, on ? 'on' : 'off');
  } catch {
    // As above: until the page is closed.
  }
}
