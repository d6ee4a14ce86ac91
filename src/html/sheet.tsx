import type { Sheet } from '../report/sheet.ts';
import { frame } from './frame.tsx';
import { HTML_PAINT } from './paint.ts';
import { Sections } from './sections.tsx';

/** A report without a run or pictures as one HTML document that needs nothing else. */
export function renderSheetHtml({ title, answer, sections, text }: Sheet): string {
  return frame({
    name: title,
    had: null,
    run: null,
    children: (
      <>
        <section aria-label="The answer">
          <p class="report-answer">{answer}</p>
        </section>
        <Sections all={sections(HTML_PAINT)} />
        {text !== undefined && (
          <section>
            <h2>{text.title}</h2>
            <pre class="report-text" tabIndex={0}>
              {text.yaml}
            </pre>
          </section>
        )}
      </>
    ),
  });
}
