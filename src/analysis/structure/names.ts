import type { Model } from '../../model/model.ts';
import type { Bare } from './bare.ts';
import { listDomains, listMembers, listShocks } from './elements.ts';

/** Up to this many elements every one has its name. */
const MOST_NAMED = 1_000;

/** More elements matter than anybody wants to read the names of. */
export function isLarge(model: Model, { matters }: Bare): boolean {
  const members = listMembers(model, matters).reduce((sum, { replicas }) => sum + replicas, 0);
  return members + listDomains(model, matters).length + listShocks(model, matters).length > MOST_NAMED;
}

/** `db` where there is one, `db[0]` where there are several. */
export function memberName({ services }: Model, service: number, replica: number): string {
  const { name, placement } = services[service];
  return placement.length === 1 ? name : `${name}[${replica}]`;
}
