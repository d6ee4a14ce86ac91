import type { Act } from '../../src/edit/index.ts';
import type { Model } from '../../src/model/model.ts';
import type { Element } from '../../src/topology/elements.ts';
import { joinOf } from './join.ts';

/** What dropping one part onto another does; null: nothing. */
export interface Drop {
  /** Completes «Undo: …», and says it while something is dragged. */
  readonly label: string;
  readonly act: Act;
}

/**
 * A service onto another: it needs that. A service, or one of its members, into a domain: it stands there. A domain
 * onto another: the network between them.
 */
export function dropOf(from: Element, onto: Element, model: Model): Drop | null {
  if (from.kind === 'domain' && onto.kind === 'domain')
    return from.place.folded.length + onto.place.folded.length > 0
      ? null
      : joinOf(from.place.domain, onto.place.domain, model);
  if (from.kind !== 'service' && from.kind !== 'member') return null;
  const { written, sites, component, placement } = model.services[from.service];
  if (from.kind === 'service' && onto.kind === 'service') {
    const { written: on } = model.services[onto.service];
    return on === written ? null : { label: `make ${written} need ${on}`, act: { act: 'need', service: written, on } };
  }
  if (onto.kind !== 'domain' || onto.place.folded.length > 0 || sites !== null || component < 0) return null;
  const { name } = model.domains[onto.place.domain];
  if (from.kind === 'service')
    return { label: `place ${written} in ${name}`, act: { act: 'place', service: written, in: [name] } };
  if (from.members.length > 1) return null;
  const member = memberNumber(from, model);
  if (placement[member] === onto.place.domain) return null;
  return { label: `move ${from.name} to ${name}`, act: { act: 'move-member', service: written, member, to: name } };
}

/** Which of its service's members it is, from 0. */
export function memberNumber({ service, members }: Extract<Element, { kind: 'member' }>, { services }: Model): number {
  return services.slice(0, service).reduce((left, { placement }) => left - placement.length, members[0]);
}
