import type { Verdict } from '../../src/analysis/report.ts';

/** Told apart by word, shape and colour: any one of the three will do. */
const MARKS: Readonly<Record<Verdict, { readonly tone: string; readonly body: string; readonly sign: string }>> = {
  met: { tone: 'good', body: 'M8 1a7 7 0 1 1 0 14A7 7 0 0 1 8 1z', sign: 'M4.8 8.2l2.2 2.2 4.2-4.6' },
  missed: { tone: 'bad', body: 'M8 0.4l7.6 7.6L8 15.6 0.4 8z', sign: 'M5.6 5.6l4.8 4.8M10.4 5.6l-4.8 4.8' },
  undecided: { tone: 'unsure', body: '', sign: 'M8 1.8a6.2 6.2 0 1 1 0 12.4A6.2 6.2 0 0 1 8 1.8zM5 8h6' },
};

export function VerdictMark({ verdict }: { readonly verdict: Verdict }) {
  const { tone, body, sign } = MARKS[verdict];
  return (
    <span class={`verdict ${tone}`}>
      <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">
        {body !== '' && <path d={body} fill="currentColor" />}
        <path
          class={body === '' ? 'verdict-outline' : 'verdict-sign'}
          d={sign}
          fill="none"
          stroke-width="1.7"
          stroke-linecap="round"
          stroke-linejoin="round"
        />
      </svg>
      {verdict}
    </span>
  );
}
