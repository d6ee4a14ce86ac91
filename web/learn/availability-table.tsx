import { availabilityText, downtimeText, ninesText } from './text.ts';

interface AvailabilityTableProps {
  /** What a screen reader calls it. */
  readonly label: string;
  /** Over the names of the rows. */
  readonly heading: string;
  readonly rows: readonly { readonly name: string; readonly formula?: string; readonly u: number }[];
}

/** Unavailabilities by name: as availability, in nines, as time a year. */
export function AvailabilityTable({ label, heading, rows }: AvailabilityTableProps) {
  return (
    <div class="scroll-x" role="region" aria-label={label} tabIndex={0}>
      <table class="figures learn-table">
        <thead>
          <tr>
            <th scope="col">{heading}</th>
            <th scope="col">Availability</th>
            <th scope="col">Nines</th>
            <th scope="col">Down a year</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ name, formula, u }) => (
            <tr key={name}>
              <th scope="row">
                {name}
                {formula !== undefined && <span class="learn-aside">{formula}</span>}
              </th>
              <td>{availabilityText(u)}</td>
              <td>{ninesText(u)}</td>
              <td>{downtimeText(u)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
