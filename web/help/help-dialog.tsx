import { signal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { lazily } from '../parts/lazy.tsx';
import './help.css';

const HelpText = lazily(() => import('./help-text.tsx').then((parts) => parts.HelpText));
const isOpen = signal(false);

export function openHelp(): void {
  isOpen.value = true;
}

/** The text comes when somebody asks for it. */
export function HelpDialog() {
  const dialog = useRef<HTMLDialogElement>(null);
  const open = isOpen.value;
  // Once its head is there: the focus goes to the first control in it.
  useEffect(() => {
    if (open && dialog.current?.open === false) dialog.current.showModal();
  }, [open]);
  return (
    <dialog
      ref={dialog}
      class="help"
      aria-labelledby="help-title"
      onClose={() => (isOpen.value = false)}
      onClick={closeOutside}
    >
      {open && <Contents close={() => dialog.current?.close()} />}
    </dialog>
  );
}

/** A click on the backdrop is a click on the dialog itself. */
function closeOutside(event: MouseEvent): void {
  if (event.target instanceof HTMLDialogElement) event.target.close();
}

function Contents({ close }: { readonly close: () => void }) {
  return (
    <div class="help-body">
      <div class="help-head">
        <h2 class="title" id="help-title">
          Help
        </h2>
        <button type="button" class="button" onClick={close}>
          Close
        </button>
      </div>
      <HelpText />
    </div>
  );
}
