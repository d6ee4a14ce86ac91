import type { Distribution } from '../random/distribution.ts';
import { mean } from '../random/moments.ts';
import type { Model, Service } from '../model/model.ts';
import { aliasTable } from './alias.ts';
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
import { type Streams, streamsByPurpose, streamsBySource } from './streams.ts';

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

interface CompileOptions {
  readonly extra?: Extra;
  /** A stream of random numbers for each source instead of one for each purpose: for comparisons. Default: false. */
  readonly bySource?: boolean;
}

/** Compiles a validated model; the same model gives the same program on every machine. */
export function compile(model: Model, { extra = NOTHING, bySource = false }: CompileOptions = {}): Compiled {
  const draws = createDrawList();
  const clocks = listClocks(model, extra.clocks);
  const clockCount = clocks.kind.length;
  // The aggregate clock gives nobody a history of their own.
  const exponentialClocks = bySource ? 0 : clocks.exponential;
  const rateOf = clocks.kinds.map(({ up }) => 1 / mean(up));
  const rates = Float64Array.from(clocks.kind.subarray(0, exponentialClocks), (kind) => rateOf[kind]);
  // A fleet of like units needs no table, and touches no memory for one.
  const alias = aliasTable(rates.every((rate) => rate === rates[0]) ? [] : rates);

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
  const memberName = (member: number) =>
    `${services[memberService[member]].name}[${member - firstMember[memberService[member]]}]`;
  const shockCount = shockRows.offsets.length - 1;
  const streams = bySource
    ? streamsBySource(model, clocks, memberName, data.names, shockCount)
    : streamsByPurpose(clockCount, services.length, shockCount, data.provisions.length);

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
  const unavailabilities = clocks.kinds.map(({ up, down }) => unavailability(up, down));

  const restartDraws = services.map(({ component, placement }) => {
    if (component < 0 || placement.length === 0) return -1;
    const { restart } = model.components[component];
    return isAtOnce(restart) ? -1 : draws.add(restart);
  });

  return {
    names: { services: services.map((s) => s.name), domains: model.domains.map((d) => d.name), causes },
    program: {
      version: PROGRAM_VERSION,
      streams: streams.names,
      bySource,
      restartStream: Int32Array.from(streams.restart),
      operationStream: Int32Array.from(streams.operation),
      dataStream: Int32Array.from(streams.data),
      shockStream: Int32Array.from(streams.shock),
      policyStream: Int32Array.from(streams.policy),
      clocks: clockRecords,
      clockUnavailability: Float64Array.from(clocks.kind, (kind) => unavailabilities[kind]),
      aggregateRate: rates.reduce((sum, rate) => sum + rate, 0),
      aliasThreshold: alias.threshold,
      aliasOther: alias.other,
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
        clocks: clockCount,
        exponentialClocks,
        shocks: model.shocks.length,
        causes: causes.length,
        policies: data.provisions.length,
      },
    },
  };
}

/** Records of `CLOCK.stride` numbers. Distributions and causes are listed as the first clock of each kind comes. */
function packClocks(
  { kinds, kind, owner }: ClockList,
  streams: Streams,
  draws: DrawList,
  cause: (name: string) => number,
): Int32Array {
  const records = new Int32Array(kind.length * CLOCK.stride);
  const known: ({ readonly up: number; readonly down: number; readonly cause: number } | undefined)[] = kinds.map(
    () => undefined,
  );
  for (let clock = 0; clock < kind.length; clock++) {
    const of = kinds[kind[clock]];
    const {
      up,
      down,
      cause: index,
    } = (known[kind[clock]] ??= { up: draws.add(of.up), down: draws.add(of.down ?? AT_ONCE), cause: cause(of.cause) });
    const at = clock * CLOCK.stride;
    records[at + CLOCK.ownerKind] = of.ownerKind;
    records[at + CLOCK.owner] = owner[clock];
    records[at + CLOCK.upDraw] = up;
    records[at + CLOCK.downDraw] = down;
    records[at + CLOCK.losesData] = of.losesData ? 1 : 0;
    records[at + CLOCK.cause] = index;
    records[at + CLOCK.upStream] = streams.up[clock];
    records[at + CLOCK.downStream] = streams.down[clock];
  }
  return records;
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
