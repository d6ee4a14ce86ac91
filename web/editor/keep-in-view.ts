import { EditorView, ViewPlugin } from '@codemirror/view';

/** The list of errors below the editor grows and shrinks while one types: the line that one types in stays in view. */
export const keepCursorInView = ViewPlugin.fromClass(
  class {
    private readonly observer: ResizeObserver;
    private height = 0;

    constructor(view: EditorView) {
      this.observer = new ResizeObserver(() => {
        const height = view.scrollDOM.clientHeight;
        const shrunk = height < this.height;
        this.height = height;
        if (shrunk && view.hasFocus)
          view.dispatch({ effects: EditorView.scrollIntoView(view.state.selection.main.head) });
      });
      this.observer.observe(view.scrollDOM);
    }

    destroy(): void {
      this.observer.disconnect();
    }
  },
);
