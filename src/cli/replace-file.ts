import { readFile, realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/** What the file system says where a directory takes no new file, although a file in it may be written. */
const NOT_BESIDE: ReadonlySet<unknown> = new Set(['EACCES', 'EPERM', 'EROFS']);

type Content = string | Uint8Array;

/**
 * Gives a file other contents: at every moment it holds the old ones or the new ones, also where there is no space for
 * the new ones. What is no file, such as a terminal or a pipe, is written to.
 * @throws the file system's error; the file is then as it was
 */
export async function replaceFile(file: string, text: Content): Promise<void> {
  const found = await stat(file).catch(() => null);
  if (found !== null && !found.isFile()) return writeFile(file, text);
  // What a link points to is replaced, and not the link.
  const target = found === null ? file : await realpath(file);
  const temporary = join(dirname(target), `.${basename(target)}.${process.pid}.tmp`);
  try {
    await writeFile(temporary, text, found === null ? {} : { mode: found.mode });
    await rename(temporary, target);
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => undefined);
    if (!NOT_BESIDE.has((error as NodeJS.ErrnoException).code)) throw error;
    await overwrite(target, text);
  }
}

/** The second best, for a file in a directory that takes no other: put back where it goes wrong. */
async function overwrite(file: string, text: Content): Promise<void> {
  const before = await readFile(file).catch(() => null);
  try {
    await writeFile(file, text);
  } catch (error) {
    if (before !== null) await writeFile(file, before).catch(() => undefined);
    throw error;
  }
}
