import { loadModel } from './model/gallery.ts';
import { followLinks, openLink } from './share/index.ts';
import { followWork, restoreWork } from './state/autosave.ts';
import { change, clearHistory } from './state/history.ts';

const FIRST = 'web-shop';

/**
 * The text the page opens with: what this browser was working on, or else the gallery's web shop; and over it, as a
 * step that can be undone, that of a link.
 */
export async function begin(): Promise<void> {
  if (!(await restoreWork())) {
    const first = await loadModel(FIRST);
    if (first !== null) change(first.text, 'web shop');
    clearHistory();
  }
  followWork();
  await openLink(location.hash);
  followLinks();
}
