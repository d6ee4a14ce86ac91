import type { TargetedToggleEvent } from 'preact';
import { useId, useRef, useState } from 'preact/hooks';
import type { Report } from '../../src/analysis/report.ts';
import { model, report as current } from '../state/store.ts';
import { EXPLANATIONS, type FigureId } from './contents/index.ts';
import { place } from './place.ts';
import './explain.css';

export interface ExplainProps {
  readonly figure: FigureId;
  /** Whose numbers stand in the formula. Default: those of the report that the page shows. */
  readonly report?: Report | null;
}

/**
 * A small «?» beside a figure that opens what it means: a native popover, so that Escape, a click elsewhere and the
 * focus' return cost no code. Its text is put together only while it is open: a page has dozens of them.
 */
export function Explain({ figure, report }: ExplainProps) {
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  const box = useRef<HTMLDivElement>(null);
  const [isOpen, setOpen] = useState(false);
  const { title } = EXPLANATIONS[figure];
  const follow = () => {
    if (button.current !== null && box.current !== null) place(box.current, button.current);
  };
  const toggled = (event: TargetedToggleEvent<HTMLDivElement>) => {
    const open = event.newState === 'open';
    setOpen(open);
    if (!open) return;
    // Once its text is in it, its size is known.
    requestAnimationFrame(() => {
      follow();
      box.current?.focus({ preventScroll: true });
    });
  };
  return (
    // The joiner keeps the «?» on the line of the word before it.
    <span class="explain no-print">
      {'\u2060'}
      <button ref={button} type="button" class="explain-button" popovertarget={id} aria-label={`Explain: ${title}`} title="What does this mean?">
        <span aria-hidden="true">?</span>
      </button>
      <div ref={box} id={id} popover="auto" class="explain-box" role="dialog" aria-label={`Meaning: ${title}`} tabIndex={-1} onToggle={toggled}>
        {isOpen && <Meaning figure={figure} report={report === undefined ? current.value : report} close={() => box.current?.hidePopover()} />}
      </div>
    </span>
  );
}

function Meaning({ figure, report, close }: { readonly figure: FigureId; readonly report: Report | null; readonly close: () => void }) {
  const { title, formula, numbers, inputs, assumes, differs } = EXPLANATIONS[figure];
  const own = report === null || numbers === undefined ? null : numbers(report, model.value);
  return (
    <>
      <div class="explain-head">
        <strong>{title}</strong>
        <button type="button" class="explain-close" onClick={close} aria-label="Close">
          <svg width="12" height="12" viewBox="0 0 12 12" aria-hidden="true">
            <path d="M1 1l10 10M11 1L1 11" stroke="currentColor" stroke-width="1.5" stroke-linecap="round" />
          </svg>
        </button>
      </div>
      <p class="explain-formula">{formula}</p>
      {own !== null && (
        <p class="explain-numbers">
          <span class="explain-label">Here </span>
          {own}
        </p>
      )}
      <dl class="explain-text">
        <dt>What goes in</dt>
        <dd>{inputs}</dd>
        <dt>What is assumed</dt>
        <dd>{assumes}</dd>
        <dt>Simulation and arithmetic</dt>
        <dd>{differs}</dd>
      </dl>
    </>
  );
}
