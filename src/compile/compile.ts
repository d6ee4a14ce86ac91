import type { Distribution } from '../random/distribution.ts';
import type { Model, Service } from '../model/model.ts';
import { compileAnswers } from './answers.ts';
import { mapData } from './backups.ts';
import { type Clock, type ClockList, listClocks, losers, unavailability } from './clocks.ts';
import { packRows, type Rows } from './csr.ts';
import { createDrawList, type DrawList } from './draw-list.ts';
import { compileNeeds } from './needs.ts';
import { CLOCK, MODE, PROGRAM_VERSION, REPLICATION, type Compiled } from './program.ts';
import { redirectSteps } from './redirect.ts';
import { secondActive } from './roles.ts';
import { mapSites, memberServices } from './sites.ts';
import { startsSteady } from './steady-start.ts';
import { clockName, packSources } from './sources.ts';
import { addStreams, createStreamList, type StreamList } from './streams.ts';

const AT_ONCE: Distribution = { kind: 'constant', value: 0 };
const MODES = {
  'active-active': MODE.activeActive,
  'active-passive': MODE.activePassive,
  quorum: MODE.quorum,
} as const;
const REPLICATIONS = { sync: REPLICATION.sync, 'semi-sync': REPLICATION.semiSync, async: REPLICATION.async } as const;
const isAtOnce = (d: Distribution) => d.kind === 'constant' && d.value === 0;

/** What an experiment adds to a model's program. */
export interface Extra {
  /** They come last of all clocks, in this order, and never ring by themselves. */
  readonly clocks: readonly Clock[];
  /** Members that fall, or lose their data, together: rows after those of the model's shocks. */
  readonly rows: readonly (readonly number[])[];
}

const NOTHING: Extra = { clocks: [], rows: [] };

