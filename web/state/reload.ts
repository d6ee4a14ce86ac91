import { encodeLink } from './link.ts';
import { saveNow, saving } from './autosave.ts';
import { seed, tab, text, years } from './store.ts';

/** What a part of the page that could not be loaded is due to. */
export type Missing = 'offline' | 'replaced' | 'unknown';

/** Names this version of the page: the address of its own script. A deploy gives it another one. */
const OWN_SCRIPT = import.meta.url;

/**
 * Says to the service worker which version this tab runs, as long as it is open, so that its files are kept until then.
 * Without locks or a service worker nobody asks.
 */
export function holdVersion(): void {
  const { locks } = navigator as { readonly locks?: LockManager };
  locks?.request(OWN_SCRIPT, { mode: 'shared' }, () => new Promise<void>(() => undefined)).catch(() => undefined);
}

/** Why a part of this page could not be loaded, as far as the page as it is on its server tells. */
export async function whyMissing(): Promise<Missing> {
  try {
    const answer = await fetch('./', { cache: 'no-store' });
    const scripts = [...document.querySelectorAll<HTMLScriptElement>('script[type=module]')].map(
      ({ src }) => src.split('/').at(-1) ?? '',
    );
    const page = await answer.text();
    return answer.ok && !scripts.every((name) => page.includes(name)) ? 'replaced' : 'unknown';
  } catch {
    return 'offline';
  }
}

/** Loads the page anew with the model as it is; where this browser keeps nothing, in a link of its own. */
export async function reloadKeeping(): Promise<void> {
  saveNow();
  if (saving.peek() === 'off')
    history.replaceState(
      null,
      '',
      await encodeLink({ text: text.peek(), seed: seed.peek(), years: years.peek(), tab: tab.peek() }),
    );
  location.reload();
}
