import type { Report } from '../../analysis/report.ts';
import { formatPercent, part, percentUp } from '../../units/index.ts';
import type { Cell } from '../grid.ts';
import { figures, type Section, words } from '../section.ts';
import { targetName } from '../target-name.ts';
import { plainText } from '../text.ts';
import type { Context } from './context.ts';

/** What inputs that nobody knows leave of the answer; none where all are known. */
export function doubtSentences({ availability, doubt, targets }: Report): string[] {
  if (availability.doubt === undefined || doubt === undefined) return [];
  const { p5, p50, p95 } = availability.doubt;
  const known = doubt.inputs.length === 1 ? 'One input is' : `${doubt.inputs.length} inputs are`;
  const chance = targets.find(({ target }) => target === 'availability')?.chance ?? null;
  const met = chance === null ? '' : `; the target is met in ${part(chance)} of worlds`;
  return [
    `${known} not known exactly: in nine worlds of ten it is ${percentUp(1 - p5)} to ${percentUp(1 - p95)}, in ` +
      `half of them above ${percentUp(1 - p50)}${met}.`,
  ];
}

/** Which of the inputs that nobody knows the answer hangs on. */
export function doubt({ report }: Pick<Context, 'report'>): Section | null {
  if (report.doubt === undefined) return null;
  const { inputs, worlds, years } = report.doubt;
  const hasTarget = inputs.some(({ decides }) => decides !== null);
  const chances = report.targets.flatMap((target) =>
    typeof target.chance === 'number' ? [`${targetName(target)} ${part(target.chance)}`] : [],
  );
  const rows = inputs.map(({ parameter, share, decides }): Cell[] => [
    plainText(parameter),
    part(share),
    ...(hasTarget ? [decides === null ? '' : formatPercent(decides, 2)] : []),
  ]);
  return {
    title: 'What nobody knows',
    aside: `${worlds} worlds of ${years} ${years === 1 ? 'year' : 'years'}`,
    table: {
      columns: [
        words('input', { shrinks: true }),
        figures('of the doubt', { longName: 'share of the doubt' }),
        ...(hasTarget ? [figures('decides', { longName: 'knowing it makes the verdict likelier right by' })] : []),
      ],
      rows,
    },
    notes: chances.length === 0 ? [] : [`Share of worlds that meet a target: ${chances.join(', ')}.`],
  };
}
