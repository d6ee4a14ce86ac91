import { readFile, stat } from 'node:fs/promises';
import type { SweepReport } from '../analysis/report.ts';
import { renderJson } from '../report/index.ts';
import { isSweepReport } from '../run/sweep-report.ts';
import { UsageError } from './exit.ts';
import { reason } from './input.ts';
import { replaceFile } from './replace-file.ts';

/** Where a sweep keeps its points, so that it can be continued. */
export interface SweepFile {
  /** What an earlier sweep has left there. */
  readonly earlier: SweepReport | undefined;
  /** After a point. What cannot be written now may be so later: it says nothing. */
  keep(report: SweepReport): Promise<void>;
}

/** Writing may take this share of the time: a thousand reports are tens of megabytes. */
const MOST_SHARE = 0.1;

/**
 * Looks what a file holds.
 * @returns null for what is no file, such as a terminal or a pipe
 * @throws UsageError for a file with something else in it
 */
export async function openSweepFile(file: string): Promise<SweepFile | null> {
  const found = await stat(file).catch(() => null);
  if (found !== null && !found.isFile()) return null;
  let free = 0;
  return {
    earlier: found === null || found.size === 0 ? undefined : await readEarlier(file),
    async keep(report) {
      const begun = performance.now();
      if (begun < free) return;
      await replaceFile(file, renderJson(report)).catch(() => undefined);
      const end = performance.now();
      free = end + (end - begun) / MOST_SHARE;
    },
  };
}

async function readEarlier(file: string): Promise<SweepReport> {
  let value: unknown;
  try {
    value = JSON.parse(await readFile(file, 'utf8'));
  } catch (error) {
    if (!(error instanceof SyntaxError))
      throw new UsageError(`cannot read '${file}' to go on from it: ${reason(error)}`);
  }
  if (isSweepReport(value)) return value;
  throw new UsageError(`'${file}' holds something else than a sweep: remove it, or choose another file.`);
}
