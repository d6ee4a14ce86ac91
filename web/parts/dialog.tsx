import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';

interface DialogProps {
  readonly title: string;
  readonly open: boolean;
  readonly onClose: () => void;
  /** Over the whole screen. */
  readonly full?: boolean;
  readonly children: ComponentChildren;
}

/** A modal dialog with its title and a way out; the platform keeps the focus inside and gives it back. */
export function Dialog({ title, open, onClose, full = false, children }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => {
    const element = dialog.current;
    if (open && element?.open === false) element.showModal();
    if (!open && element?.open === true) element.close();
  }, [open]);
  return (
    <dialog
      ref={dialog}
      class={full ? 'model-dialog model-sheet' : 'model-dialog'}
      aria-labelledby={id}
      onClose={onClose}
      onClick={(event) => {
        if (event.target === dialog.current) onClose();
      }}
    >
      {open && (
        <div class="model-dialog-inside">
          <div class="model-dialog-head">
            <h2 id={id}>{title}</h2>
            <button type="button" class="button" onClick={onClose}>
              {full ? 'Done' : 'Close'}
            </button>
          </div>
          {children}
        </div>
      )}
    </dialog>
  );
}
