import type { DifferenceFigures } from '../../analysis/report.ts';
import { formatMoney, formatPercent, part } from '../../units/index.ts';
import type { Cell } from '../grid.ts';
import { figures, type Section, words } from '../section.ts';
import { plainText } from '../text.ts';

/** In how many worlds the second of two is better, and which input that hangs on; none where all are known. */
export function doubtSections({ doubt }: DifferenceFigures, names: readonly string[], currency: string): Section[] {
  if (doubt === undefined) return [];
  const { inputs, better, cheaper, worlds, years } = doubt;
  const isWorthy = inputs.some(({ worth }) => worth > 0);
  const rows = inputs.map(({ parameter, share, decides, worth }): Cell[] => [
    plainText(parameter),
    part(share),
    formatPercent(decides, 2),
    ...(isWorthy ? [`${formatMoney(worth, currency)}/year`] : []),
  ]);
  return [
    {
      title: `What nobody knows of ${names[1]} against ${names[0]}`,
      aside: `${worlds} worlds of ${years} ${years === 1 ? 'year' : 'years'}`,
      table: {
        columns: [
          words('input', { shrinks: true }),
          figures('of the doubt', { longName: 'share of the doubt' }),
          figures('decides', { longName: 'knowing it makes the choice by downtime likelier right by' }),
          ...(isWorthy ? [figures('worth', { longName: 'what knowing it is worth to the choice by cost' })] : []),
        ],
        rows,
      },
      notes: [
        `${names[1]} is down for less time in ${part(better)} of worlds, and costs less in all in ${part(cheaper)}.`,
      ],
    },
  ];
}
