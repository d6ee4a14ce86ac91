import { nameText } from '../plots/data/text.ts';
import { importancePlot } from '../plots/importance-plot.tsx';
import {
  type Check,
  CHECK_NOTE,
  checkClaim,
  type CheckDocument,
  checkSections,
  findingsSections,
} from '../report/index.ts';
import type { Illustration } from './figure.tsx';
import { frame } from './frame.tsx';
import { HTML_PAINT } from './paint.ts';
import { Sections } from './sections.tsx';

/** A check as one HTML document that needs nothing else. @param file stands for the name of a model that has errors */
export function renderCheckHtml(file: string, { findings, check, expanded }: CheckDocument): string {
  return frame({
    name: check === null ? file : check.name,
    had: null,
    run: null,
    children: (
      <>
        {check !== null && <Claim parts={checkClaim(check)} />}
        <Sections all={findingsSections(findings, HTML_PAINT)} />
        {check !== null && <Sections all={checkSections(check, true)} pictures={picturesOf(check)} />}
        {expanded !== null && (
          <section>
            <h2>Expanded</h2>
            <details>
              <summary>The model with everything it leaves unsaid</summary>
              <pre class="report-text" tabIndex={0}>
                {expanded}
              </pre>
            </details>
          </section>
        )}
      </>
    ),
  });
}

/** By the section that each belongs to. */
function picturesOf({ name, importance }: Check): ReadonlyMap<string, readonly Illustration[]> {
  return new Map([['Importance', [{ plot: importancePlot(importance, { name, source: nameText(name) }) }]]]);
}

function Claim({ parts: [answer, ...rest] }: { readonly parts: readonly string[] }) {
  return (
    <section aria-label="The arithmetic's claim">
      <p class="report-answer">{answer}</p>
      <p class="report-rest">
        {rest.map((part) => (
          <span key={part}>{part}</span>
        ))}
      </p>
      <p>{CHECK_NOTE}</p>
    </section>
  );
}
