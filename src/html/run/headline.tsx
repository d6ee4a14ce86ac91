import type { ComponentChild } from 'preact';
import type { Report } from '../../analysis/report.ts';
import { plainText } from '../../report/index.ts';
import { headline } from '../../report/run/headline.ts';

/** How the sentence begins that gives the exact value. */
const EXACT = 'Exact: ';

/** The answer in large type, the rest of it, what the arithmetic claims, and what it is exactly. */
export function Headline({ report }: { readonly report: Report }): ComponentChild {
  const {
    parts: [answer, ...rest],
    aside,
    sentences,
  } = headline(report);
  return (
    <section aria-label="The answer">
      <p class="report-answer">{answer}</p>
      <p class="report-rest">
        {rest.map((part) => (
          <span key={part}>{part}</span>
        ))}
        {aside !== '' && <span class="faint">{aside.trim()}</span>}
      </p>
      {sentences.map((sentence) => (
        <p key={sentence} class="report-say">
          {sentence.startsWith(EXACT) ? (
            <>
              <span class="report-badge">exact</span> {plainText(sentence.slice(EXACT.length))}
            </>
          ) : (
            plainText(sentence)
          )}
        </p>
      ))}
    </section>
  );
}
