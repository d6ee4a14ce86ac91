import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Seconds of processor time that so many events of n units take, at least `required` of them needed. */
type CLoop = (units: number, required: number, mtbf: number, mttr: number, events: number) => number;

/** The plain event loop of `loop.c`, compiled by the machine's `cc`; null where there is none. */
export function compileCLoop(): CLoop | null {
  // Beside the sources, whether this runs from them or from what was built of them.
  const source = ['src/bench/loop.c', '../src/bench/loop.c']
    .map((path) => join(process.cwd(), path))
    .find((path) => existsSync(path));
  if (source === undefined) throw new Error('src/bench/loop.c is not there: run the benchmark from the project.');
  const file = join(mkdtempSync(join(tmpdir(), 'loop-')), 'loop');
  try {
    execFileSync('cc', ['-O2', '-o', file, source, '-lm'], { stdio: 'pipe' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
  return (...numbers) => Number(execFileSync(file, numbers.map(String), { encoding: 'utf8' }).split(' ')[0]);
}
