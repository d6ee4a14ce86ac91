import { isViewed } from './views.ts';
import type { Mode, Model, Service } from '../model/model.ts';
import { MODES } from '../model/modes.ts';
import { AT_ONCE, type Distribution } from '../random/distribution.ts';
import type { DrawList } from './draw-list.ts';
import { MODE, type Program, REPLICATION } from './program.ts';
import { redirectSteps } from './redirect.ts';
import { secondActive } from './roles.ts';

/*
 * How services behave, field by field of a program: their modes, health checks, failovers and replication. Of what a
 * service does not have its fields hold what does nothing; −1 where there is no draw.
 */

const MODE_NUMBERS = {
  'active-active': MODE.activeActive,
  'active-passive': MODE.activePassive,
  quorum: MODE.quorum,
  sharded: MODE.sharded,
} as const satisfies Readonly<Record<Mode, number>>;
const REPLICATIONS = { sync: REPLICATION.sync, 'semi-sync': REPLICATION.semiSync, async: REPLICATION.async } as const;

type DrawOf = (of: (service: Service) => Distribution | null | undefined, absent?: Distribution) => Int32Array;

/** [service] the draw of one of its times; of those without it the draw of `absent`, −1 if there is none. */
const drawsBy =
  (services: readonly Service[], draws: DrawList): DrawOf =>
  (of, absent) =>
    Int32Array.from(services, (service) => {
      const time = of(service) ?? absent;
      return time === undefined ? -1 : draws.add(time);
    });

/** @param holdsData [service] */
export function compileModes(model: Model, holdsData: readonly boolean[], draws: DrawList) {
  const { services } = model;
  return {
    serviceMode: Uint8Array.from(services, (s) =>
      s.placement.length === 0 && s.component < 0 ? MODE.none : MODE_NUMBERS[s.mode],
    ),
    serviceOnlyCounts: Uint8Array.from(services, (s, i) =>
      onlyCounts(s) && !holdsData[i] && !isReached(model, i) && !isViewed(model, i) ? 1 : 0,
    ),
    onlyActiveServes: Uint8Array.from(services, (s) => (MODES[s.mode].standsBy ? 1 : 0)),
    serviceRequired: Int32Array.from(services, (s) => s.required),
    // Of shards each is looked after by itself.
    copiesRequired: Int32Array.from(services, (s) =>
      MODES[s.mode].agrees ? s.required : MODES[s.mode].holdsShards ? 0 : 1,
    ),
    serviceDegrades: Uint8Array.from(services, (s) => (s.belowRequired === 'degraded' ? 1 : 0)),
    serviceRetries: Uint8Array.from(services, (s) => (s.retry ? 1 : 0)),
    secondActive: Float64Array.from(services, (s) => secondActive(model, s)),
    electDraw: drawsBy(services, draws)((s) => s.elect),
  } satisfies Partial<Program>;
}

/** Which of its members work matters to those whose failovers need it, as not all of them may be reached. */
function isReached({ links, services }: Model, index: number): boolean {
  return links.length > 0 && services.some(({ coordinators }) => coordinators.includes(index));
}

/** All that matters to it is how many of its replicas work. (Where it holds data, who has them matters too.) */
function onlyCounts(s: Service): boolean {
  return (
    MODES[s.mode].spreads && s.healthCheck === null && s.sites === null && s.load === null && s.maintenance === null
  );
}

export function compileChecks(services: readonly Service[], draws: DrawList) {
  const drawOf = drawsBy(services, draws);
  return {
    serviceChecked: Uint8Array.from(services, (s) => (s.healthCheck ? 1 : 0)),
    checkInterval: Float64Array.from(services, (s) => s.healthCheck?.intervalSeconds ?? 0),
    checkRemoveDelay: Float64Array.from(services, ({ healthCheck: h }) =>
      h ? (h.unhealthyThreshold - 1) * h.intervalSeconds + h.timeoutSeconds : 0,
    ),
    checkReturnDelay: Float64Array.from(services, ({ healthCheck: h }) =>
      h ? (h.healthyThreshold - 1) * h.intervalSeconds : 0,
    ),
    checkSlowStartDraw: drawOf((s) => s.healthCheck?.slowStart, AT_ONCE),
  } satisfies Partial<Program>;
}

/** @param cause index of a cause by its name */
export function compileFailovers({ services, sla }: Model, draws: DrawList, cause: (name: string) => number) {
  const drawOf = drawsBy(services, draws);
  return {
    standbysAnswer: Float64Array.from(services, (s) => s.standbysAnswer),
    detectDraw: drawOf((s) => s.failover?.detect),
    decideDraw: drawOf((s) => s.failover?.decide, AT_ONCE),
    promoteDraw: drawOf((s) => s.failover?.promote, AT_ONCE),
    redirectDraw: drawOf((s) => (s.failover?.redirect.kind === 'delay' ? s.failover.redirect.delay : null)),
    redirectTtl: Float64Array.from(services, (s) =>
      s.failover?.redirect.kind === 'dns' ? s.failover.redirect.ttlSeconds : 0,
    ),
    redirectSteps: Int32Array.from(services, () => redirectSteps(sla.errorRate)),
    promoteSuccess: Float64Array.from(services, (s) => s.failover?.success ?? 1),
    retryDraw: drawOf((s) => s.failover?.retry, AT_ONCE),
    rebuildDraw: drawOf((s) => s.failover?.rebuild, AT_ONCE),
    failback: Uint8Array.from(services, ({ failover: f }) => (!f?.failback ? 0 : f.failback.takes ? 2 : 1)),
    failbackAfterDraw: drawOf((s) => s.failover?.failback?.after, AT_ONCE),
    failbackTakesDraw: drawOf((s) => s.failover?.failback?.takes),
    demoteDraw: drawOf((s) => s.failover?.demoteAfter),
    failbackCause: Int32Array.from(services, (s) => (s.failover?.failback ? cause(`${s.name}/failback`) : 0)),
  } satisfies Partial<Program>;
}

export function compileReplication(services: readonly Service[], draws: DrawList) {
  const drawOf = drawsBy(services, draws);
  return {
    replicationMode: Uint8Array.from(services, (s) =>
      s.replication ? REPLICATIONS[s.replication.mode] : REPLICATION.none,
    ),
    lagDraw: drawOf((s) => s.replication?.lag, AT_ONCE),
    maxLag: Float64Array.from(services, (s) => s.replication?.maxLagSeconds ?? Infinity),
    replicationStrict: Uint8Array.from(services, (s) =>
      s.replication?.mode === 'sync' && s.replication.strict ? 1 : 0,
    ),
  } satisfies Partial<Program>;
}
