import type { Asked, Asking, Status } from '../queue/index.ts';
import { type Answers, type Kind, type Question, studyOf } from '../run/question.ts';
import { conduct } from '../run/study.ts';
import type { Common, OutputOptions, StudyOptions } from './common.ts';
import { EXIT, UsageError } from './exit.ts';
import type { VerdictFormat } from './formats.ts';
import { interruptible } from './interrupt.ts';
import { checkOutput } from './output.ts';
import { present } from './present.ts';
import { createNotices } from './study.ts';
import { createWaiting } from './waiting.ts';

type Options = Omit<OutputOptions<VerdictFormat>, 'set'>;

/** As commander hands them over. */
export interface AttachOptions extends Options {
  readonly on: string;
}

/** `--on URL` of any study. @returns the exit code */
export async function on(
  question: Question,
  assertions: readonly string[],
  { maxTime, workers }: Common,
  options: StudyOptions<VerdictFormat>,
): Promise<number> {
  if (workers !== undefined)
    throw new UsageError('--workers are the threads of this machine: with --on, nines work takes it on each of them.');
  const asked = { question: JSON.parse(JSON.stringify(question)) as Question, assertions };
  if (options.detach !== true) return wait(options.on!, asked, maxTime, options);
  if (maxTime !== undefined) throw new UsageError('--detach leaves nobody who could end it: leave out --max-time.');
  const { ask } = await import('../queue/index.ts');
  const asking = await ask(options.on!, asked).catch(usage);
  let isLeft = false;
  try {
    await asking.submit().catch(usage);
    isLeft = true;
  } finally {
    await asking.end(!isLeft, isLeft);
  }
  process.stdout.write(`${asking.id}\n`);
  if (!options.quiet)
    process.stderr.write(
      `nines: left on the queue and kept there for a week; nines attach ${asking.id} --on URL waits for its report\n`,
    );
  return EXIT.ok;
}

/** `nines attach`: resolves to the exit code. */
export async function attach(id: string, options: AttachOptions): Promise<number> {
  await checkOutput(options.output);
  if (!/^[0-9a-f]{32}$/.test(id)) throw new UsageError(`attach takes what --detach printed, not '${id}'.`);
  return wait(options.on, id, undefined, options);
}

async function wait(
  url: string,
  asked: Asked | string,
  maxTime: number | undefined,
  options: Options,
): Promise<number> {
  const { ask } = await import('../queue/index.ts');
  const notices = createNotices();
  const waiting = createWaiting(options.quiet);
  const onStatus = (status: Status) => waiting.show(status);
  const asking: Asking = await ask(url, asked, { onNotice: waiting.tell, onStatus }).catch(usage);
  let isAnswered = false;
  try {
    const { question, assertions } = asking.asked;
    const report = await interruptible(async (signal) => {
      const study = await studyOf(question);
      const told = { signal, maxTime, onNotice: notices.add, onProgress: () => waiting.show(asking.status()) };
      return conduct<Answers[Kind]>(asking.open, told, () => study);
    }, waiting.clear);
    if (report === null) return EXIT.interrupted;
    notices.tell(options.quiet);
    const code = await present(question, assertions, report, { ...options, set: [] });
    // Only now: a report that could not be written is made again from what is there.
    isAnswered = !isPartial(report);
    return code;
  } finally {
    await asking.end(isAnswered);
  }
}

function isPartial(report: Answers[Kind]): boolean {
  if ('run' in report) return report.run.partial;
  return 'models' in report ? report.models.some(({ run }) => run.partial) : report.report.run.partial;
}

/** Loaded with the queue: what it throws is told by its name. */
function usage(error: unknown): never {
  throw error instanceof Error && error.name === 'QueueError' ? new UsageError(error.message) : error;
}
