import type { Model } from '../model.ts';
import { parts } from '../network.ts';
import type { Whole } from '../resolve/whole.ts';
import { printFailures } from './failures.ts';
import { present, type Printed } from './tree.ts';

export function printLinks(model: Model): Printed | undefined {
  if (model.links.length === 0) return undefined;
  return model.links.map(({ between, failures }) =>
    present({ between: between.map((end) => model.domains[end].name), failures: printFailures(failures, model) }),
  );
}

/** A link lies between its members: elsewhere the word would say nothing. */
export function isParted(written: number, model: Model, { instances }: Whole): boolean {
  return model.services.some(
    ({ placement }, i) =>
      instances.all[i].written === written && model.links.some((link) => parts(model, link, placement)),
  );
}
