import { signal } from '@preact/signals';
import { lazily } from '../parts/lazy.tsx';
import { Dialog } from '../parts/dialog.tsx';
import './share.css';

const ShareContents = lazily(() => import('./contents.tsx').then((parts) => parts.ShareContents));
const open = signal(false);

export function openShare(): void {
  open.value = true;
}

/** Link and downloads, which come when somebody asks for them. Always mounted; `openShare` opens it. */
export function ShareDialog() {
  return (
    <Dialog title="Share" open={open.value} onClose={() => (open.value = false)}>
      <ShareContents />
    </Dialog>
  );
}
