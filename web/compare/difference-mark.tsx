import type { DifferenceWord } from '../../src/report/comparison/difference.ts';

/** Told apart by word, shape and colour: any one of the three will do. */
const MARKS: Readonly<Record<DifferenceWord, { readonly tone: string; readonly sign: string }>> = {
  better: { tone: 'good', sign: 'M8 13.5V3.5M3.5 8L8 3l4.5 5' },
  worse: { tone: 'bad', sign: 'M8 2.5v10M3.5 8L8 13l4.5-5' },
  'no difference shown': { tone: 'muted', sign: 'M3 6c2-2.5 3.5-2.5 5 0s3 2.5 5 0M3 11c2-2.5 3.5-2.5 5 0s3 2.5 5 0' },
  'the same': { tone: 'muted', sign: 'M3 6h10M3 10.5h10' },
};

export function DifferenceMark({ word }: { readonly word: DifferenceWord }) {
  const { tone, sign } = MARKS[word];
  return (
    <span class={`difference-mark ${tone}`}>
      <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">
        <path
          d={sign}
          fill="none"
          stroke="currentColor"
          stroke-width="1.7"
          stroke-linecap="round"
          stroke-linejoin="round"
        />
      </svg>
      {word}
    </span>
  );
}
