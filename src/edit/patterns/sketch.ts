import { parseModel, type Model } from '../../model/index.ts';
import type { Service } from '../../model/model.ts';
import { reliesOn } from '../../model/relies.ts';
import { at, type Plain } from '../plain.ts';
import { Sheet } from '../sheet.ts';

/** A service as it is written, and what it comes to. */
export interface Written {
  readonly name: string;
  readonly keys: Plain | undefined;
  /** The first of its copies, where it stands in several sites. */
  readonly as: Service;
}

/** What patterns look at: a sound model, as it is written and as it is meant. */
export interface Sketch {
  readonly plain: Plain;
  readonly model: Model;
  readonly services: readonly Written[];
}

/** @throws ModelError where the model has errors */
export function sketchOf(text: string): Sketch {
  const model = parseModel(text);
  const { plain } = new Sheet(text);
  const names = at(plain, ['services']);
  const services = [...(names instanceof Map ? names : [])].flatMap(([name, keys]): Written[] => {
    const as = model.services.find(({ written }) => written === name);
    return as === undefined ? [] : [{ name, keys, as }];
  });
  return { plain, model, services };
}

export function has({ keys }: Written, key: string): boolean {
  return at(keys, [key]) !== undefined;
}

/** Whether its members are replicas of a component. */
export function isOfMembers({ as }: Written): boolean {
  return as.component >= 0 && as.sites === null && as.placement.length > 0;
}

/** Whether its members hold something that a failure can destroy. */
export function isStateful({ model }: Sketch, { as }: Written): boolean {
  return (
    as.data !== null || (as.component >= 0 && model.components[as.component].failures.some((mode) => mode.losesData))
  );
}

/** The domains that hold a domain, itself first. */
export function around({ model }: Sketch, domain: number): readonly number[] {
  const found: number[] = [];
  for (let i = domain; i >= 0; i = model.domains[i].parent) found.push(i);
  return found;
}

/** The domains right below one; −1: at the top. */
export function below({ model }: Sketch, parent: number): readonly number[] {
  return model.domains.flatMap((domain, i) => (domain.parent === parent ? [i] : []));
}

/** Where its members stand, each domain once. */
export function placesOf({ as }: Written): readonly number[] {
  return [...new Set(as.placement)];
}

/** What a zone is in this model: the kind that services are spread over, or that stands in a region. */
export function zoneKind({ model, services }: Sketch): string | null {
  if (model.domains.some(({ kind }) => kind === 'zone')) return 'zone';
  const across = services.map(({ keys }) => at(keys, ['across'])).find((kind) => typeof kind === 'string');
  return across ?? null;
}

/** The domain of the zone's kind in which a member stands; −1: in none. */
export function zoneOf(sketch: Sketch, member: number): number {
  const kind = zoneKind(sketch);
  return around(sketch, member).find((domain) => sketch.model.domains[domain].kind === kind) ?? -1;
}

/** Domains at the top that hold others: regions. */
export function regions(sketch: Sketch): readonly number[] {
  return below(sketch, -1).filter((domain) => below(sketch, domain).length > 0);
}

/** The service that is asked for, with all that it needs or wants. */
export function reachedBy({ model }: Sketch, entry: number): ReadonlySet<number> {
  const reached = new Set([entry]);
  for (const service of reached) {
    for (const next of [...reliesOn(model.services[service]), ...(model.services[service].sites ?? [])])
      reached.add(next);
  }
  return reached;
}
