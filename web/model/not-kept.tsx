import { saving } from '../state/autosave.ts';

/** Beside the model, or on a phone beside its button: for as long as it is so. */
export function NotKept() {
  return (
    <p class="model-hint" role="status">
      {saving.value === 'off' && 'Not kept in this browser: its storage is full or blocked.'}
    </p>
  );
}
