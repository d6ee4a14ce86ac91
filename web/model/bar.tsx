import { useSignal } from '@preact/signals';
import { canRedo, canUndo, redo, redoLabel, undo, undoLabel } from '../state/history.ts';
import { Dialog } from '../parts/dialog.tsx';
import { Documents } from './documents.tsx';
import { GalleryPicker } from './gallery-picker.tsx';
import './model.css';

/** Where a model comes from, and the way back. */
export function ModelBar() {
  const dialog = useSignal<'gallery' | 'documents' | null>(null);
  const close = () => (dialog.value = null);
  return (
    <div class="model-bar">
      <button type="button" class="button" aria-haspopup="dialog" onClick={() => (dialog.value = 'gallery')}>
        Gallery
      </button>
      <button type="button" class="button" aria-haspopup="dialog" onClick={() => (dialog.value = 'documents')}>
        Documents
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
        <GalleryPicker onChosen={close} />
      </Dialog>
      <Dialog title="Documents" open={dialog.value === 'documents'} onClose={close}>
        <Documents onChosen={close} />
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
