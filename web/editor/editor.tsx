import { useSignal, useSignalEffect } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { change } from '../state/history.ts';
import { text } from '../state/store.ts';
import type { Code } from './code.ts';
import { offsetOf, target } from './place.ts';
import { TYPING } from './typing.ts';
import './editor.css';

/** The model's text. A plain text field until the editor's code has come, and where it cannot come. */
export function Editor() {
  const host = useRef<HTMLDivElement>(null);
  const code = useRef<Code | null>(null);
  const state = useSignal<'loading' | 'code' | 'plain'>('loading');
  useEffect(() => {
    let gone = false;
    import('./code.ts').then(
      ({ openCode }) => {
        if (gone || host.current === null) return;
        const plain = host.current.parentElement?.querySelector('textarea');
        const focused = plain !== null && plain !== undefined && plain === document.activeElement;
        code.current = openCode(
          host.current,
          plain === null || plain === undefined ? null : [plain.selectionStart, plain.selectionEnd],
        );
        state.value = 'code';
        if (focused) code.current.focus();
      },
      () => {
        if (!gone) state.value = 'plain';
      },
    );
    return () => {
      gone = true;
      code.current?.close();
    };
  }, []);
  return (
    <div class="editor">
      <div
        ref={host}
        class="editor-code"
        data-key="editor"
        tabIndex={-1}
        onFocus={() => code.current?.focus()}
        hidden={state.value !== 'code'}
      />
      {state.value !== 'code' && <Plain />}
      <p class="editor-hint">
        {state.value === 'plain' && 'The editor could not be loaded; the plain text works as well. '}
        {state.value === 'code' && (
          <>
            <kbd>Ctrl</kbd> <kbd>Space</kbd> completes; <kbd>Esc</kbd>, then <kbd>Tab</kbd> leaves the text.
          </>
        )}
      </p>
    </div>
  );
}

function Plain() {
  const field = useRef<HTMLTextAreaElement>(null);
  useSignalEffect(() => {
    const wanted = target.value;
    if (wanted === null || field.current === null) return;
    field.current.focus();
    if (wanted === 'here') return;
    const at = offsetOf(text.peek(), wanted);
    field.current.setSelectionRange(at, at);
  });
  return (
    <textarea
      ref={field}
      class="editor-plain"
      aria-label="Model, as YAML text"
      spellcheck={false}
      autocomplete="off"
      autocapitalize="off"
      wrap="off"
      rows={24}
      value={text.value}
      onInput={(event) => change(event.currentTarget.value, 'typing', TYPING)}
    />
  );
}
