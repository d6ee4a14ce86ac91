import type { StudyOptions } from '../run/options.ts';
import type { Common } from './common.ts';
import { interruptible } from './interrupt.ts';
import { onTerminal } from './progress.ts';

/** Sentences that a study has for people: kept until its progress line is gone. */
interface Notices {
  readonly add: (message: string) => void;
  /** To standard error; nothing with `quiet`. */
  tell(quiet: boolean): void;
}

export function createNotices(): Notices {
  const messages: string[] = [];
  return {
    add: (message) => messages.push(message),
    tell(quiet) {
      if (!quiet) process.stderr.write(messages.map((message) => `nines: ${message}\n`).join(''));
    },
  };
}

/**
 * Conducts a study in front of a person: a line of progress, Ctrl-C ends it with what there is, then what it has to
 * say.
 * @param line of a partial report
 * @returns null: interrupted before there was anything to report, which has been said
 */
export async function conduct<R>(
  { seed, workers, maxTime, quiet }: Common,
  line: (report: R) => string,
  study: (options: StudyOptions<R>) => Promise<R>,
  notices = createNotices(),
): Promise<R | null> {
  const progress = onTerminal(line, quiet);
  const told = { seed, workers, maxTime, onProgress: progress.show, onNotice: notices.add };
  const report = await interruptible((signal) => study({ ...told, signal }), progress.clear);
  if (report !== null) notices.tell(quiet);
  return report;
}
