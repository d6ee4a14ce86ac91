import type { TargetedToggleEvent } from 'preact';
import { useId, useRef, useState } from 'preact/hooks';
import type { Report } from '../../src/analysis/report.ts';
import { explaining, report as current } from '../state/store.ts';
import { Meaning } from './meaning.tsx';
import { place } from './place.ts';
import { type FigureId, TITLES } from './titles.ts';
import './explain.css';

interface ExplainProps {
  readonly figure: FigureId;
  /** Whose numbers stand in the formula. Default: those of the report that the page shows. */
  readonly report?: Report | null;
}

/** What a figure means, beside it, while somebody asks for that: a page with dozens of «?» is never quiet. */
export function Explain(props: ExplainProps) {
  return explaining.value ? <Sign {...props} /> : null;
}

/**
 * A small «?» that opens a native popover, so that Escape, a click elsewhere and the focus' return cost no code. Its
 * text is put together only while it is open.
 */
function Sign({ figure, report }: ExplainProps) {
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  const box = useRef<HTMLDivElement>(null);
  const [isOpen, setOpen] = useState(false);
  const title = TITLES[figure];
  const follow = () => {
    if (button.current !== null && box.current !== null) place(box.current, button.current);
  };
  const toggled = (event: TargetedToggleEvent<HTMLDivElement>) => {
    const open = event.newState === 'open';
    setOpen(open);
    if (!open) return;
    requestAnimationFrame(() => {
      follow();
      box.current?.focus({ preventScroll: true });
    });
  };
  return (
    // The joiner keeps the «?» on the line of the word before it.
    <span class="explain no-print">
      {'\u2060'}
      <button
        ref={button}
        type="button"
        class="explain-button"
        popovertarget={id}
        aria-label={`Explain: ${title}`}
        title="What does this mean?"
      >
        <span aria-hidden="true">?</span>
      </button>
      <div
        ref={box}
        id={id}
        popover="auto"
        class="explain-box"
        role="dialog"
        aria-label={`Meaning: ${title}`}
        tabIndex={-1}
        onToggle={toggled}
      >
        {isOpen && (
          <>
            <Head title={title} onClose={() => box.current?.hidePopover()} />
            <Meaning figure={figure} report={report === undefined ? current.value : report} onShown={follow} />
          </>
        )}
      </div>
    </span>
  );
}

function Head({ title, onClose }: { readonly title: string; readonly onClose: () => void }) {
  return (
    <div class="explain-head">
      <strong>{title}</strong>
      <button type="button" class="explain-close" onClick={onClose} aria-label="Close">
        <svg width="12" height="12" viewBox="0 0 12 12" aria-hidden="true">
          <path d="M1 1l10 10M11 1L1 11" stroke="currentColor" stroke-width="1.5" stroke-linecap="round" />
        </svg>
      </button>
    </div>
  );
}
