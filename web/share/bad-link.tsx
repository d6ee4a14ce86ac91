import { PickFromGallery } from '../model/pick-from-gallery.ts';
import { documents, reopenDocument } from '../state/autosave.ts';
import { badLink } from './open.ts';
import './share.css';

/** In place of the results when a link cannot be read: why, and where to go from here. */
export function BadLink({ reason }: { readonly reason: string }) {
  const close = () => (badLink.value = '');
  const last = documents.value.at(0);
  return (
    <section class="share-bad" aria-labelledby="bad-link">
      <h2 id="bad-link">This link cannot be opened</h2>
      <p>{reason}</p>
      <p class="model-hint">Nothing of yours was changed.</p>
      <div class="share-files">
        {last !== undefined && (
          <button
            type="button"
            class="button button-primary"
            onClick={() => {
              void reopenDocument(last.id);
              close();
            }}
          >
            Go on with «{last.name}»
          </button>
        )}
        <button type="button" class="button" onClick={close}>
          Go to the page
        </button>
      </div>
      <h3>Or start from the gallery</h3>
      <PickFromGallery onChosen={close} />
    </section>
  );
}