/** Compiles a validated model; the same model gives the same program on every machine. */
export function compile(model: Model, extra: Extra = NOTHING): Compiled {
  const draws = createDrawList();
  const clocks = listClocks(model, extra.clocks);

  const causes: string[] = [];
  const causeIndex = new Map<string, number>();
  const cause = (name: string) => {
    if (!causeIndex.has(name)) causeIndex.set(name, causes.push(name) - 1);
    return causeIndex.get(name)!;
  };

  const services = model.services;
  const firstMember = [0];
  services.forEach((service, i) => firstMember.push(firstMember[i] + service.placement.length));
  const memberService = memberServices(firstMember);
  const memberDomain = new Int32Array(memberService.length);
  services.forEach(({ placement }, i) => memberDomain.set(placement, firstMember[i]));
  const domainRows = membersByDomain(model, memberDomain);
  const shockRows = packRows([...model.shocks.map((shock) => membersOf(shock.hits, firstMember)), ...extra.rows]);
  const sites = mapSites(model, firstMember);
  const data = mapData(model, sites, firstMember, losers(model));
  const answers = compileAnswers(services);
  const { needs, waiters } = compileNeeds(services);
  const streams = createStreamList();
  const rows = addStreams(streams, model, data.names, extra.rows.length);

  const perService = (f: (service: Service) => number) => services.map(f);
  const drawOf = (f: (service: Service) => Distribution | null | undefined, absent = -1) =>
    Int32Array.from(
      perService((s) => {
        const d = f(s);
        return d ? draws.add(d) : absent;
      }),
    );
  const at0 = draws.add(AT_ONCE);

  const clockRecords = packClocks(clocks, streams, draws, cause);
  const sources = packSources(clocks.fleets, streams, draws);
  const fleets = clocks.fleets.flatMap(({ kind, firstClock, clocks: count }) => [
    firstClock,
    count,
    streams.addPassing(`start/${clockName(kind)}`),
  ]);
  const { keys, offsets } = streams.pack();

  const restartDraws = services.map(({ component, placement }) => {
    if (component < 0 || placement.length === 0) return -1;
    const { restart } = model.components[component];
    return isAtOnce(restart) ? -1 : draws.add(restart);
  });

  return {
    names: { services: services.map((s) => s.name), domains: model.domains.map((d) => d.name), causes },
    program: {
      version: PROGRAM_VERSION,
      streamKeys: keys,
      streamOffsets: offsets,
      restartStream: rows.restart,
      operationStream: rows.operation,
      dataStream: rows.data,
      shockStream: rows.shock,
      policyStream: rows.policy,
      clocks: clockRecords,
      clockUnavailability: unavailabilities(clocks),
      fleets: Int32Array.from(fleets),
      ...sources,
      domainMemberOffsets: domainRows.offsets,
      domainMembers: domainRows.list,
      domainParent: Int32Array.from(model.domains, (d) => d.parent),
      shockMemberOffsets: shockRows.offsets,
      shockMembers: shockRows.list,
      shockProbability: Float64Array.from([...model.shocks.map((s) => s.probability), ...extra.rows.map(() => 1)]),
      memberService,
      memberDomain,
      memberRestartDraw: memberService.map((s) => restartDraws[s]),
      memberCopy: sites.memberCopy,
      copySite: Int32Array.from(sites.copySite),
      nextSite: sites.nextSite,
      serviceSite: Int32Array.from(sites.serviceSite),
      serviceMembers: Int32Array.from(firstMember),
      serviceMode: Uint8Array.from(
        perService((s) => (s.placement.length === 0 && s.component < 0 ? MODE.none : MODES[s.mode])),
      ),
      serviceOnlyCounts: Uint8Array.from(services, (s, i) => (onlyCounts(s) && !data.holdsData[i] ? 1 : 0)),
      onlyActiveServes: Uint8Array.from(perService((s) => (s.mode === 'active-passive' ? 1 : 0))),
      serviceRequired: Int32Array.from(perService((s) => s.required)),
      serviceDegrades: Uint8Array.from(perService((s) => (s.belowRequired === 'degraded' ? 1 : 0))),
      serviceRetries: Uint8Array.from(perService((s) => (s.retry ? 1 : 0))),
      serviceChecked: Uint8Array.from(perService((s) => (s.healthCheck ? 1 : 0))),
      checkInterval: Float64Array.from(perService((s) => s.healthCheck?.intervalSeconds ?? 0)),
      checkRemoveDelay: Float64Array.from(
        perService(({ healthCheck: h }) => (h ? (h.unhealthyThreshold - 1) * h.intervalSeconds + h.timeoutSeconds : 0)),
      ),
      checkReturnDelay: Float64Array.from(
        perService(({ healthCheck: h }) => (h ? (h.healthyThreshold - 1) * h.intervalSeconds : 0)),
      ),
      checkSlowStartDraw: drawOf((s) => s.healthCheck?.slowStart, at0),
      detectDraw: drawOf((s) => s.failover?.detect),
      decideDraw: drawOf((s) => s.failover?.decide, at0),
      promoteDraw: drawOf((s) => s.failover?.promote, at0),
      redirectDraw: drawOf((s) => (s.failover?.redirect.kind === 'delay' ? s.failover.redirect.delay : null)),
      redirectTtl: Float64Array.from(
        perService((s) => (s.failover?.redirect.kind === 'dns' ? s.failover.redirect.ttlSeconds : 0)),
      ),
      redirectSteps: Int32Array.from(perService(() => redirectSteps(model.sla.errorRate))),
      promoteSuccess: Float64Array.from(perService((s) => s.failover?.success ?? 1)),
      retryDraw: drawOf((s) => s.failover?.retry, at0),
      rebuildDraw: drawOf((s) => s.failover?.rebuild, at0),
      failback: Uint8Array.from(perService(({ failover: f }) => (!f?.failback ? 0 : f.failback.takes ? 2 : 1))),
      failbackAfterDraw: drawOf((s) => s.failover?.failback?.after, at0),
      failbackTakesDraw: drawOf((s) => s.failover?.failback?.takes),
      failbackCause: Int32Array.from(perService((s) => (s.failover?.failback ? cause(`${s.name}/failback`) : 0))),
      startsSteady: startsSteady(model),
      secondActive: Float64Array.from(perService((s) => secondActive(model, s))),
      electDraw: drawOf((s) => s.elect),
      needOffsets: needs.offsets,
      needs: needs.list,
      waiterOffsets: waiters.offsets,
      waiters: waiters.list,
      replicationMode: Uint8Array.from(
        perService((s) => (s.replication ? REPLICATIONS[s.replication.mode] : REPLICATION.none)),
      ),
      lagDraw: drawOf((s) => s.replication?.lag, at0),
      maxLag: Float64Array.from(perService((s) => s.replication?.maxLagSeconds ?? Infinity)),
      replicationStrict: Uint8Array.from(
        perService((s) => (s.replication?.mode === 'sync' && s.replication.strict ? 1 : 0)),
      ),
      serviceHoldsData: Uint8Array.from(data.holdsData, Number),
      copiesRequired: Int32Array.from(perService((s) => (s.mode === 'quorum' ? s.required : 1))),
      dataSite: Int32Array.from(data.dataSite),
      standbysEmpty: Uint8Array.from(data.standbysEmpty, Number),
      restoreOffsets: data.restore.offsets,
      restorePolicies: data.restore.list,
      policies: data.policies,
      provisionDraw: Int32Array.from(data.provisions, (d) => draws.add(d)),
      policyCopyOffsets: data.copies.offsets,
      policyCopies: data.copies.list,
      dependentOffsets: answers.dependents.offsets,
      dependents: answers.dependents.list,
      answerOffsets: answers.code.offsets,
      answerCode: answers.code.list,
      answerFactorOffsets: answers.factorOffsets,
      answerFactors: answers.factors,
      answerDepth: answers.depth,
      entry: model.entry,
      downBelow: 1 - model.sla.errorRate - 1e-12,
      draws: draws.pack(),
      counts: {
        domains: model.domains.length,
        members: memberService.length,
        services: services.length,
        clocks: clocks.clocks,
        exponentialClocks: clocks.exponential,
        ownClocks: clocks.clocks - extra.clocks.length,
        shocks: model.shocks.length,
        causes: causes.length,
        policies: data.provisions.length,
        streams: offsets.at(-1)!,
        sources: sources.sourceGap.length,
      },
    },
  };
}

