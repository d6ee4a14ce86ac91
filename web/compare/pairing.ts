import type { ComparisonReport } from '../../src/analysis/report.ts';

/** What of a column decides with whom it can be compared. */
export interface Candidate {
  readonly id: number;
  /** null: it has errors, or nobody has read it yet. */
  readonly read: { readonly currency: string; readonly years: number; readonly seed: string } | null;
  /** Empty, 0: the model's own. */
  readonly seed: string;
  readonly years: number;
}

/** Who lives through the same history, and which. */
export interface Pairing {
  readonly together: readonly number[];
  /** Readable, but reckoning in another currency. */
  readonly apart: readonly number[];
  readonly currency: string;
  /** The most that any of them asks for. */
  readonly years: number;
  /** The first one's. */
  readonly seed: string;
}

/** Those that reckon as the baseline does, or without one as the first that can be read. */
export function pairingOf(candidates: readonly Candidate[], baseline: number | null): Pairing {
  const readable = candidates.flatMap(({ id, read, seed, years }) =>
    read === null ? [] : [{ id, currency: read.currency, seed: seed || read.seed, years: years || read.years }],
  );
  const currency = (readable.find(({ id }) => id === baseline) ?? readable[0])?.currency ?? '';
  const together = readable.filter((each) => each.currency === currency);
  return {
    together: together.map(({ id }) => id),
    apart: readable.filter((each) => each.currency !== currency).map(({ id }) => id),
    currency,
    years: Math.ceil(Math.max(0, ...together.map(({ years }) => years))),
    seed: together[0]?.seed ?? '',
  };
}

/** A comparison of some of its models alone: what any two of them differ by stays the same. */
export function partOf(
  { models, labels, differences, ...rest }: ComparisonReport,
  kept: readonly number[],
): ComparisonReport {
  const place = (index: number) => kept.indexOf(index);
  return {
    ...rest,
    models: kept.map((index) => models[index]),
    ...(labels === undefined ? {} : { labels: kept.map((index) => labels[index]) }),
    differences: differences
      .filter(({ from, to }) => place(from) >= 0 && place(to) >= 0)
      .map((each) => ({ ...each, from: place(each.from), to: place(each.to) })),
  };
}
