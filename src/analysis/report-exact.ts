/** Steady-state availability of the entry without any sampling, or why there is none. */
export interface ExactFigures {
  /** null: no exact method applies. */
  readonly value: number | null;
  /**
   * `independence`: everything fails and is repaired independently of everything else and nothing else takes time, so
   * that only means count; `markov chain`: all times are exponential and the states are few.
   */
  readonly method: 'independence' | 'markov chain' | null;
  /** One sentence for people: why the method applies, or what in the model stands against it. */
  readonly reason: string;
}
