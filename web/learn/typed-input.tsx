import { useId, useState } from 'preact/hooks';
import type { Read } from './text.ts';

interface TypedInputProps {
  readonly label: string;
  /** Shown while nobody types. */
  readonly text: string;
  readonly read: (text: string) => Read;
  readonly onValue: (value: number) => void;
  /** The label is for screen readers alone: a table's header says it already. */
  readonly hideLabel?: boolean;
  readonly width?: number;
}

/** A field that takes a quantity with its unit: what can be read counts at once, what cannot is said. */
export function TypedInput({ label, text, read, onValue, hideLabel = false, width = 10 }: TypedInputProps) {
  const id = useId();
  const [draft, setDraft] = useState<string | null>(null);
  const result = draft === null ? null : read(draft);
  const error = result !== null && 'error' in result ? result.error : null;
  return (
    <span class="typed">
      <label class={hideLabel ? 'visually-hidden' : 'typed-label'} for={id}>
        {label}
      </label>
      <input
        id={id}
        type="text"
        inputMode="text"
        autoComplete="off"
        spellcheck={false}
        size={width}
        maxLength={40}
        value={draft ?? text}
        aria-invalid={error !== null}
        aria-describedby={error === null ? undefined : `${id}-error`}
        onFocus={(event) => event.currentTarget.select()}
        onInput={(event) => {
          const typed = event.currentTarget.value;
          setDraft(typed);
          const now = read(typed);
          if ('value' in now) onValue(now.value);
        }}
        onBlur={() => setDraft(null)}
        onKeyDown={(event) => {
          if (event.key === 'Enter') setDraft(null);
        }}
      />
      {error !== null && (
        <span class="typed-error" id={`${id}-error`} role="alert">
          {error}
        </span>
      )}
    </span>
  );
}
