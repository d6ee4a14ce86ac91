import type { ComponentChildren } from 'preact';
import { Explain } from '../explain/index.ts';
import { VerdictMark } from '../results/verdict-mark.tsx';
import { useWidth } from '../topology/use-width.ts';
import type { DrillRow, Measured } from './row.ts';

interface RowTableProps {
  readonly rows: readonly { readonly name: string; readonly row: DrillRow }[];
  readonly caption: string;
}

/** Narrower than this a column for each figure has no room. */
const WIDE = 700;

const COLUMNS: readonly {
  readonly name: string;
  readonly explain?: ComponentChildren;
  readonly of: (row: DrillRow) => ComponentChildren;
}[] = [
  { name: 'Noticed', explain: <Explain figure="noticed" report={null} />, of: (row) => row.noticed },
  { name: 'Recovered', explain: <Explain figure="recovered" report={null} />, of: (row) => row.recovered },
  {
    name: 'Recovery time',
    explain: <Explain figure="experimentRecovery" report={null} />,
    of: (row) => <Time {...row.recovery} />,
  },
  {
    name: 'Data loss',
    explain: <Explain figure="experimentLoss" report={null} />,
    of: (row) => <Time {...row.loss} />,
  },
  {
    name: 'Verdict',
    explain: <Explain figure="experimentTarget" report={null} />,
    of: (row) => (row.verdict === null ? <span class="muted">no target</span> : <VerdictMark verdict={row.verdict} />),
  },
];

/** A drill's rows as drills are reported; turned by a quarter where there is no room for the columns. */
export function RowTable({ rows, caption }: RowTableProps) {
  const [frame, width] = useWidth<HTMLDivElement>();
  return (
    <div class="drill-row" ref={frame}>
      {width < WIDE ? <Upright rows={rows} caption={caption} /> : <Lying rows={rows} caption={caption} />}
    </div>
  );
}

function Lying({ rows, caption }: RowTableProps) {
  return (
    <table class="figures">
      <caption class="visually-hidden">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">Test</th>
          {COLUMNS.map(({ name, explain }) => (
            <th key={name} scope="col">
              {name}
              {explain}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ name, row }) => (
          <tr key={name}>
            <th scope="row">
              {row.test}
              <span class="drill-aside">{name}</span>
            </th>
            {COLUMNS.map(({ name: column, of }) => (
              <td key={column}>{of(row)}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Upright({ rows, caption }: RowTableProps) {
  return (
    <table class="figures is-upright">
      <caption class="visually-hidden">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{rows[0]?.row.test}</th>
          {rows.map(({ name }) => (
            <th key={name} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {COLUMNS.map(({ name, explain, of }) => (
          <tr key={name}>
            <th scope="row">
              {name}
              {explain}
            </th>
            {rows.map(({ name: column, row }) => (
              <td key={column}>{of(row)}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Time({ values, target }: Measured) {
  return (
    <>
      {values.map((value) => (
        <span key={value} class="drill-value">
          {value}
        </span>
      ))}
      {target.map((line) => (
        <span key={line} class="drill-aside">
          {line}
        </span>
      ))}
    </>
  );
}
