import type { ComponentChild } from 'preact';
import { plainText } from '../report/index.ts';

/** What it takes to make a report again, beside the report itself. */
export interface Reproduction {
  /** Day on which it was made, as 2025-01-31. */
  readonly date: string;
  readonly models: readonly { readonly text: string; readonly file: string }[];
  /** The command that makes it, ready for a shell. */
  readonly command: string;
  /** All of that, for a program: `nines verify` reads it. */
  readonly data: string;
}

/** The model's text, the command, and both for a program. */
export function Reproduce({ of }: { readonly of: Reproduction }): ComponentChild {
  return (
    <section data-nines-report={of.data}>
      <h2>How to make it again</h2>
      <p class="report-say">
        Made on {of.date} by <code>{plainText(of.command)}</code>. With this file, <code>nines verify FILE</code> runs
        it again and says whether it still says the same.
      </p>
      {of.models.map(({ text, file }, i) => (
        <details key={i} open>
          <summary>{`The model's text: ${plainText(file)}`}</summary>
          <pre class="report-model">{text.split('\n').map(plainText).join('\n')}</pre>
        </details>
      ))}
    </section>
  );
}
