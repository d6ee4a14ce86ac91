import { useComputed, useSignal, useSignalEffect } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { Editor } from '../editor/index.ts';
import { target } from '../editor/place.ts';
import { saving } from '../state/autosave.ts';
import { canRedo, canUndo, redo, redoLabel, undo, undoLabel } from '../state/history.ts';
import { reading } from '../state/store.ts';
import { Diagnostics } from './diagnostics.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { Documents } from './documents.tsx';
import { GalleryPicker } from './gallery-picker.tsx';
import { narrow } from './narrow.ts';
import { Sliders } from './sliders.tsx';
import './model.css';

type View = 'sliders' | 'text';

interface ModelPanelProps {
  /** As a sheet behind a button, or as a column; by the window's width when left out. */
  readonly sheet?: boolean;
}

/** The model: where to start from, its text and its parameters, and what is wrong with it. */
export function ModelPanel({ sheet }: ModelPanelProps) {
  const open = useSignal(false);
  const isSheet = sheet ?? narrow.value;
  // Somebody wants to see a place in the text.
  useSignalEffect(() => {
    if (target.value !== null) open.value = true;
  });
  if (!isSheet) {
    return (
      <section class="model-panel" aria-label="Model">
        <Contents />
        <NotKept />
      </section>
    );
  }
  return (
    <>
      <button type="button" class="button model-open" aria-haspopup="dialog" onClick={() => (open.value = true)}>
        Change the model
        <Count />
      </button>
      <NotKept />
      <Dialog title="Model" full open={open.value} onClose={() => (open.value = false)}>
        <div class="model-panel">
          <Contents />
        </div>
      </Dialog>
    </>
  );
}

function Count() {
  const errors = useComputed(
    () => reading.value?.diagnostics.filter(({ severity }) => severity === 'error').length ?? 0,
  );
  return errors.value === 0 ? null : (
    <span class="model-badge">{errors.value === 1 ? '1 error' : `${errors.value} errors`}</span>
  );
}

/** Beside the model, or on a phone beside its button: for as long as it is so. */
function NotKept() {
  return (
    <p class="model-hint" role="status">
      {saving.value === 'off' && 'Not kept in this browser: its storage is full or blocked.'}
    </p>
  );
}

function Contents() {
  const view = useSignal<View>(target.peek() === null ? 'sliders' : 'text');
  const dialog = useSignal<'gallery' | 'documents' | null>(null);
  useSignalEffect(() => {
    if (target.value !== null) view.value = 'text';
  });
  const close = () => (dialog.value = null);
  return (
    <>
      <div class="model-bar">
        <button type="button" class="button" aria-haspopup="dialog" onClick={() => (dialog.value = 'gallery')}>
          Gallery
        </button>
        <button type="button" class="button" aria-haspopup="dialog" onClick={() => (dialog.value = 'documents')}>
          Documents
        </button>
        <span class="model-bar-space" />
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
      </div>
      <Views view={view.value} onChoose={(chosen) => (view.value = chosen)} />
      <Diagnostics />
      <Dialog title="Gallery" open={dialog.value === 'gallery'} onClose={close}>
        <GalleryPicker onChosen={close} />
      </Dialog>
      <Dialog title="Documents" open={dialog.value === 'documents'} onClose={close}>
        <Documents onChosen={close} />
      </Dialog>
    </>
  );
}

const VIEWS: readonly { readonly view: View; readonly name: string }[] = [
  { view: 'sliders', name: 'Sliders' },
  { view: 'text', name: 'Text' },
];

/** Two views of the same text. */
function Views({ view, onChoose }: { readonly view: View; readonly onChoose: (view: View) => void }) {
  const list = useRef<HTMLDivElement>(null);
  const other: View = view === 'text' ? 'sliders' : 'text';
  return (
    <div class="model-views">
      <div
        ref={list}
        class="model-switch"
        role="tablist"
        aria-label="Ways to change the model"
        onKeyDown={(event) => {
          if (!['ArrowLeft', 'ArrowRight', 'Home', 'End'].includes(event.key)) return;
          event.preventDefault();
          onChoose(other);
          list.current?.querySelector<HTMLElement>(`#model-tab-${other}`)?.focus();
        }}
      >
        {VIEWS.map(({ view: each, name }) => (
          <button
            key={each}
            type="button"
            role="tab"
            id={`model-tab-${each}`}
            aria-selected={view === each}
            aria-controls="model-view"
            tabIndex={view === each ? 0 : -1}
            onClick={() => onChoose(each)}
          >
            {name}
          </button>
        ))}
      </div>
      <div id="model-view" class="model-view" role="tabpanel" aria-labelledby={`model-tab-${view}`}>
        {view === 'text' ? <Editor /> : <Sliders />}
      </div>
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
