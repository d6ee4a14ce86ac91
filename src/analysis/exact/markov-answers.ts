import type { Service } from '../../model/model.ts';

/** A product of own shares, and of what is wanted: without it this share is still answered. */
export interface Answer {
  readonly owns: readonly number[];
  readonly wants: readonly { readonly without: number; readonly answer: Answer }[];
}

/**
 * How a service's answer follows from own shares: it and all that it needs multiply, each once; a wanted service
 * multiplies by f + (1 − f) × its answer, in which what the whole needs already does not count again.
 */
export function answerOf(services: readonly Service[], root: number, counted: ReadonlySet<number> = new Set()): Answer {
  const owns: number[] = [];
  const seen = new Set(counted);
  const queue = seen.has(root) ? [] : [root];
  seen.add(root);
  for (const service of queue) {
    owns.push(service);
    for (const need of services[service].needs) {
      if (seen.has(need)) continue;
      seen.add(need);
      queue.push(need);
    }
  }
  const wants = owns.flatMap((service) =>
    services[service].wants
      .filter((want) => !seen.has(want.service))
      .map((want) => ({ without: want.without, answer: answerOf(services, want.service, seen) })),
  );
  return { owns, wants };
}

/** Every service whose own share is in it. */
export function involved({ owns, wants }: Answer): number[] {
  return [...owns, ...wants.flatMap(({ answer }) => involved(answer))];
}

/** The same over other indices. */
export function renumbered({ owns, wants }: Answer, index: ReadonlyMap<number, number>): Answer {
  return {
    owns: owns.map((own) => index.get(own)!),
    wants: wants.map(({ without, answer }) => ({ without, answer: renumbered(answer, index) })),
  };
}

/** @param share [service] own shares */
export function evaluate({ owns, wants }: Answer, share: ArrayLike<number>): number {
  let product = 1;
  for (const own of owns) product *= share[own];
  for (const { without, answer } of wants) product *= without + (1 - without) * evaluate(answer, share);
  return product;
}
