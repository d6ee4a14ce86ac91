import type { Verdict } from '../analysis/report.ts';

/** Where on the steps from 0 to `last` a verdict turns that goes one way along them. */
export interface Turn {
  /** At 0 and at `last`. */
  readonly ends: readonly [Verdict, Verdict];
  /** The last step that is surely met and the first that is surely missed, as seen from the end that is met. */
  readonly met: number | null;
  readonly missed: number | null;
  /** Between them, ascending. */
  readonly undecided: readonly number[];
}

/**
 * Halves what lies between what is met and what is missed until they are neighbours. Where a step stays undecided, it
 * is the two borders of the undecided that are looked for.
 * @param ask null ends the search with what is known
 */
export async function bisect(last: number, ask: (step: number) => Promise<Verdict | null>): Promise<Turn | null> {
  const first = await ask(0);
  const final = first === null ? null : await ask(last);
  if (first === null || final === null) return null;
  const ends = [first, final] as const;
  if (first === final) return { ends, met: null, missed: null, undecided: first === 'undecided' ? [0, last] : [] };

  // Seen from the end that is met, or that is at least not missed.
  const turned = first === 'missed' || final === 'met';
  const stepAt = (place: number) => (turned ? last - place : place);
  const verdicts = new Map<number, Verdict>([
    [turned ? last : 0, first],
    [turned ? 0 : last, final],
  ]);
  for (let next = split(borders(verdicts)); next !== null; next = split(borders(verdicts))) {
    const verdict = await ask(stepAt(next));
    if (verdict === null) break;
    verdicts.set(next, verdict);
  }
  const { met, missed, undecided } = borders(verdicts);
  const steps = (place: number | null) => (place === null ? null : stepAt(place));
  return { ends, met: steps(met), missed: steps(missed), undecided: undecided.map(stepAt).sort((a, b) => a - b) };
}

interface Borders {
  readonly met: number | null;
  readonly missed: number | null;
  readonly undecided: readonly number[];
}

/** What is met behind the first one missed does not count: it goes one way. */
function borders(verdicts: ReadonlyMap<number, Verdict>): Borders {
  const places = (verdict: Verdict) =>
    [...verdicts]
      .filter(([, each]) => each === verdict)
      .map(([place]) => place)
      .sort((a, b) => a - b);
  const missed = places('missed')[0] ?? null;
  const met = places('met').findLast((place) => missed === null || place < missed) ?? null;
  const undecided = places('undecided').filter(
    (place) => (met === null || place > met) && (missed === null || place < missed),
  );
  return { met, missed, undecided };
}

/** The middle of what is still between two borders; null: nothing is. */
function split({ met, missed, undecided }: Borders): number | null {
  const gaps =
    undecided.length === 0
      ? [[met, missed]]
      : [
          [met, undecided[0]],
          [undecided.at(-1)!, missed],
        ];
  for (const [from, to] of gaps) if (from !== null && to !== null && to - from > 1) return Math.floor((from + to) / 2);
  return null;
}
