import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { Dialog } from '../parts/dialog.tsx';
import { waits } from '../state/store.ts';
import { bought } from './bought.ts';
import { VersionList } from './list-view.tsx';
import { Parts } from './parts.tsx';
import { followVersions, last, versions } from './state.ts';
import './versions.css';

/** What the last act has bought, and the way to all versions. Nothing until there was an act. */
export function Change() {
  const open = useSignal(false);
  useEffect(followVersions, []);
  const pair = last.value;
  const count = versions.value?.all.length ?? 0;
  if (count < 2) return null;
  return (
    <div class="strip-change">
      {pair !== null && <Last />}
      <button type="button" class="button" aria-haspopup="dialog" onClick={() => (open.value = true)}>
        {count} versions
      </button>
      <Dialog title="Versions" open={open.value} onClose={() => (open.value = false)}>
        <VersionList onDone={() => (open.value = false)} />
      </Dialog>
    </div>
  );
}

function Last() {
  const { report, isOver, problem } = last.value!;
  return (
    <div class="strip-bought" role="group" aria-label="What the last change has bought" aria-busy={!isOver}>
      {report !== null ? (
        <Parts of={bought(report, isOver)} />
      ) : (
        <p class="muted">
          {problem || (waits.value ? 'Run says what the change buys.' : 'What the change buys comes in a moment.')}
        </p>
      )}
    </div>
  );
}
