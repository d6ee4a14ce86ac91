import { useId } from 'preact/hooks';
import type { ReferenceTarget } from '../../src/model/language/kinds.ts';
import { perform } from '../state/acts.ts';
import { actPath, problemAt, type Form } from './form.ts';
import { meaningOf } from './meaning.tsx';
import { joined, namesBelow, writtenAt } from './values.ts';

interface ReferencesProps {
  readonly form: Form;
  readonly path: readonly string[];
  readonly to: readonly ReferenceTarget[];
  readonly doc: string;
}

/** A list of names from elsewhere in the model: each can be taken away, others can be chosen. */
export function References({ form, path, to, doc }: ReferencesProps) {
  const id = useId();
  const name = path[path.length - 1];
  const items = namesBelow(form.entries, path);
  const named = items.filter((item) => form.entries.get(joined([...path, item]))?.style !== 'map');
  const said = named.map((item) => writtenAt(form.text, form.entries.get(joined([...path, item]))));
  const others = to.flatMap((each) => form.names.of[each]).filter((each) => !said.includes(each) && each !== path[1]);
  // What is more than a name stays where it is.
  const add = (other: string) =>
    void perform(`add ${other} to ${name}`, [
      named.length < items.length
        ? { act: 'set', path: actPath([...path, String(items.length)]), value: other }
        : { act: 'set', path: actPath(path), value: [...said, other] },
    ]);
  const takeOut = (i: number) =>
    void perform(`take ${said[i]} out of ${name}`, [
      { act: 'clear', path: actPath(items.length === 1 ? path : [...path, named[i]]) },
    ]);
  const problem = problemAt(form, path);
  return (
    <div class="inspector-field is-list" {...meaningOf(doc)}>
      <span class="inspector-label" id={id}>
        {name}
      </span>
      <div class="inspector-chips" role="group" aria-labelledby={id}>
        {said.map((each, i) => (
          <span key={each} class="inspector-chip">
            {each}
            <button type="button" aria-label={`Take ${each} out of ${name}`} onClick={() => takeOut(i)}>
              ×
            </button>
          </span>
        ))}
        {others.length > 0 && (
          <select aria-label={`Add to ${name}`} value="" onChange={(event) => add(event.currentTarget.value)}>
            <option value="">+ …</option>
            {others.map((each) => (
              <option key={each} value={each}>
                {each}
              </option>
            ))}
          </select>
        )}
      </div>
      {problem !== '' && <p class="field-error">{problem}</p>}
    </div>
  );
}
