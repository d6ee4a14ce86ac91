import type { ComponentChild } from 'preact';
import type { Section } from '../report/index.ts';
import { Figure, type Illustration } from './figure.tsx';
import { ReportSection } from './section.tsx';

interface SectionsProps {
  readonly all: readonly Section[];
  /** What is drawn above a section's table, by its title. */
  readonly pictures?: ReadonlyMap<string, readonly Illustration[]>;
  /** Rows of each table that stand open. */
  readonly open?: number;
}

/** Sections one after the other, each with its pictures. */
export function Sections({ all, pictures, open }: SectionsProps): ComponentChild {
  return all.map((section) => (
    <ReportSection key={section.title} section={section} open={open}>
      {pictures?.get(section.title)?.map((picture, i) => (
        <Figure key={i} {...picture} />
      ))}
    </ReportSection>
  ));
}
