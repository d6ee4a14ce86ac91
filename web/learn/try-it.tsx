import { beginWith } from '../state/autosave.ts';
import { notice } from '../state/store.ts';

/** Puts a small model of what is shown into the editor, in a document of its own; undo brings the one before back. */
export function TryIt({ model, name }: { readonly model: () => string; readonly name: string }) {
  return (
    <button
      type="button"
      class="button no-print"
      onClick={() => {
        beginWith(model(), `open «${name}»`, { tab: 'downtime' });
        notice.value = `Opened «${name}» in the editor. What you had is among your documents, and undo brings it back.`;
        window.scrollTo({ top: 0 });
      }}
    >
      Try it in the simulator
    </button>
  );
}
