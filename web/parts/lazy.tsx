import { useSignal } from '@preact/signals';
import type { ComponentType } from 'preact';
import { useEffect } from 'preact/hooks';
import { type Missing, reloadKeeping, whyMissing } from '../state/reload.ts';

/**
 * A view that is loaded when it is first looked at; until then one quiet line, and why it cannot be where it cannot.
 */
export function lazily<Props extends object = Record<never, never>>(
  load: () => Promise<ComponentType<Props>>,
): ComponentType<Props> {
  let loaded: ComponentType<Props> | null = null;
  return function Lazy(props: Props) {
    const View = useSignal(loaded);
    const missing = useSignal<Missing | null>(null);
    const open = () => {
      missing.value = null;
      load().then(
        (view) => {
          loaded = view;
          View.value = view;
        },
        () => void whyMissing().then((why) => (missing.value = why)),
      );
    };
    useEffect(() => {
      if (loaded === null) open();
    }, [View, missing]);
    if (missing.value !== null) return <NotLoaded why={missing.value} onRetry={open} />;
    return View.value === null ? <p class="waiting">Loading.</p> : <View.value {...props} />;
  };
}

const REASONS: Readonly<Record<Missing, string>> = {
  offline: 'This view could not be loaded: the page’s server does not answer.',
  replaced:
    'nines was updated while this page was open, and this view comes with the new version. Your model stays as it is.',
  unknown: 'This view could not be loaded.',
};

function NotLoaded({ why, onRetry }: { readonly why: Missing; readonly onRetry: () => void }) {
  return (
    <div class="waiting" role="alert">
      <p>{REASONS[why]}</p>
      <p>
        {why !== 'replaced' && (
          <button type="button" class="button" onClick={onRetry}>
            Try again
          </button>
        )}{' '}
        {why !== 'offline' && (
          <button type="button" class="button" onClick={() => void reloadKeeping()}>
            Reload
          </button>
        )}
      </p>
    </div>
  );
}
