import { makePart } from '../parts/make-part.ts';
import { PartError, type Portion } from '../parts/part.ts';
import { writePart } from '../parts/part-file.ts';
import { onPlatform } from '../run/choose-runner.ts';
import { currentPlatform } from '../run/platform.ts';
import type { Question } from '../run/question.ts';
import type { Common } from './common.ts';
import { EXIT, OutputError, UsageError } from './exit.ts';
import { reason } from './input.ts';
import { interruptible } from './interrupt.ts';
import { line, onTerminal } from './progress.ts';
import { replaceFile } from './replace-file.ts';
import { createNotices } from './study.ts';

/** `--part K/N` of any study: simulates it and writes the file. @returns the exit code */
export async function part(
  question: Question,
  assertions: readonly string[],
  { workers, maxTime, output, quiet }: Common,
  options: { readonly part?: string; readonly format: string },
): Promise<number> {
  const portion = readPortion(options.part!);
  if (output === undefined) throw new UsageError(`--part writes a file: give it with -o ${nameOf(portion)}.`);
  if (options.format !== 'table')
    throw new UsageError('--part writes a part: the format is chosen when the parts are merged, with nines merge.');
  if (maxTime !== undefined)
    throw new UsageError('--part needs all of its batches: leave out --max-time, or divide into more parts.');

  const notices = createNotices();
  const begun = performance.now();
  const progress = onTerminal<readonly [done: number, of: number]>(
    ([done, of]) =>
      line(done / of, (performance.now() - begun) / 1000, [`part ${options.part}`, `${done} of ${of} batches`]),
    quiet,
  );
  const onBatch = (done: number, of: number) => progress.show([done, of]);
  const made = await interruptible(async (signal) => {
    const found = await makePart(onPlatform(currentPlatform()), question, assertions, portion, {
      ...{ workers, signal, onNotice: notices.add, onBatch },
    }).catch(usage);
    if (found === null) signal.throwIfAborted();
    return found;
  }, progress.clear);
  if (made === null) return EXIT.interrupted;
  notices.tell(quiet);
  await replaceFile(output, writePart(made)).catch((error: unknown) => {
    throw new OutputError(`cannot write '${output}': ${reason(error)}`);
  });
  return EXIT.ok;
}

/** What a part's file is called where nobody says otherwise. */
export function nameOf({ part, of }: Portion): string {
  return `part-${String(part).padStart(String(of).length, '0')}.nines`;
}

function usage(error: unknown): never {
  throw error instanceof PartError ? new UsageError(error.message) : error;
}

/** More parts than anybody has machines for. */
const MOST_PARTS = 1e6;

function readPortion(text: string): Portion {
  const [, part, of] = /^\s*(\d{1,7})\s*\/\s*(\d{1,7})\s*$/.exec(text)?.map(Number) ?? [];
  if (part >= 1 && part <= of && of <= MOST_PARTS) return { part, of };
  throw new UsageError(`--part takes which of how many, such as 3/40, not '${text}'.`);
}
