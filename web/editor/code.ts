import { autocompletion, closeBrackets, closeBracketsKeymap, completionKeymap } from '@codemirror/autocomplete';
import { defaultKeymap, indentWithTab } from '@codemirror/commands';
import { yaml } from '@codemirror/lang-yaml';
import { bracketMatching, indentOnInput, syntaxHighlighting } from '@codemirror/language';
import { lintGutter, nextDiagnostic, previousDiagnostic, setDiagnostics } from '@codemirror/lint';
import { Annotation, Compartment, EditorState, type Extension, Prec, Transaction } from '@codemirror/state';
import {
  drawSelection,
  dropCursor,
  EditorView,
  highlightActiveLine,
  highlightActiveLineGutter,
  hoverTooltip,
  keymap,
  lineNumbers,
} from '@codemirror/view';
import { effect } from '@preact/signals';
import { tooDeepAt } from '../../src/model/source/depth.ts';
import { change, redo, stepped, undo } from '../state/history.ts';
import { diff } from '../state/patch.ts';
import { reading, text } from '../state/store.ts';
import { complete } from './completion.ts';
import { hangingIndent } from './hanging-indent.ts';
import { hover } from './hover.ts';
import { keepCursorInView } from './keep-in-view.ts';
import { lintOf } from './lint.ts';
import { offsetOf, target } from './place.ts';
import { selectByCaret, showSelected } from './selection.ts';
import { TYPING } from './typing.ts';
import { highlighting, theme } from './theme.ts';

/** The editor's code, in a chunk of its own. */
export interface Code {
  focus(): void;
  close(): void;
}

const LEAVE_MILLISECONDS = 2_000;

/** A text can have tens of thousands of errors; nobody mends more than these before it is read again. */
const MOST_MARKS = 100;

/** Marks changes that come from the page's state, which are not to be told back to it. */
const fromState = Annotation.define<boolean>();

/**
 * Opens an editor of the page's text in `host`. It lives in a shadow root: there its styles are constructed sheets,
 * which a strict Content-Security-Policy allows; in the document they would be inline style elements.
 */
export function openCode(host: HTMLElement, selection: readonly [number, number] | null): Code {
  const root = host.shadowRoot ?? host.attachShadow({ mode: 'open' });
  const now = text.peek();
  const [anchor, head] = selection ?? [0, 0];
  const view = new EditorView({
    root,
    parent: root,
    state: EditorState.create({
      doc: now,
      selection: { anchor: Math.min(anchor, now.length), head: Math.min(head, now.length) },
      extensions: extensions(now),
    }),
  });
  const stop = [
    effect(() => showText(view, text.value)),
    effect(() => showDiagnostics(view)),
    effect(() => showSelected(view)),
    effect(() => showTarget(view)),
  ];
  return {
    focus: () => view.focus(),
    close: () => {
      for (const each of stop) each();
      view.destroy();
    },
  };
}

/** The parts that read the text as YAML, which a text that is nested beyond all use goes without. */
const language = new Compartment();

function languageFor(isTooDeep: boolean): Extension {
  if (isTooDeep) return [];
  return [
    yaml(),
    syntaxHighlighting(highlighting),
    indentOnInput(),
    bracketMatching(),
    autocompletion({ override: [complete], icons: false }),
    hoverTooltip(hover),
  ];
}

/** With each change of the text, the language goes or comes back. */
function followDepth(now: string): Extension {
  let wasTooDeep = tooDeepAt(now) !== null;
  return [
    language.of(languageFor(wasTooDeep)),
    EditorState.transactionExtender.of(({ docChanged, newDoc }) => {
      if (!docChanged) return null;
      const isTooDeep = tooDeepAt(newDoc.toString()) !== null;
      if (isTooDeep === wasTooDeep) return null;
      wasTooDeep = isTooDeep;
      return { effects: language.reconfigure(languageFor(isTooDeep)) };
    }),
  ];
}

function extensions(now: string) {
  return [
    lineNumbers(),
    lintGutter(),
    highlightActiveLineGutter(),
    highlightActiveLine(),
    EditorView.lineWrapping,
    hangingIndent,
    keepCursorInView,
    drawSelection(),
    dropCursor(),
    closeBrackets(),
    EditorState.lineSeparator.of('\n'),
    EditorView.contentAttributes.of({
      'aria-label': 'Model, as YAML text',
      'aria-description': 'Control and space completes. Escape, then Tab leaves the text. F8 goes to the next error.',
      spellcheck: 'false',
      // Without it, checkers take the scrolling box for one that no key reaches.
      tabindex: '0',
      autocapitalize: 'off',
    }),
    followDepth(now),
    theme,
    selectByCaret,
    EditorView.updateListener.of(({ docChanged, transactions, state }) => {
      if (!docChanged || transactions.some((each) => each.annotation(fromState) === true)) return;
      change(state.doc.toString(), 'typing', TYPING);
    }),
    // The browser's own undo, from a menu or a phone's keyboard, is the page's as well.
    EditorView.domEventHandlers({
      beforeinput: (event) => {
        if (event.inputType !== 'historyUndo' && event.inputType !== 'historyRedo') return false;
        event.preventDefault();
        if (event.inputType === 'historyUndo') undo();
        else redo();
        return true;
      },
    }),
    // Whatever else Escape does there, the next Tab leaves the text.
    Prec.highest(keymap.of([{ key: 'Escape', run: (view) => (view.setTabFocusMode(LEAVE_MILLISECONDS), false) }])),
    keymap.of([
      { key: 'F8', run: nextDiagnostic },
      { key: 'Shift-F8', run: previousDiagnostic },
      ...closeBracketsKeymap,
      ...completionKeymap,
      indentWithTab,
      // Ctrl+Enter runs the model, everywhere on the page.
      ...defaultKeymap.filter(({ key }) => key !== 'Mod-Enter'),
    ]),
  ];
}

/** Takes over a text that was changed elsewhere, touching no more than differs, so that cursor and view stay. */
function showText(view: EditorView, wanted: string): void {
  const old = view.state.doc.toString();
  if (old === wanted) return;
  const { at, removed, inserted } = diff(old, wanted);
  const step = stepped.peek();
  view.dispatch({
    changes: { from: at, to: at + removed.length, insert: inserted },
    // Undone: the cursor goes where it happened.
    ...(step !== null && view.hasFocus ? { selection: { anchor: at + inserted.length }, scrollIntoView: true } : {}),
    annotations: [fromState.of(true), Transaction.addToHistory.of(false)],
  });
}

function showDiagnostics(view: EditorView): void {
  const read = reading.value;
  // Until the reading has caught up, the marks move along with the text.
  if (read === null || read.text !== view.state.doc.toString()) return;
  view.dispatch(
    setDiagnostics(
      view.state,
      read.diagnostics.slice(0, MOST_MARKS).map((each) => lintOf(read.text, each)),
    ),
  );
}

function showTarget(view: EditorView): void {
  const wanted = target.value;
  if (wanted === null) return;
  if (wanted !== 'here') {
    const at = offsetOf(view.state.doc.toString(), wanted);
    view.dispatch({ selection: { anchor: at }, effects: EditorView.scrollIntoView(at, { y: 'center' }) });
  }
  view.focus();
  // Taken: a panel that opens later does not jump again.
  queueMicrotask(() => (target.value = null));
}
