import { useEffect, useId, useState } from 'preact/hooks';
import { byGroup, gallery, loadGallery } from '../model/gallery.ts';
import { nameOf } from '../text/name.ts';
import { decodeLink } from '../state/link.ts';
import { seed, text, years } from '../state/store.ts';
import { addColumn, isFull, MOST_COLUMNS } from './state.ts';

/** Adds a model from the editor, the gallery or a share link. */
export function AddModel() {
  if (isFull.value)
    return <p class="muted small">{MOST_COLUMNS} models are compared at most: remove one to add another.</p>;
  return (
    <div class="compare-add no-print">
      <button type="button" class="button" onClick={addEditor}>
        Add this model
      </button>
      <FromGallery />
      <FromLink />
    </div>
  );
}

function addEditor(): void {
  addColumn({ name: nameOf(text.value), text: text.value, seed: seed.value, years: years.value, fromEditor: true });
}

function FromGallery() {
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    loadGallery().catch(() => setFailed(true));
  }, []);
  if (failed) return <p class="muted small">The gallery could not be loaded.</p>;
  return (
    <select
      aria-label="Add from the gallery"
      value=""
      onChange={(event) => {
        const model = gallery.value.find(({ file }) => file === event.currentTarget.value);
        event.currentTarget.value = '';
        if (model !== undefined)
          addColumn({ name: model.name, text: model.text, seed: '', years: 0, fromEditor: false });
      }}
    >
      <option value="">Add from the gallery…</option>
      {byGroup(gallery.value).map(({ group, models }) => (
        <optgroup key={group} label={group}>
          {models.map(({ file, name }) => (
            <option key={file} value={file}>
              {name}
            </option>
          ))}
        </optgroup>
      ))}
    </select>
  );
}

function FromLink() {
  const id = useId();
  const [problem, setProblem] = useState('');
  const add = async (form: HTMLFormElement) => {
    const pasted = String(new FormData(form).get('link') ?? '').trim();
    if (pasted === '') return;
    const decoded = await decodeLink(pasted.slice(Math.max(0, pasted.indexOf('#'))));
    if (!decoded.ok) return setProblem(decoded.reason);
    setProblem('');
    form.reset();
    addColumn({
      name: nameOf(decoded.text),
      text: decoded.text,
      seed: decoded.seed,
      years: decoded.years,
      fromEditor: false,
    });
  };
  return (
    <form
      class="compare-link"
      onSubmit={(event) => {
        event.preventDefault();
        void add(event.currentTarget);
      }}
    >
      <label class="visually-hidden" for={id}>
        Share link
      </label>
      <input
        id={id}
        name="link"
        type="text"
        placeholder="Paste a share link"
        autoComplete="off"
        spellcheck={false}
        aria-invalid={problem !== ''}
        aria-describedby={problem === '' ? undefined : `${id}-problem`}
      />
      <button type="submit" class="button">
        Add
      </button>
      {problem !== '' && (
        <p class="compare-problem" id={`${id}-problem`} role="alert">
          {problem}
        </p>
      )}
    </form>
  );
}
