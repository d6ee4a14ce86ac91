import { RangeSetBuilder } from '@codemirror/state';
import { Decoration, type DecorationSet, type EditorView, ViewPlugin, type ViewUpdate } from '@codemirror/view';

/** A line that is too long goes on below itself, a little further in, so that the nesting stays to be seen. */
export const hangingIndent = ViewPlugin.fromClass(
  class {
    decorations: DecorationSet;

    constructor(view: EditorView) {
      this.decorations = decorate(view);
    }

    update(update: ViewUpdate): void {
      if (update.docChanged || update.viewportChanged) this.decorations = decorate(update.view);
    }
  },
  { decorations: (plugin) => plugin.decorations },
);

const FURTHER = 2;
const MOST = 24;

function decorate(view: EditorView): DecorationSet {
  const builder = new RangeSetBuilder<Decoration>();
  for (const { from, to } of view.visibleRanges) {
    for (let at = from; at <= to;) {
      const line = view.state.doc.lineAt(at);
      const width = Math.min(MOST, /^ */.exec(line.text)![0].length + FURTHER);
      builder.add(line.from, line.from, indented(width));
      at = line.to + 1;
    }
  }
  return builder.finish();
}

const decorations = new Map<number, Decoration>();

function indented(width: number): Decoration {
  let decoration = decorations.get(width);
  if (decoration === undefined) {
    decoration = Decoration.line({
      attributes: { style: `padding-left: calc(${width}ch + 6px); text-indent: -${width}ch` },
    });
    decorations.set(width, decoration);
  }
  return decoration;
}
