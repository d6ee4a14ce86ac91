import type { FailureMode, Model } from '../model/model.ts';
import { mean } from '../random/moments.ts';
import { SECONDS_PER_YEAR } from '../units/table.ts';
import { recoveryBesides, restoreSeconds, slowest } from './known-recovery.ts';
import { type KnownOutages, NOTHING_KNOWN, outagesByFailure } from './outages.ts';
import { entryUnavailability } from './structure/index.ts';

const known = new WeakMap<Model, KnownOutages>();

/** With what the structure leaves of the entry's outages, where that is known. Kept with the model. */
export function knownOutages(model: Model): KnownOutages {
  const before = known.get(model);
  if (before !== undefined) return before;
  const outages = outagesByFailure(model);
  const found = outages === NOTHING_KNOWN ? outages : { ...outages, structural: structuralDowntime(model) };
  known.set(model, found);
  return found;
}

/**
 * Seconds a year at most that the entry is down once all failovers are done, as if everything failed independently and
 * each repair took as much longer as anything takes besides: until a standby is rebuilt, a failure is as good as not
 * repaired. Infinity where the structure is too large, with canaries, where a healthy standby may not be promoted all
 * the same, where work is planned, where repairs wait, and where links part what works.
 */
function structuralDowntime(model: Model): number {
  const isHeldBack = model.services.some(
    ({ replication, maintenance }) =>
      maintenance !== null || (replication !== null && (replication.strict || replication.maxLagSeconds < Infinity)),
  );
  // Of a bad change that a canary holds the structure knows no more than that the others go on.
  const hasCanaries = model.services.some(({ deploy }) => deploy !== null && deploy.canary !== null);
  const isBeyondStructure = model.teams.length + model.links.length > 0 || repairsWait(model);
  if (isHeldBack || hasCanaries || isBeyondStructure || model.simulation.warmUpSeconds === 0) return Infinity;
  const rebuild = slowest(model.services, ({ failover }) => (failover === null ? 0 : mean(failover.rebuild)));
  const longer = recoveryBesides(model) + rebuild;
  const restore = restoreSeconds(model);
  const stretched = <T extends FailureMode>(mode: T): T => ({
    ...mode,
    down: { kind: 'constant', value: mean(mode.down) + longer + (mode.losesData ? restore : 0) },
  });
  const share = entryUnavailability({
    ...model,
    domains: model.domains.map((domain) => ({ ...domain, failures: domain.failures.map(stretched) })),
    components: model.components.map((component) => ({ ...component, failures: component.failures.map(stretched) })),
    shocks: model.shocks.map(stretched),
  });
  return share === null ? Infinity : share * SECONDS_PER_YEAR;
}

function repairsWait({ domains, components, shocks }: Model): boolean {
  return [...[...domains, ...components].flatMap(({ failures }) => failures), ...shocks].some(
    ({ work }) => work !== undefined,
  );
}
