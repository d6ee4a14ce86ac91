import { followLinks, openLink } from './share/index.ts';
import { followWork, restoreWork } from './state/autosave.ts';
import { change, clearHistory } from './state/history.ts';

/**
 * The text the page opens with: what this browser was working on, or else the gallery's web shop; and over it, as a
 * step that can be undone, that of a link.
 */
export async function begin(): Promise<void> {
  if (!(await restoreWork())) {
    const first = await import('../models/web-shop.yaml?raw');
    change(first.default, 'web shop');
    clearHistory();
  }
  followWork();
  await openLink(location.hash);
  followLinks();
}
