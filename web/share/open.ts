import { signal } from '@preact/signals';
import { beginWith } from '../state/autosave.ts';
import { notice } from '../state/store.ts';
import { decodeLink, isLink } from '../state/link.ts';

/** Why the link that the page was opened with cannot be read; empty where there is nothing to say. */
export const badLink = signal('');

/**
 * Opens a link's model as one step that can be undone, in a document of its own. False: there is no link, or a bad one.
 */
export async function openLink(hash: string): Promise<boolean> {
  if (!isLink(hash)) return false;
  const found = await decodeLink(hash);
  // The address bar would go on showing the model as it was when it was shared.
  history.replaceState(null, '', location.pathname + location.search);
  if (!found.ok) {
    badLink.value = found.reason;
    return false;
  }
  badLink.value = '';
  beginWith(found.text, 'open a link', found);
  notice.value = 'Opened from a link. Your own documents are untouched.';
  return true;
}

/** A link pasted into the address bar of a page that is open already. */
export function followLinks(): void {
  addEventListener('hashchange', () => void openLink(location.hash));
}
