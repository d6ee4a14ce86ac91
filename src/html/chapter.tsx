import type { ComponentChild } from 'preact';
import { Figure, type Illustration } from './figure.tsx';

interface ChapterProps {
  readonly title: string;
  readonly all: readonly Illustration[];
  /** Above the pictures. */
  readonly children?: ComponentChild;
}

/** Some pictures under a heading; nothing without any. */
export function Chapter({ title, all, children }: ChapterProps): ComponentChild {
  if (all.length === 0) return null;
  return (
    <section>
      <h2>{title}</h2>
      {children}
      {all.map((picture, i) => (
        <Figure key={i} {...picture} />
      ))}
    </section>
  );
}
