import { relative } from 'node:path';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/**
 * Test files in the order in which a few processes are through with all of them soonest: the longest first, so that none is left
 * alone at the end; those that wait for a browser by turns with those that only reckon, so that one fills the other's waits.
 * A fresh clone has no record of how long a file took: these are the seconds of a quiet machine with two cores, rounded. Who is
 * missing here is short, and comes last.
 */
export const SECONDS: Readonly<Record<string, number>> = {
  'test/e2e/page/robust.test.ts': 60,
  'test/e2e/page/why.test.ts': 52,
  'test/e2e/page/main-path.test.ts': 45,
  'test/e2e/page/everybody.test.ts': 42,
  'test/check.test.ts': 34,
  'test/e2e/page/deploy.test.ts': 38,
  'test/e2e/html.test.ts': 30,
  'test/models/github-actions.test.ts': 26,
  'test/e2e/page/drill.test.ts': 32,
  'test/e2e/page/recovery.test.ts': 30,
  'test/e2e/page/hostile.test.ts': 30,
  'test/e2e/cli.test.ts': 27,
  'test/theory/compare.test.ts': 26,
  'test/e2e/endless.test.ts': 26,
  'test/e2e/page/sweep.test.ts': 25,
  'test/theory/sweep.test.ts': 21,
  'test/engine/invariants.test.ts': 19,
  'test/e2e/page/compare.test.ts': 18,
  'test/models/gallery.test.ts': 18,
  'test/run/sweep.test.ts': 18,
  'test/models/guide.test.ts': 16,
  'test/run/stuck.test.ts': 16,
  'test/run/explain.test.ts': 12,
  'test/model/fuzz.test.ts': 14,
  'test/theory/monotone.test.ts': 14,
  'test/e2e/page/large.test.ts': 14,
  'test/run/optimize.test.ts': 13,
  'test/e2e/package.test.ts': 13,
  'test/theory/optimize.test.ts': 12,
  'test/theory/failover.test.ts': 11,
  'test/e2e/page/unsaved.test.ts': 10,
  'test/theory/backups.test.ts': 10,
  'test/random/distributions.test.ts': 10,
  'test/theory/data-loss.test.ts': 10,
  'test/theory/coverage.test.ts': 9,
  'test/models/compare.test.ts': 9,
  'test/e2e/output.test.ts': 8,
  'test/run/experiment.test.ts': 8,
  'test/theory/permanent.test.ts': 8,
  'test/run/simulate.test.ts': 7,
  'test/statistics/histogram.test.ts': 7,
  'test/theory/sites.test.ts': 7,
  'test/theory/stages.test.ts': 7,
  'test/run/shared-job.test.ts': 7,
  'test/run/compare.test.ts': 6,
};

/** Starts many processes, or a browser, and waits for them. */
const waits = (file: string) => file.startsWith('test/e2e/');

export function slowestFirst(files: readonly string[]): string[] {
  const longest = [...files].sort((a, b) => (SECONDS[b] ?? 0) - (SECONDS[a] ?? 0) || (a < b ? -1 : 1));
  const queues = [longest.filter(waits), longest.filter((file) => !waits(file))];
  const order: string[] = [];
  // Whichever kind has more seconds left to begin with goes next.
  const left = queues.map((queue) => queue.reduce((sum, file) => sum + (SECONDS[file] ?? 1), 0));
  const whole = [...left];
  while (order.length < files.length) {
    const next = queues[0].length > 0 && (queues[1].length === 0 || left[0] / whole[0] >= left[1] / whole[1]) ? 0 : 1;
    const file = queues[next].shift()!;
    left[next] -= SECONDS[file] ?? 1;
    order.push(file);
  }
  return order;
}

export default class SlowestFirst extends BaseSequencer {
  override async sort(specifications: TestSpecification[]): Promise<TestSpecification[]> {
    const pathOf = ({ moduleId }: TestSpecification) => relative(this.ctx.config.root, moduleId).replaceAll('\\', '/');
    const order = slowestFirst(specifications.map(pathOf));
    // A process of its own ends the shared one that it takes the place of: those go first.
    order.sort((a, b) => Number(b.includes('.isolated.')) - Number(a.includes('.isolated.')));
    const place = new Map(order.map((file, i) => [file, i]));
    return [...specifications].sort((a, b) => place.get(pathOf(a))! - place.get(pathOf(b))!);
  }
}
