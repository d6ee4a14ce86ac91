import { escapeMarkdown, fenced, heading, MARKDOWN_PAINT, markdownDocument, markdownSection } from './markdown.ts';
import { createPaint, type Paint } from './paint.ts';
import { drawSection, indented, type Section } from './section.ts';
import { drawBlocks, type TableOptions } from './terminal.ts';
import { fit, plainText } from './text.ts';

/** A report that is a title, an answer and sections: what needs neither a run nor pictures. */
export interface Sheet {
  readonly title: string;
  /** The answer in a sentence or two. */
  readonly answer: string;
  readonly sections: (paint: Paint) => readonly Section[];
  /** YAML that goes with it, with its heading; in documents, which have room. */
  readonly text?: { readonly title: string; readonly yaml: string };
}

export function renderSheet(
  { title, answer, sections }: Sheet,
  { columns = 80, color = false }: TableOptions = {},
): string {
  const paint = createPaint(color);
  return drawBlocks([
    [paint.strong(fit(plainText(title), columns)), '', ...indented(answer, columns).map((line) => paint.strong(line))],
    ...sections(paint).map((section) => drawSection(section, columns, paint)),
  ]);
}

export function renderSheetMarkdown({ title, answer, sections, text }: Sheet): string {
  return markdownDocument([
    heading(2, title),
    MARKDOWN_PAINT.strong(escapeMarkdown(answer)),
    ...sections(MARKDOWN_PAINT).flatMap((section) => markdownSection(section)),
    ...(text === undefined ? [] : [heading(3, text.title), fenced(text.yaml)]),
  ]);
}
