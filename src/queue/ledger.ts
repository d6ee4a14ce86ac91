import type { Job, Results } from '../run/job.ts';
import { BatchGivenUp } from '../run/runner.ts';
import { type PackedStretch, unpackStretch } from '../run/stretch.ts';
import type { Task } from './task.ts';

interface Order {
  readonly resolve: (results: Results) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * The batches of one job, as somebody waits for them: what has come, and who asks. Each batch is handed out once: a
 * bitmap says which were, whatever comes again.
 */
export interface Ledger {
  /** Whoever asks for a batch gets it once it is there. */
  ask(batch: number): Promise<Results>;
  /** What a task came to; a second time it is dropped. */
  arrive(task: Task, stretches: readonly PackedStretch[]): void;
  /** It will not come any more. */
  fail(task: Task): void;
}

export function createLedger(job: Job): Ledger {
  const { batches } = job.plan;
  const counted = new Uint8Array(Math.ceil(batches / 8));
  const isCounted = (batch: number) => (counted[batch >> 3] & (1 << (batch & 7))) !== 0;
  const orders = new Map<number, Order>();
  const there = new Map<number, () => Results>();
  const failed = new Set<number>();

  const settle = (batch: number) => {
    const order = orders.get(batch);
    if (order === undefined) return;
    const give = there.get(batch);
    if (give === undefined && !failed.has(batch)) return;
    orders.delete(batch);
    there.delete(batch);
    if (give === undefined) return order.reject(new BatchGivenUp(batch));
    counted[batch >> 3] |= 1 << (batch & 7);
    try {
      order.resolve(give());
    } catch (error) {
      order.reject(error);
    }
  };
  return {
    ask: (batch) =>
      new Promise<Results>((resolve, reject) => {
        if (isCounted(batch)) return reject(new Error(`Batch ${batch} has been counted already.`));
        orders.set(batch, { resolve, reject });
        settle(batch);
      }),
    arrive({ from, end, isEach }, stretches) {
      if (there.has(from) || isCounted(from)) return;
      const whole = isEach ? null : lazily(() => unpackStretch(job, stretches[0]));
      for (let batch = from; batch < end; batch++) {
        const nth = batch - from;
        there.set(batch, () => (whole === null ? unpackStretch(job, stretches[nth])(0) : whole()(nth)));
        settle(batch);
      }
    },
    fail({ from, end }) {
      for (let batch = from; batch < end; batch++) {
        failed.add(batch);
        settle(batch);
      }
    },
  };
}

function lazily<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => (made ??= { value: make() }).value;
}