/** All that matters to it is how many of its replicas work. (Where it holds data, who has them matters too.) */
function onlyCounts(s: Service): boolean {
  return s.mode === 'active-active' && s.healthCheck === null && s.sites === null;
}

/** Records of `CLOCK.stride` numbers. */
function packClocks(
  { fleets, clocks }: ClockList,
  streams: StreamList,
  draws: DrawList,
  cause: (name: string) => number,
): Int32Array {
  const records = new Int32Array(clocks * CLOCK.stride);
  for (const { kind, firstOwner, firstClock, clocks: count } of fleets) {
    const up = draws.add(kind.up);
    const down = draws.add(kind.down ?? AT_ONCE);
    const index = cause(kind.cause);
    const row = kind.up.kind === 'exponential' ? -1 : streams.add(`clock/${clockName(kind)}`, count);
    for (let i = 0; i < count; i++) {
      const at = (firstClock + i) * CLOCK.stride;
      records[at + CLOCK.ownerKind] = kind.ownerKind;
      records[at + CLOCK.owner] = firstOwner + i;
      records[at + CLOCK.upDraw] = up;
      records[at + CLOCK.downDraw] = down;
      records[at + CLOCK.losesData] = kind.losesData ? 1 : 0;
      records[at + CLOCK.cause] = index;
      records[at + CLOCK.stream] = row < 0 ? -1 : row + i;
    }
  }
  return records;
}

/** [clock] */
function unavailabilities({ fleets, clocks }: ClockList): Float64Array {
  const shares = new Float64Array(clocks);
  for (const { kind, firstClock, clocks: count } of fleets)
    shares.fill(unavailability(kind.up, kind.down), firstClock, firstClock + count);
  return shares;
}

/** The members of these services, one after the other. */
function membersOf(services: readonly number[], firstMember: readonly number[]): Int32Array {
  const list = new Int32Array(services.reduce((sum, s) => sum + firstMember[s + 1] - firstMember[s], 0));
  let at = 0;
  for (const s of services)
    for (let member = firstMember[s]; member < firstMember[s + 1]; member++) list[at++] = member;
  return list;
}

/** Members in each domain and below it. */
function membersByDomain({ domains }: Model, memberDomain: Int32Array): Rows {
  const offsets = new Int32Array(domains.length + 1);
  const everyDomain = (visit: (domain: number, member: number) => void) => {
    for (let member = 0; member < memberDomain.length; member++) {
      for (let d = memberDomain[member]; d >= 0; d = domains[d].parent) visit(d, member);
    }
  };
  everyDomain((domain) => offsets[domain + 1]++);
  for (let d = 0; d < domains.length; d++) offsets[d + 1] += offsets[d];
  const list = new Int32Array(offsets[domains.length]);
  const next = offsets.slice();
  everyDomain((domain, member) => (list[next[domain]++] = member));
  return { offsets, list };
}
