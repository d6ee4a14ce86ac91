import { useState } from 'preact/hooks';
import {
  documentId,
  documents,
  forgetDocument,
  forgetVersion,
  keepVersion,
  keptVersions,
  reopenDocument,
  reopenVersion,
} from '../state/autosave.ts';

const moment = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short' });

/** What this browser keeps: versions kept by name, and documents as they were left. */
export function Documents({ onChosen }: { readonly onChosen: () => void }) {
  return (
    <>
      <Keep />
      <section>
        <h3>Versions kept</h3>
        {keptVersions.value.length === 0 && <p class="model-hint">None yet.</p>}
        <ul class="model-documents" role="list">
          {keptVersions.value.map((kept) => (
            <Row
              key={kept.id}
              title={kept.title}
              detail={kept.title === kept.name ? '' : kept.name}
              at={kept.at}
              onOpen={() => {
                reopenVersion(kept);
                onChosen();
              }}
              onForget={() => forgetVersion(kept.id)}
            />
          ))}
        </ul>
      </section>
      <section>
        <h3>Documents in this browser</h3>
        {documents.value.length === 0 && <p class="model-hint">None yet: a model is kept from its first change on.</p>}
        <ul class="model-documents" role="list">
          {documents.value.map(({ id, name, at }) => (
            <Row
              key={id}
              title={name}
              detail={id === documentId.value ? 'this one' : ''}
              at={at}
              onOpen={
                id === documentId.value
                  ? null
                  : () => {
                      void reopenDocument(id);
                      onChosen();
                    }
              }
              onForget={() => forgetDocument(id)}
            />
          ))}
        </ul>
      </section>
      <p class="model-hint">Kept in this browser alone; nothing is sent anywhere.</p>
    </>
  );
}

function Keep() {
  const [title, setTitle] = useState('');
  return (
    <form
      class="model-keep"
      onSubmit={(event) => {
        event.preventDefault();
        if (keepVersion(title)) setTitle('');
      }}
    >
      <label class="model-keep-label">
        Keep this version as
        <input
          class="input"
          value={title}
          maxLength={100}
          placeholder="before the second region"
          onInput={(event) => setTitle(event.currentTarget.value)}
        />
      </label>
      <button type="submit" class="button">
        Keep
      </button>
    </form>
  );
}

interface RowProps {
  readonly title: string;
  readonly detail: string;
  readonly at: number;
  /** null: it is open here. */
  readonly onOpen: (() => void) | null;
  readonly onForget: () => void;
}

function Row({ title, detail, at, onOpen, onForget }: RowProps) {
  return (
    <li class="model-document">
      <div class="model-document-text">
        <span class="model-document-title">{title}</span>
        <span class="model-hint">{[detail, moment.format(at)].filter((part) => part !== '').join(' · ')}</span>
      </div>
      {onOpen !== null && (
        <>
          <button type="button" class="button" aria-label={`Open ${title}`} onClick={onOpen}>
            Open
          </button>
          <button type="button" class="button button-quiet" aria-label={`Delete ${title}`} onClick={onForget}>
            Delete
          </button>
        </>
      )}
    </li>
  );
}
