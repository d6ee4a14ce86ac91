import { browserPlatform } from './browser.ts';
import type { Platform } from './pool.ts';

/** Takes the place of `platform.ts` in the package's build for browsers: Web Workers, or null where there are none. */
export function currentPlatform(): Platform | null {
  if (typeof Worker === 'undefined') return null;
  // A form that bundlers know: they take the file along and put its new place here.
  return browserPlatform(
    () => new Worker(new URL('./worker.js', import.meta.url), { type: 'module', name: 'nines engine' }),
  );
}
