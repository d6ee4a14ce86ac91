import { constants } from 'node:fs';
import { access, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { reason } from './input.ts';
import { EXIT, OutputError, UsageError } from './exit.ts';
import { replaceFile } from './replace-file.ts';

export interface Screen {
  readonly columns: number;
  readonly color: boolean;
}

const WIDEST = 100;

/** How to draw on a stream: a file or a pipe is 80 columns wide and has no colours. */
export function screenOf(stream: NodeJS.WriteStream): Screen {
  if (!stream.isTTY) return { columns: 80, color: false };
  const color = (process.env.NO_COLOR ?? '') === '' && process.env.TERM !== 'dumb';
  return { columns: Math.min(stream.columns || 80, WIDEST), color };
}

const PLAIN_SCREEN: Screen = { columns: 80, color: false };

/** How to draw what goes to a file, or to standard output without one. */
export function screenFor(file: string | undefined): Screen {
  return file === undefined ? screenOf(process.stdout) : PLAIN_SCREEN;
}

/**
 * Before the work begins: a file that cannot be written would lose the report. Neither creates nor changes the file.
 * @throws UsageError
 */
export async function checkOutput(file: string | undefined): Promise<void> {
  if (file === undefined) return;
  try {
    if (file === '' || file.endsWith('/')) throw new Error('it names no file');
    const found = await stat(file).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return null;
      throw error;
    });
    if (found?.isDirectory() === true) throw new Error('it is a directory');
    if (found !== null) await access(file, constants.W_OK);
    else await access(dirname(file), constants.W_OK | constants.X_OK);
  } catch (error) {
    throw new UsageError(`cannot write '${file}': ${reason(error)}`);
  }
}

/**
 * The report, to standard output or to a file; to standard output all the same where the file fails at last, since the
 * work is done by then. What the file held before is then still in it.
 * @throws OutputError where the file could not be written
 */
export async function deliver(text: string, file: string | undefined): Promise<void> {
  if (file === undefined) return print(text);
  try {
    await replaceFile(file, text);
  } catch (error) {
    await print(text);
    throw new OutputError(`cannot write '${file}': ${reason(error)}; what it should have held went to standard output`);
  }
}

/** Resolves also where nothing takes it: that is `watchOutput`'s to say. */
function print(text: string): Promise<void> {
  return new Promise((resolve) => process.stdout.write(text, () => resolve()));
}

/**
 * Output that finds no place makes a fault of the whole process: the exit code of a report that nobody got says
 * nothing. But whoever read it and has gone (`nines … | head`) had enough of it.
 */
export function watchOutput(): void {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EPIPE') return;
      // To the other one: a stream takes nothing any more once it has failed.
      if (stream === process.stdout) process.stderr.write(`nines: cannot write to standard output: ${reason(error)}\n`);
      // Only now: a command sets its own code when it is done.
      process.once('exit', () => (process.exitCode = EXIT.internal));
    });
  }
}
