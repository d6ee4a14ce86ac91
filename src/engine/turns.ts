/**
 * Work that can be left now and then, and gone on with or given up: each `next` is one turn, of a few dozen
 * milliseconds at most. Whoever does it hears a click or Ctrl-C in between; what comes of it does not depend on that.
 */
export type Turns<T> = Generator<undefined, T, undefined>;

/** Does all of it in one go. */
export function finish<T>(turns: Turns<T>): T {
  for (;;) {
    const turn = turns.next();
    if (turn.done === true) return turn.value;
  }
}
