import { type Disruption, heldAgainst } from '../model/disruptions.ts';
import type { Model } from '../model/model.ts';
import type { Fleet } from './clocks.ts';
import { byOwner, type Program } from './program.ts';

/** What a clock's failures are to targets by kind, [OWNER]. */
const KINDS = byOwner<(model: Model, owner: number) => string>({
  member: () => 'component',
  domain: ({ domains }, owner) => domains[owner].kind,
  shock: () => 'shock',
  falsePositive: () => 'component',
  corruption: () => 'data',
});

/** Which target by kind each cause is held against. What has no clock of its own (a failback) is a member's affair. */
export function compileDisruptions(model: Model, fleets: readonly Fleet[], causes: ReadonlyMap<string, number>) {
  const disruptions = Array.from(causes, (): Disruption => ({ kind: 'component', losesData: false }));
  // The first of several that share a name, as a cause is its name.
  for (const { kind, firstOwner } of fleets.toReversed())
    disruptions[causes.get(kind.cause)!] = {
      kind: KINDS[kind.ownerKind](model, firstOwner),
      losesData: kind.losesData,
    };
  const rows = (target: 'rto' | 'rpo') =>
    Int32Array.from(disruptions, (disruption) => heldAgainst(model.targets.byKind, target, disruption));
  return { causeRto: rows('rto'), causeRpo: rows('rpo') } satisfies Partial<Program>;
}
