import { messages } from '../messages.ts';
import type { Model, Target } from '../model.ts';
import type { Report } from '../report.ts';
import { isWithin } from './domains.ts';
import { valueOr } from './fields.ts';
import { reachableFrom } from './graph.ts';
import type { Whole } from './model.ts';

/** Experiments that strike what the entry does not depend on. */
export function suspectExperiments(model: Model, { fields, tree }: Whole, report: Report): void {
  if (model.experiments.length === 0) return;
  const { services, entry } = model;
  const graph = services.map(({ needs, wants, sites }) => [...needs, ...wants.map(({ service }) => service), ...(sites ?? [])]);
  const reached = reachableFrom(graph, entry);
  const places = new Set<number>();
  for (const service of reached) for (const domain of services[service].placement) places.add(domain);
  const known = new Map<Target, boolean>();
  const matters = (target: Target): boolean => {
    const answer = known.get(target) ?? (target.kind === 'domain'
      ? [...places].some((domain) => isWithin(tree, domain, target.domain))
      : target.services.some((service) => reached.has(service)));
    known.set(target, answer);
    return answer;
  };
  valueOr(fields.experiments, []).forEach(({ field }, i) => {
    if (!field.ok) return;
    // Without errors every target has its step, in this order.
    const texts = [...valueOr(field.value.fields.fail, []), ...valueOr(field.value.fields.corrupt, [])];
    model.experiments[i].steps.forEach(({ target }, step) => {
      if (!matters(target)) report.warning(texts[step].at, messages.experimentMisses(target.text, services[entry].name));
    });
  });
}
