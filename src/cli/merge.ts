import { readFile } from 'node:fs/promises';
import { mergeParts, type Merged, MissingParts } from '../parts/merge-parts.ts';
import { PartError } from '../parts/part.ts';
import { readPart } from '../parts/part-file.ts';
import { plainText } from '../report/index.ts';
import { studyOf } from '../run/question.ts';
import { conduct } from '../run/study.ts';
import { commandOf } from '../handover/command.ts';
import type { OutputOptions } from './common.ts';
import { EXIT, UsageError } from './exit.ts';
import type { VerdictFormat } from './formats.ts';
import { reason } from './input.ts';
import { interruptible } from './interrupt.ts';
import { checkOutput } from './output.ts';
import { nameOf } from './part.ts';
import { present } from './present.ts';
import { createNotices } from './study.ts';

/** As commander hands them over. */
export type MergeOptions = Omit<OutputOptions<VerdictFormat>, 'set'>;

/** `nines merge`: resolves to the exit code. */
export async function merge(files: readonly string[], options: MergeOptions): Promise<number> {
  await checkOutput(options.output);
  const { question, assertions, open, spare } = await put(files);
  const notices = createNotices();
  if (spare.length > 0)
    notices.add(`left aside, as other parts have their batches: ${spare.map(plainText).join(', ')}`);
  const report = await interruptible(
    async (signal) => {
      const study = await studyOf(question);
      return conduct(open, { signal, onNotice: notices.add }, () => study);
    },
    () => undefined,
  );
  if (report === null) return EXIT.interrupted;
  notices.tell(options.quiet);
  return present(question, assertions, report, { ...options, set: [] });
}

/** @throws UsageError with all that is wrong with them */
async function put(files: readonly string[]): Promise<Merged> {
  const problems: string[] = [];
  const parts = [];
  for (const name of files) {
    try {
      parts.push({ name, part: readPart(await readFile(name), name) });
    } catch (error) {
      problems.push(error instanceof PartError ? error.message : `cannot read the part '${name}': ${reason(error)}`);
    }
  }
  if (problems.length > 0) throw new UsageError(problems.join('\n'));
  try {
    return mergeParts(parts);
  } catch (error) {
    if (!(error instanceof PartError)) throw error;
    throw new UsageError(error instanceof MissingParts ? `${error.message}\n${ways(error)}` : error.message);
  }
}

/** How to make what is missing. */
function ways({ question, assertions, missing }: MissingParts): string {
  const commands = missing.map((portion) => {
    const part = ['--part', `${portion.part}/${portion.of}`, '-o', nameOf(portion)];
    return `  ${commandOf(question, assertions, part)}`;
  });
  return ['Make them, and merge all of them again:', ...commands].join('\n');
}
