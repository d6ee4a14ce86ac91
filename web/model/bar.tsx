import { useSignal } from '@preact/signals';
import { notice, selected } from '../state/store.ts';
import { canRedo, canUndo, redo, redoLabel, undo, undoLabel } from '../state/history.ts';
import { beginWith } from '../state/autosave.ts';
import { Dialog } from '../parts/dialog.tsx';
import { lazily } from '../parts/lazy.tsx';
import { Documents } from './documents.tsx';
import { PickFromGallery } from './pick-from-gallery.ts';
import './model.css';

const Files = lazily(() => import('./files.tsx').then((parts) => parts.Files));

/** Nothing in it but that it is a model: the rest is added by pointing, or typed. */
const BLANK = 'nines: 1\nname: New model\n';

function beginBlank(): void {
  selected.value = null;
  beginWith(BLANK, 'begin with a blank sheet');
  notice.value = 'A blank sheet. What you had is among your documents, and undo brings it back.';
}

/** Where a model comes from, and the way back. */
export function ModelBar() {
  const dialog = useSignal<'gallery' | 'documents' | 'files' | null>(null);
  const close = () => (dialog.value = null);
  return (
    <div class="model-bar">
      <button type="button" class="button" onClick={beginBlank}>
        New
      </button>
      <button type="button" class="button" aria-haspopup="dialog" onClick={() => (dialog.value = 'gallery')}>
        Gallery
      </button>
      <button type="button" class="button" aria-haspopup="dialog" onClick={() => (dialog.value = 'documents')}>
        Documents
      </button>
      <button type="button" class="button" aria-haspopup="dialog" onClick={() => (dialog.value = 'files')}>
        Import
      </button>
      <button
        type="button"
        class="button button-icon"
        disabled={!canUndo.value}
        aria-label="Undo"
        title={canUndo.value ? `Undo: ${undoLabel.value}` : 'Nothing to undo'}
        onClick={undo}
      >
        <Arrow />
      </button>
      <button
        type="button"
        class="button button-icon"
        disabled={!canRedo.value}
        aria-label="Redo"
        title={canRedo.value ? `Redo: ${redoLabel.value}` : 'Nothing to redo'}
        onClick={redo}
      >
        <Arrow mirrored />
      </button>
      <Dialog title="Gallery" open={dialog.value === 'gallery'} onClose={close}>
        <PickFromGallery onChosen={close} />
      </Dialog>
      <Dialog title="Documents" open={dialog.value === 'documents'} onClose={close}>
        <Documents onChosen={close} />
      </Dialog>
      <Dialog title="Import" open={dialog.value === 'files'} onClose={close}>
        <Files />
      </Dialog>
    </div>
  );
}

function Arrow({ mirrored = false }: { readonly mirrored?: boolean }) {
  return (
    <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" class={mirrored ? 'model-mirrored' : ''}>
      <path
        d="M6 3 2.5 6.5 6 10M3 6.5h6.5a4 4 0 0 1 0 8H7"
        fill="none"
        stroke="currentColor"
        stroke-width="1.5"
        stroke-linecap="round"
        stroke-linejoin="round"
      />
    </svg>
  );
}
