import type { Report } from '../../src/analysis/report.ts';
import type { Cell } from '../../src/report/grid.ts';
import { mission } from '../../src/report/run/mission.ts';
import { sla } from '../../src/report/run/sla.ts';
import type { Section } from '../../src/report/section.ts';
import { Explain, type FigureId } from '../explain/index.ts';
import './results.css';

/** Which figure the words of a row's beginning are about. */
const MEANINGS: readonly (readonly [begins: RegExp, figure: FigureId])[] = [
  [/broken/, 'windows'],
  [/^credits/, 'credits'],
  [/^budget/, 'budget'],
  [/^without an incident/, 'mission'],
];

/** What is promised by the window, and how long it lasts from new; nothing where the model asks neither. */
export function PromiseTables({ report }: { readonly report: Report }) {
  return (
    <>
      {[sla({ report }), mission({ report })].map(
        (section) => section !== null && <Table key={section.title} section={section} />,
      )}
    </>
  );
}

function Table({ section: { title, aside, table, notes = [] } }: { readonly section: Section }) {
  const id = `${title.toLowerCase()}-title`;
  return (
    <section class="services" aria-labelledby={id}>
      <h2 class="title" id={id}>
        {title}
      </h2>
      {aside && <p class="small muted">{aside}</p>}
      {table !== undefined && (
        <div class="scroll-x" role="region" aria-label={`Table: ${title.toLowerCase()}`} tabIndex={0}>
          <table class="figures">
            <tbody>
              {table.rows.map(([name, value], i) => (
                <tr key={i}>
                  <th scope="row">
                    {textOf(name)}
                    <Meaning of={textOf(name)} />
                  </th>
                  <td>{textOf(value)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {notes.map((note) => (
        <p key={note} class="small muted">
          {note}
        </p>
      ))}
    </section>
  );
}

function Meaning({ of }: { readonly of: string }) {
  const found = MEANINGS.find(([begins]) => begins.test(of));
  return found === undefined ? null : <Explain figure={found[1]} />;
}

function textOf(cell: Cell): string {
  return typeof cell === 'string' ? cell : cell.text;
}
