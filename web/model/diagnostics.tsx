import { useState } from 'preact/hooks';
import type { Diagnostic } from '../../src/model/diagnostic.ts';
import { fixOf } from '../editor/fix.ts';
import { goTo } from '../editor/place.ts';
import { change } from '../state/history.ts';
import { reading, text } from '../state/store.ts';

const SHOWN = 50;

/** Everything wrong or suspicious, in the order of the text; a click goes there. */
export function Diagnostics({ onJump }: { readonly onJump?: () => void }) {
  const [all, setAll] = useState(false);
  const read = reading.value;
  const found = read?.diagnostics ?? [];
  const errors = found.filter(({ severity }) => severity === 'error').length;
  const jump = (diagnostic: Diagnostic) => {
    goTo(diagnostic);
    onJump?.();
  };
  return (
    <section class="model-diagnostics" aria-label="Errors and warnings">
      <p class="model-count" role="status">
        {summary(errors, found.length - errors)}
      </p>
      <ul role="list">
        {(all ? found : found.slice(0, SHOWN)).map((diagnostic, i) => (
          <Row key={i} diagnostic={diagnostic} current={read?.text === text.value} onJump={jump} />
        ))}
      </ul>
      {!all && found.length > SHOWN && (
        <button type="button" class="button" onClick={() => setAll(true)}>
          Show all {found.length}
        </button>
      )}
    </section>
  );
}

interface RowProps {
  readonly diagnostic: Diagnostic;
  /** It is about the text as it is: its suggestion can be applied. */
  readonly current: boolean;
  readonly onJump: (diagnostic: Diagnostic) => void;
}

function Row({ diagnostic, current, onJump }: RowProps) {
  const { severity, message, line, column } = diagnostic;
  const fix = current ? fixOf(text.value, diagnostic) : null;
  return (
    <li class={`model-diagnostic model-${severity}`}>
      <button type="button" class="model-diagnostic-text" onClick={() => onJump(diagnostic)}>
        <span class="model-diagnostic-place">
          <span class="model-mark" aria-hidden="true">
            {severity === 'error' ? '✕' : '!'}
          </span>
          {severity === 'error' ? 'Error' : 'Warning'}, line {line}, column {column}
        </span>
        <span>{message}</span>
      </button>
      {fix !== null && (
        <button
          type="button"
          class="button model-fix"
          onClick={() => change(fix.apply(text.peek()), 'apply a suggestion')}
        >
          {fix.label}
        </button>
      )}
    </li>
  );
}

function summary(errors: number, warnings: number): string {
  if (errors + warnings === 0) return 'No errors, no warnings.';
  const parts = [count(errors, 'error'), count(warnings, 'warning')].filter((part) => part !== '');
  return `${parts.join(', ')}.${errors > 0 ? ' The results shown are of the last version without errors.' : ''}`;
}

function count(n: number, what: string): string {
  return n === 0 ? '' : `${n} ${what}${n === 1 ? '' : 's'}`;
}
