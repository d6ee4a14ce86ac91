import type { ComponentChild } from 'preact';
import type { RunFigures } from '../analysis/report.ts';
import { plainText } from '../report/index.ts';
import { PARTIAL, runDetails } from '../report/title.ts';
import { htmlDocument } from './document.tsx';

interface FrameProps {
  readonly name: string;
  /** What was had: `10,000 years`; null: nothing was simulated. */
  readonly had: string | null;
  readonly run: RunFigures | null;
  readonly children: ComponentChild;
}

/** What all documents have in common: whose figures these are, how they were run, and what they came from. */
export function frame({ name, had, run, children }: FrameProps): string {
  return htmlDocument(
    name,
    <main class="report">
      <header>
        <h1>{plainText(name)}</h1>
        {run !== null && had !== null && <p class="report-aside">{runDetails(had, run)}</p>}
        {run?.partial === true && <p class="report-partial">{PARTIAL}</p>}
      </header>
      {children}
    </main>,
  );
}
