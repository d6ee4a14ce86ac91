import { useSignal } from '@preact/signals';
import type { ComponentType } from 'preact';
import { useEffect } from 'preact/hooks';

/** What the last change has bought. It is loaded late and quietly: where it cannot be, nothing is missed. */
export function StripChange() {
  const View = useSignal<ComponentType | null>(null);
  useEffect(() => {
    import('../versions/index.ts').then(
      ({ Change }) => (View.value = Change),
      () => undefined,
    );
  }, [View]);
  return View.value === null ? null : <View.value />;
}
