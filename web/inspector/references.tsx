import { useId } from 'preact/hooks';
import type { ReferenceTarget } from '../../src/model/language/kinds.ts';
import { perform } from '../state/acts.ts';
import { actPath, problemAt, type Form } from './form.ts';
import { meaningOf } from './meaning.tsx';
import { joined, namesBelow, writtenAt } from './values.ts';

interface ReferencesProps {
  readonly form: Form;
  readonly path: readonly string[];
  readonly to: ReferenceTarget;
  readonly doc: string;
}

/** A list of names from elsewhere in the model: each can be taken away, others can be chosen. */
export function References({ form, path, to, doc }: ReferencesProps) {
  const id = useId();
  const name = path[path.length - 1];
  const said = namesBelow(form.entries, path).map((item) =>
    writtenAt(form.text, form.entries.get(joined([...path, item]))),
  );
  const others = form.names.of[to].filter((each) => !said.includes(each) && each !== path[1]);
  const write = (list: readonly string[], label: string) =>
    void perform(label, [
      list.length === 0 ? { act: 'clear', path: actPath(path) } : { act: 'set', path: actPath(path), value: list },
    ]);
  const problem = problemAt(form, path);
  return (
    <div class="inspector-field is-list" {...meaningOf(doc)}>
      <span class="inspector-label" id={id}>
        {name}
      </span>
      <div class="inspector-chips" role="group" aria-labelledby={id}>
        {said.map((each) => (
          <span key={each} class="inspector-chip">
            {each}
            <button
              type="button"
              aria-label={`Take ${each} out of ${name}`}
              onClick={() =>
                write(
                  said.filter((other) => other !== each),
                  `take ${each} out of ${name}`,
                )
              }
            >
              ×
            </button>
          </span>
        ))}
        {others.length > 0 && (
          <select
            aria-label={`Add to ${name}`}
            value=""
            onChange={(event) =>
              write([...said, event.currentTarget.value], `add ${event.currentTarget.value} to ${name}`)
            }
          >
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
