import { useComputed, useSignal, useSignalEffect } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { Editor } from './editor/index.ts';
import { target } from './editor/place.ts';
import { Diagnostics, ModelBar, NotKept } from './model/index.ts';
import { narrow } from './model/narrow.ts';
import { Dialog } from './parts/dialog.tsx';
import { lazily } from './parts/lazy.tsx';
import { blank, drilling, reading, selected } from './state/store.ts';
import { type SideView, sideView } from './state/side.ts';
import { breakCalls } from './topology/break-key.ts';

const Inspector = lazily(() => import('./inspector/index.ts').then((parts) => parts.Inspector));
/** Of one loading with the phone's: paper, which is as narrow, waits for nothing. */
export const DrillAside = lazily(() => import('./drill/index.ts').then((parts) => parts.DrillAside));

/** Beside the topology, on a phone as sheets: the inspector and the text, and what follows of what is broken. */
export function Side() {
  useSignalEffect(() => {
    // Somebody wants to see a place in the text …
    if (target.value !== null) sideView.value = 'text';
  });
  useSignalEffect(() => {
    // … or to break what is chosen, or sees what follows.
    if (breakCalls.value > 0 || drilling.value !== null) sideView.value = 'inspector';
  });
  return narrow.value ? (
    <Sheets />
  ) : (
    <section class="side" aria-label="Model">
      <Views />
      <NotKept />
    </section>
  );
}

function Sheets() {
  const open = useSignal(false);
  useSignalEffect(() => {
    if (target.value !== null) open.value = true;
  });
  // What the caret came by is not asked for: its sheet would lie over what one goes back to.
  const before = useRef(selected.peek());
  useSignalEffect(() => {
    if (open.value) before.current = selected.peek();
  });
  const close = () => {
    open.value = false;
    if (selected.peek() !== before.current) selected.value = null;
  };
  const isSheet = selected.value !== null && !open.value;
  useEffect(() => {
    if (isSheet) showChosen();
  }, [isSheet]);
  return (
    <>
      <button type="button" class="button model-open" aria-haspopup="dialog" onClick={() => (open.value = true)}>
        Change the model
        <Count />
      </button>
      <NotKept />
      {isSheet && (
        <section class="sheet" aria-label="Inspector">
          <Inspector />
        </section>
      )}
      <Dialog title="Model" full open={open.value} onClose={close}>
        <div class="model-panel">
          <ModelBar />
          <Views />
        </div>
      </Dialog>
    </>
  );
}

/** The topology goes above the sheet that would cover what is chosen. */
function showChosen(): void {
  const chosen = document.querySelector('.topology-drawing .mark.is-chosen');
  if (chosen === null || chosen.getBoundingClientRect().bottom < innerHeight / 2) return;
  document.querySelector('.topology-frame')?.scrollIntoView({ block: 'start' });
}

function Count() {
  const errors = useComputed(
    () => reading.value?.diagnostics.filter(({ severity }) => severity === 'error').length ?? 0,
  );
  return errors.value === 0 ? null : (
    <span class="model-badge">{errors.value === 1 ? '1 error' : `${errors.value} errors`}</span>
  );
}

const VIEWS: readonly { readonly view: SideView; readonly name: string }[] = [
  { view: 'inspector', name: 'Inspector' },
  { view: 'text', name: 'Text' },
];

/** Two views of the same model. */
function Views() {
  const list = useRef<HTMLDivElement>(null);
  const view = sideView.value;
  const other: SideView = view === 'text' ? 'inspector' : 'text';
  const isDrill = drilling.value !== null && !narrow.value;
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
          sideView.value = other;
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
            onClick={() => (sideView.value = each)}
          >
            {name}
          </button>
        ))}
      </div>
      <div id="model-view" class="model-view" role="tabpanel" aria-labelledby={`model-tab-${view}`}>
        {view === 'inspector' && isDrill && <DrillAside />}
        {view === 'text' ? <Editor /> : <Inspector />}
      </div>
      {/* That a blank sheet has no services yet is no news. */}
      {!(blank.value && view === 'inspector') && <Diagnostics />}
    </div>
  );
}
