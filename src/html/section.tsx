import type { ComponentChild } from 'preact';
import { plainText, type Section } from '../report/index.ts';
import { SectionTable } from './section-table.tsx';

interface ReportSectionProps {
  readonly section: Section;
  /** Rows of its table that stand open. */
  readonly open?: number;
  /** Pictures, above the table. */
  readonly children?: ComponentChild;
}

/** A section of a report, the same that a terminal and Markdown get: heading, pictures, table, notes. */
export function ReportSection({
  section: { title, aside = '', table, notes = [] },
  open,
  children,
}: ReportSectionProps): ComponentChild {
  const name = plainText(title);
  return (
    <section>
      <h2>{name}</h2>
      {aside !== '' && <p class="report-aside">{plainText(aside)}</p>}
      {children}
      {table !== undefined && <SectionTable table={table} title={name} open={open} />}
      {notes.map((note, i) => (
        <p key={i} class={table === undefined ? 'report-say' : 'report-note'}>
          {plainText(note)}
        </p>
      ))}
    </section>
  );
}
