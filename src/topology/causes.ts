import { deploysOf } from '../model/deploys.ts';
import type { Model } from '../model/model.ts';
import type { Element } from './elements.ts';
import { membersOf } from './members.ts';

/** cause → elements that stand for it. */
type Index = ReadonlyMap<string, readonly Element[]>;

/** So many members in one place are kept by name. */
const MOST_NAMED = 20;

const known = new WeakMap<readonly Element[], { readonly model: Model; readonly index: Index }>();

/**
 * The elements of the drawing that stand for a cause of the structure: a domain, a member (`db[0]`, alone `db`, in a
 * large model `db[any]`), or a shock, which has no place of its own: the services that it hits.
 * @param elements of a scene of this model
 */
export function elementsOfCause(cause: string, model: Model, elements: readonly Element[]): readonly Element[] {
  let found = known.get(elements);
  if (found?.model !== model) known.set(elements, (found = { model, index: indexOf(model, elements) }));
  return found.index.get(cause) ?? withMember(cause, model, elements);
}

/** One of many that are drawn as one: a million names would be too many to keep. */
function withMember(cause: string, model: Model, elements: readonly Element[]): readonly Element[] {
  const service = model.services.findIndex(({ name }) => cause.startsWith(`${name}[`));
  if (service < 0) return [];
  const members = membersOf(model);
  const isIn = (element: Element) =>
    element.kind === 'member' &&
    element.service === service &&
    element.members.some((member) => members.at(member).name === cause);
  return elements.filter(isIn);
}

/** One pass over what is drawn. */
function indexOf(model: Model, elements: readonly Element[]): Index {
  const index = new Map<string, Element[]>();
  const add = (cause: string, element: Element) => {
    const list = index.get(cause);
    if (list === undefined) index.set(cause, [element]);
    else if (list[list.length - 1] !== element) list.push(element);
  };
  const members = membersOf(model);
  const common = acrossServices(model);
  for (const element of elements) {
    if (element.kind === 'domain')
      for (const domain of [element.place.domain, ...element.place.folded])
        if (domain >= 0) add(model.domains[domain].name, element);
    if (element.kind === 'route') add(element.name, element);
    if (element.kind === 'service')
      for (const { name, hits } of common) if (hits.includes(element.service)) add(name, element);
    if (element.kind !== 'member') continue;
    const { name, placement } = model.services[element.service];
    if (element.members.length <= MOST_NAMED)
      for (const member of element.members) add(members.at(member).name, element);
    if (placement.length === 1) add(name, element);
    add(`${name}[any]`, element);
  }
  return index;
}

/** What strikes whole services. */
function acrossServices(model: Model): readonly { readonly name: string; readonly hits: readonly number[] }[] {
  return [...model.shocks, ...deploysOf(model).map(({ cause, hits }) => ({ name: cause, hits }))];
}

/** The causes that an element of the drawing stands for, most telling first; none for a link. */
export function causesOfElement(element: Element, model: Model): readonly string[] {
  switch (element.kind) {
    case 'domain':
      return [element.place.domain, ...element.place.folded]
        .filter((domain) => domain >= 0)
        .map((domain) => model.domains[domain].name);
    case 'member': {
      const { name, placement } = model.services[element.service];
      const members = membersOf(model);
      return [
        ...element.members.slice(0, MOST_NAMED).map((member) => members.at(member).name),
        ...(placement.length === 1 ? [name] : []),
        `${name}[any]`,
      ];
    }
    case 'service':
      return acrossServices(model)
        .filter(({ hits }) => hits.includes(element.service))
        .map(({ name }) => name);
    case 'route':
      return [element.name];
    case 'link':
      return [];
  }
}

/** [element's key] what is marked on it. */
export interface Marks {
  /** Takes the entry down by itself. */
  readonly single: ReadonlySet<string>;
  /** Of the cut set that is shown; its number in it, from 1. */
  readonly cut: ReadonlyMap<string, number>;
  /** How many the cut set has. */
  readonly order: number;
}

export const NO_MARKS: Marks = { single: new Set(), cut: new Map(), order: 0 };

export function marksOf(
  singles: readonly string[],
  cut: readonly string[],
  model: Model,
  elements: readonly Element[],
): Marks {
  const single = new Set<string>();
  // A shock strikes services, which are no single point themselves.
  for (const cause of singles)
    for (const element of elementsOfCause(cause, model, elements))
      if (element.kind !== 'service') single.add(element.key);
  const places = new Map<string, number>();
  cut.forEach((cause, i) => {
    for (const element of elementsOfCause(cause, model, elements)) places.set(element.key, i + 1);
  });
  return { single, cut: places, order: cut.length };
}
