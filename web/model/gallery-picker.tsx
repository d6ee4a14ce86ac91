import { useEffect, useState } from 'preact/hooks';
import { beginWith } from '../state/autosave.ts';
import { notice } from '../state/store.ts';
import { byGroup, gallery, loadGallery, type GalleryModel } from './gallery.ts';

/** The models to start from: each with the question it answers. Choosing one is a step that can be undone. */
export function GalleryPicker({ onChosen }: { readonly onChosen?: () => void }) {
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    loadGallery().catch(() => setFailed(true));
  }, []);
  if (failed) return <p class="model-hint">The gallery could not be loaded. It is there again once you are online.</p>;
  if (gallery.value.length === 0) return <p class="model-hint">Loading.</p>;
  const choose = (model: GalleryModel) => {
    beginWith(model.text, `choose «${model.name}»`);
    notice.value = `${model.name}. What you had is among your documents, and undo brings it back.`;
    onChosen?.();
  };
  const groups = byGroup(gallery.value);
  return (
    <>
      {groups.map(({ group, models }) => (
        <section key={group} class="model-group" aria-label={group}>
          {groups.length > 1 && <h3 class="eyebrow">{group}</h3>}
          <ul class="model-choices" role="list">
            {models.map((model) => (
              <li key={model.file}>
                <button type="button" class="model-choice" onClick={() => choose(model)}>
                  <span class="model-choice-name">{model.name}</span>
                  <span class="model-choice-question">{model.question}</span>
                </button>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}
