import { EditorSelection } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { model, selected } from '../state/store.ts';
import { isUndrawn, offsetOfPath, partAt, pathOfPart, type Part, writtenName } from '../text/whereabouts.ts';

/*
 * One selection for the drawing, the inspector and the text. Moving the caret chooses what it is on; choosing something
 * elsewhere moves the caret to where that stands.
 */

/** Told of a caret that a person has moved. */
export const selectByCaret = EditorView.updateListener.of(({ state, transactions }) => {
  if (!transactions.some((each) => each.isUserEvent('select'))) return;
  const part = partAt(state.doc.toString(), state.selection.main.head);
  if (part !== null && !isSame(part, selected.peek())) selected.value = onDrawing(part);
});

/** Moves the caret to what was chosen elsewhere; not where it is within that already. */
export function showSelected(view: EditorView): void {
  const choice = selected.value;
  if (choice === null) return;
  const now = view.state.doc.toString();
  const path = pathOfPart(now, choice);
  const at = path === null ? null : offsetOfPath(now, path);
  if (at === null) return;
  const part = partAt(now, view.state.selection.main.head);
  if (choice.kind !== 'link' && part !== null && isSame(part, choice)) return;
  view.dispatch({
    selection: EditorSelection.cursor(at),
    effects: EditorView.scrollIntoView(at, { y: 'center' }),
  });
}

/** A member is its service's, a copy in a site is the service that is written. */
function isSame(part: Part, choice: Part | null): boolean {
  if (choice === null) return false;
  if (part.kind !== 'service') return choice.kind === part.kind && choice.name === part.name;
  if (choice.kind === 'domain' || choice.kind === 'route' || isUndrawn(choice.kind)) return false;
  return writtenName(choice.name.replace(/(\[[^\]]*\]| in .*| → .*)$/, '')) === part.name;
}

/** A service that has copies alone is chosen as the first of them. */
function onDrawing(part: Part): Part {
  if (part.kind !== 'service') return part;
  const service = model.peek()?.services.find(({ written }) => written === part.name);
  return { kind: 'service', name: service?.name ?? part.name };
}
