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

/** How often the entry goes down in the long run, and for how long on average; null: it never does. */
export interface ExactIncidents {
  readonly perYear: number;
  /** Seconds. */
  readonly meanSeconds: number | null;
}

/** Times a year that data are lost with nothing to restore them from; its reciprocal is the mean time to data loss. */
export interface ExactLosses {
  readonly permanentPerYear: number;
}

/** All that is known without any sampling; null: it cannot be calculated, or the model has nothing to say. */
export interface Exact {
  readonly availability: ExactFigures;
  readonly incidents: ExactIncidents | null;
  readonly dataLoss: ExactLosses | null;
}
