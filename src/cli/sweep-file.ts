import { readFile, realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { SweepReport } from '../analysis/report.ts';
import { renderJson } from '../report/index.ts';
import { isSweepReport } from '../run/sweep-earlier.ts';
import { UsageError } from './exit.ts';
import { reason } from './input.ts';

/** Where a sweep keeps its points, so that it can be continued. */
export interface SweepFile {
  /** What an earlier sweep has left there. */
  readonly earlier: SweepReport | undefined;
  /** After a point. What cannot be written now may be so later: it says nothing. */
  keep(report: SweepReport): Promise<void>;
  /** At the end. @throws the file system's error */
  finish(report: SweepReport): Promise<void>;
}

/** Writing may take this share of the time: a thousand reports are tens of megabytes. */
const MOST_SHARE = 0.1;

/**
 * Looks what a file holds. A file that is replaced is at every moment either the old one or the new one.
 * @returns null for what is no file, such as a terminal or a pipe
 * @throws UsageError for a file with something else in it
 */
export async function openSweepFile(file: string): Promise<SweepFile | null> {
  const found = await stat(file).catch(() => null);
  if (found !== null && !found.isFile()) return null;
  // What a link points to is replaced, and not the link.
  const target = found === null ? file : await realpath(file);
  const temporary = join(dirname(target), `.${basename(target)}.${process.pid}.tmp`);
  let free = 0;

  async function write(report: SweepReport): Promise<void> {
    const text = renderJson(report);
    try {
      await writeFile(temporary, text, found === null ? {} : { mode: found.mode });
      await rename(temporary, target);
    } catch {
      // A file that may be written in a directory that may not.
      await rm(temporary, { force: true }).catch(() => undefined);
      await writeFile(target, text);
    }
  }

  return {
    earlier: found === null || found.size === 0 ? undefined : await readEarlier(file),
    async keep(report) {
      const begun = performance.now();
      if (begun < free) return;
      await write(report).catch(() => undefined);
      const end = performance.now();
      free = end + (end - begun) / MOST_SHARE;
    },
    finish: write,
  };
}

async function readEarlier(file: string): Promise<SweepReport> {
  let value: unknown;
  try {
    value = JSON.parse(await readFile(file, 'utf8'));
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw new UsageError(`cannot read '${file}' to go on from it: ${reason(error)}`);
  }
  if (isSweepReport(value)) return value;
  throw new UsageError(`'${file}' holds something else than a sweep: remove it, or choose another file.`);
}
