import { useEffect, useRef, useState } from 'preact/hooks';

/** Steps of a drag reach the text at most this often. */
const STEP_MILLISECONDS = 50;

type Go = (to: number) => void;

/** A slider under a hand: where the hand is, and when that is to be followed. By keys it is followed at once. */
interface Drag {
  /** While it is held, the handle is where the hand is and not where the nearest round value is. */
  readonly ahead: number | null;
  /** How often it was taken; and whether it is held now. */
  readonly count: () => number;
  readonly isHeld: () => boolean;
  readonly take: () => void;
  readonly slide: (to: number, go: Go) => void;
  readonly release: (to: number, go: Go) => void;
}

export function useDrag(): Drag {
  const hand = useRef({ count: 0, held: false });
  const sending = useRef<{ timer: ReturnType<typeof setTimeout> | undefined; latest: (() => void) | null }>({
    timer: undefined,
    latest: null,
  });
  useEffect(() => () => clearTimeout(sending.current.timer), []);
  const [ahead, setAhead] = useState<number | null>(null);
  return {
    ahead,
    count: () => hand.current.count,
    isHeld: () => hand.current.held,
    take: () => {
      hand.current = { count: hand.current.count + 1, held: true };
    },
    slide: (to, go) => {
      if (!hand.current.held) return go(to);
      setAhead(to);
      sending.current.latest = () => go(to);
      sending.current.timer ??= setTimeout(() => {
        sending.current.timer = undefined;
        sending.current.latest?.();
        sending.current.latest = null;
      }, STEP_MILLISECONDS);
    },
    release: (to, go) => {
      clearTimeout(sending.current.timer);
      sending.current = { timer: undefined, latest: null };
      if (hand.current.held && ahead !== null) go(to);
      hand.current.held = false;
      setAhead(null);
    },
  };
}
