import { followLinks, openLink } from '../share/index.ts';
import { isLink } from '../share/link.ts';
import { loadModel } from '../model/gallery.ts';
import { beginWith, followWork, restoreWork } from './autosave.ts';
import { clearHistory } from './history.ts';

const FIRST = 'web-shop';

/** The text the page opens with: that of a link, else what this browser was working on, else the gallery's web shop. */
export async function begin(): Promise<void> {
  const restored = await restoreWork();
  const opened = isLink(location.hash) && (await openLink(location.hash));
  if (!restored && !opened) {
    const first = await loadModel(FIRST);
    if (first !== null) beginWith(first.text, 'web shop');
    clearHistory();
  }
  followWork();
  followLinks();
}
