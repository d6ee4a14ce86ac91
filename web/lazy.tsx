import { useSignal } from '@preact/signals';
import type { ComponentType } from 'preact';
import { useEffect } from 'preact/hooks';

/** A view that is loaded when it is first looked at; until then one quiet line, and one that says so if it cannot be. */
export function lazily<Props extends object = Record<never, never>>(load: () => Promise<ComponentType<Props>>): ComponentType<Props> {
  let loaded: ComponentType<Props> | null = null;
  return function Lazy(props: Props) {
    const View = useSignal(loaded);
    const failed = useSignal(false);
    useEffect(() => {
      if (loaded !== null) return;
      load().then(
        (view) => {
          loaded = view;
          View.value = view;
        },
        () => (failed.value = true),
      );
    }, [View, failed]);
    if (failed.value) return <p class="waiting">This view could not be loaded. Reload the page once you are online.</p>;
    return View.value === null ? <p class="waiting">Loading.</p> : <View.value {...props} />;
  };
}
