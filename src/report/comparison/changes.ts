import type { DifferenceFigures } from '../../analysis/report-comparison.ts';

/** `30 s → 10 s`; `added: 10 s`; `removed, was 30 s`. */
export function changeWords({ from, to }: NonNullable<DifferenceFigures['changes']>[number]): string {
  if (from === null) return `added: ${shortened(to ?? '')}`;
  return to === null ? `removed, was ${shortened(from)}` : `${shortened(from)} → ${shortened(to)}`;
}

/** A whole service may be new: its beginning says which. */
const LONGEST = 200;

function shortened(text: string): string {
  const characters = [...text];
  return characters.length <= LONGEST ? text : `${characters.slice(0, LONGEST - 1).join('')}…`;
}
