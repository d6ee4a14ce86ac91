import type { Ecdf } from '../data/ecdf.ts';

/** One line of a plot of distributions. */
export interface Line {
  readonly key: string;
  readonly label: string;
  /** Colour: 0 to 5, or `ink`. */
  readonly colour: number | 'ink';
  readonly dash: string;
  readonly ecdf: Ecdf;
}

interface Rule {
  readonly at: number;
  /** Above the plot: `RTO 15 min · 97% within`. */
  readonly label: string;
  /** Where the first line crosses it: counted exactly, not read off the histogram. */
  readonly share: number;
}

/** What a plot of distributions on a logarithmic axis of time shows. */
export interface Distribution {
  /** Those that can be shown: they decide the axes, so that hiding one moves nothing. */
  readonly lines: readonly Line[];
  /** Keys of lines not shown. */
  readonly hidden: ReadonlySet<string>;
  /** Is it the share of at most a time that is drawn, or that of more? */
  readonly side: 'atMost' | 'more';
  readonly shareTitle: string;
  readonly timeTitle: string;
  /** In words, beside the lump of the first line at zero; null: no lump to point out. */
  readonly zeroLabel: string | null;
  readonly rule: Rule | null;
  /** Ticks along the bottom: quantiles of the first line. */
  readonly quantiles: readonly {
    readonly label: string;
    readonly share: number;
    readonly at: number;
    readonly text: string;
  }[];
  /** Lowest share drawn; above 0 where nearly all is in the lump. */
  readonly floor: number;
}
