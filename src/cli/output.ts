import { writeFile } from 'node:fs/promises';
import { reason } from './input.ts';
import { UsageError } from './exit.ts';

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

export const PLAIN_SCREEN: Screen = { columns: 80, color: false };

/** The report, to standard output or to a file. */
export async function deliver(text: string, file: string | undefined): Promise<void> {
  if (file === undefined) {
    await new Promise<void>((resolve) => process.stdout.write(text, () => resolve()));
    return;
  }
  try {
    await writeFile(file, text);
  } catch (error) {
    throw new UsageError(`cannot write '${file}': ${reason(error)}`);
  }
}

/** Whoever read our output has gone (`nines … | head`): that is no fault, and nobody is left to tell. */
export function endQuietlyOnClosedPipe(): void {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') throw error;
      process.exit();
    });
  }
}
