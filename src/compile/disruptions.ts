import { type Disruption, heldAgainst } from '../model/disruptions.ts';
import type { Model } from '../model/model.ts';
import type { Fleet } from './clocks.ts';
import { maintenanceCause } from './maintenance.ts';
import { PLANNED } from './program-planned.ts';
import { byOwner, type Program } from './program.ts';
import { compileSla, windowDays } from './sla.ts';

/** What a clock's failures are to targets by kind, [OWNER]. */
const KINDS = byOwner<(model: Model, owner: number) => string>({
  member: () => 'component',
  domain: ({ domains }, owner) => domains[owner].kind,
  shock: () => 'shock',
  commonCause: () => 'shock',
  falsePositive: () => 'component',
  corruption: () => 'data',
  deploy: () => 'deploy',
  link: () => 'link',
});

/** How much of it there is (`Program.counts`). */
export function askedCounts(model: Pick<Model, 'targets' | 'sla' | 'simulation'>) {
  return {
    kindTargets: model.targets.byKind.length,
    windowDays: windowDays(model),
    missions: model.simulation.missionSeconds === null ? 0 : 1,
  };
}

/**
 * Which target by kind each cause is held against, and whether it is the SLA's affair. Of what has no clock of its own
 * maintenance is a kind for itself, and a failback a member's affair.
 */
export function compileDisruptions(model: Model, fleets: readonly Fleet[], causes: ReadonlyMap<string, number>) {
  const disruptions = Array.from(causes, (): Disruption => ({ kind: 'component', losesData: false }));
  // The first of several that share a name, as a cause is its name.
  for (const { kind, firstOwner } of fleets.toReversed())
    disruptions[causes.get(kind.cause)!] = {
      kind: KINDS[kind.ownerKind](model, firstOwner),
      losesData: kind.losesData,
    };
  for (const service of model.services)
    if (service.maintenance !== null)
      disruptions[causes.get(maintenanceCause(service))!] = { kind: 'maintenance', losesData: false };
  const kinds = disruptions.map(({ kind }) => kind);
  const rows = (target: 'rto' | 'rpo') =>
    Int32Array.from(disruptions, (disruption) => heldAgainst(model.targets.byKind, target, disruption));
  return {
    causeRto: rows('rto'),
    causeRpo: rows('rpo'),
    ...compileSla(model, kinds),
    causePlanned: Uint8Array.from(kinds, (kind) => (kind === 'maintenance' || kind === 'deploy' ? PLANNED[kind] : 0)),
  } satisfies Partial<Program>;
}
