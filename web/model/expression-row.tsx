import { useId, useState } from 'preact/hooks';

interface ExpressionRowProps {
  readonly name: string;
  readonly written: string;
  readonly note: string;
  readonly problem: string;
  readonly onSet: (written: string) => void;
}

/** A parameter that is an expression or a distribution: typed, taken on Enter or when left. */
export function ExpressionRow({ name, written, note, problem, onSet }: ExpressionRowProps) {
  const id = useId();
  const [draft, setDraft] = useState<string | null>(null);
  const take = () => {
    const value = draft?.trim() ?? '';
    setDraft(null);
    if (value !== '' && value !== written) onSet(value);
  };
  return (
    <div class="model-row">
      <label class="model-row-name" for={id}>
        {name}
      </label>
      <input
        id={id}
        class="input model-row-expression"
        autoComplete="off"
        spellcheck={false}
        maxLength={500}
        aria-invalid={problem !== ''}
        aria-describedby={problem === '' ? undefined : `${id}-fault`}
        value={draft ?? written}
        onInput={(event) => setDraft(event.currentTarget.value)}
        onBlur={take}
        onKeyDown={(event) => {
          if (event.key === 'Enter') take();
          if (event.key === 'Escape') setDraft(null);
        }}
      />
      {problem !== '' && (
        <p class="model-row-fault" id={`${id}-fault`} role="alert">
          {problem}
        </p>
      )}
      {note !== '' && <p class="model-row-note">{note}</p>}
    </div>
  );
}
