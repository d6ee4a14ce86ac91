import type { Model } from '../../src/model/model.ts';
import type { Element, Scene } from '../../src/topology/elements.ts';

/** What was chosen elsewhere, by its name, and is not drawn. */
export function hiddenElement(
  model: Model,
  { hidden }: Scene,
  choice: { readonly kind: string; readonly name: string },
): Element | undefined {
  if (choice.kind !== 'service') return undefined;
  const service = hidden.find((each) => model.services[each].name === choice.name);
  return service === undefined ? undefined : { key: `service:${service}`, kind: 'service', name: choice.name, service };
}
