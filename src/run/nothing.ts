/** A run ended, by its time limit or stuck, before anything was simulated to its end. */
export class NothingToReport extends Error {
  override readonly name = 'NothingToReport';
}

/** What a run rejects with that ended before its first batch: the signal's reason where that is why. */
export function nothingToReport(signal: AbortSignal | undefined): unknown {
  return signal?.aborted === true
    ? signal.reason
    : new NothingToReport(
        'The run ended before anything was simulated to its end: there is nothing to report. What helps: ' +
          'more time; fewer years, as those are cut into shorter parts; or a model in which less happens ' +
          '(fewer members, longer retries and checks).',
      );
}
