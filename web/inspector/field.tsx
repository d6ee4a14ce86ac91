import { useEffect, useId, useRef, useState } from 'preact/hooks';
import type { Kind } from '../../src/model/language/kinds.ts';
import { refusal } from '../state/acts.ts';
import { clearField, labelOf, problemAt, setField, type Form } from './form.ts';
import { meaningOf } from './meaning.tsx';
import { joined, writtenAt } from './values.ts';

interface FieldProps {
  readonly form: Form;
  readonly path: readonly string[];
  readonly kind: Kind;
  readonly doc: string;
}

/** One value: as it is written, or greyed as it is filled in; with what it means, and what is wrong with it. */
export function Field({ form, path, kind, doc }: FieldProps) {
  const id = useId();
  const entry = form.entries.get(joined(path));
  const written = writtenAt(form.text, entry);
  const isFilled = entry === undefined;
  const unsaid = form.filled[joined(path)] ?? '';
  const [refused, setRefused] = useState('');
  useEffect(() => setRefused(''), [form.text]);
  const problem = refused || problemAt(form, path);
  const commit = async (typed: string) => {
    if (typed.trim() === (isFilled ? '' : written)) return setRefused('');
    if (!(await setField(path, typed))) setRefused(refusal.peek()?.says ?? '');
  };
  const name = path[path.length - 1];
  return (
    <div class={isFilled ? 'inspector-field is-filled' : 'inspector-field'} {...meaningOf(doc)}>
      <label for={id}>{labelOf(path)}</label>
      <Control {...{ id, kind, form, written, unsaid, isFilled, commit }} problem={problem} />
      {!isFilled && (
        <button
          type="button"
          class="inspector-clear"
          aria-label={`Take ${name} away`}
          title="Take away: what is usual then holds"
          onClick={() => void clearField(path)}
        >
          ×
        </button>
      )}
      <p class="visually-hidden" id={`${id}-doc`}>
        {doc}
      </p>
      {problem !== '' && (
        <p class="field-error" id={`${id}-error`}>
          {problem}
        </p>
      )}
    </div>
  );
}

interface ControlProps {
  readonly id: string;
  readonly kind: Kind;
  readonly form: Form;
  readonly written: string;
  readonly unsaid: string;
  readonly isFilled: boolean;
  readonly problem: string;
  readonly commit: (typed: string) => void;
}

function Control({ id, kind, form, written, unsaid, isFilled, problem, commit }: ControlProps) {
  const words = wordsOf(kind, form);
  const field = useRef<HTMLInputElement>(null);
  const last = useRef(written);
  // What was typed and refused stays until the text changes; then the field says what the text says. Whoever types
  // while the text changes elsewhere goes on.
  useEffect(() => {
    const isTyped = last.current === written && field.current === document.activeElement;
    last.current = written;
    if (field.current !== null && !isTyped) field.current.value = written;
  }, [form.text, written]);
  const said = {
    id,
    'aria-describedby': `${id}-doc${problem === '' ? '' : ` ${id}-error`}`,
    'aria-invalid': problem !== '',
  };
  if (words === null)
    return (
      <input
        {...said}
        ref={field}
        defaultValue={written}
        placeholder={unsaid}
        spellcheck={false}
        autocomplete="off"
        onChange={(event) => commit(event.currentTarget.value)}
      />
    );
  const value = isFilled ? '' : written;
  return (
    <select {...said} value={value} onChange={(event) => commit(event.currentTarget.value)}>
      {/* What is written is not what is usual: two options of one name would be a trap. */}
      <option value="">{isFilled && unsaid !== '' ? unsaid : '–'}</option>
      {[...new Set([...words, ...(value === '' ? [] : [value])])].map((word) => (
        <option key={word} value={word}>
          {word}
        </option>
      ))}
    </select>
  );
}

/** The words among which one is chosen; null: it is typed. */
function wordsOf(kind: Kind, { names }: Form): readonly string[] | null {
  switch (kind.type) {
    case 'flag':
      return ['true', 'false'];
    case 'choice':
      return Object.keys(kind.words);
    case 'reference':
      return names.of[kind.to];
    default:
      return null;
  }
}
