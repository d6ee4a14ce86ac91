import type { EditorView, Tooltip } from '@codemirror/view';
import { explain } from './explanation.ts';

/** The language's documentation of the key or word under the pointer. */
export function hover(view: EditorView, at: number): Tooltip | null {
  const found = explain(view.state.doc.toString(), at);
  if (found === null) return null;
  return {
    pos: found.from,
    end: found.to,
    above: true,
    create: () => {
      const dom = document.createElement('div');
      dom.className = 'nines-hover';
      const title = dom.appendChild(document.createElement('strong'));
      title.textContent = found.title;
      const text = dom.appendChild(document.createElement('div'));
      text.textContent = found.text;
      return { dom };
    },
  };
}
