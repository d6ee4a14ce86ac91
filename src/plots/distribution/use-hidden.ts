import { useState } from 'preact/hooks';

const NONE: ReadonlySet<string> = new Set();

/** Keys of lines that are not drawn, and what hides one or shows it again. */
export function useHidden(): readonly [ReadonlySet<string>, (key: string) => void] {
  const [hidden, setHidden] = useState(NONE);
  const toggle = (key: string) => {
    const next = new Set(hidden);
    if (!next.delete(key)) next.add(key);
    setHidden(next);
  };
  return [hidden, toggle];
}
