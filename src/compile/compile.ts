import type { Distribution } from '../random/distribution.ts';
import { mean } from '../random/moments.ts';
import type { Model, Service } from '../model/model.ts';
import { aliasTable } from './alias.ts';
import { compileAnswers } from './answers.ts';
import { listClocks, struckMembers, unavailability } from './clocks.ts';
import { packRows } from './csr.ts';
import { createDrawList } from './draw-list.ts';
import { CLOCK, MODE, PROGRAM_VERSION, REPLICATION, type Compiled } from './program.ts';
import { redirectSteps } from './redirect.ts';
import { secondActive } from './roles.ts';

const AT_ONCE: Distribution = { kind: 'constant', value: 0 };
const MODES = { 'active-active': MODE.activeActive, 'active-passive': MODE.activePassive, quorum: MODE.quorum } as const;
const REPLICATIONS = { sync: REPLICATION.sync, 'semi-sync': REPLICATION.semiSync, async: REPLICATION.async } as const;
const isAtOnce = (d: Distribution) => d.kind === 'constant' && d.value === 0;

/** Compiles a validated model; the same model gives the same program on every machine. */
export function compile(model: Model): Compiled {
  const draws = createDrawList();
  const clocks = listClocks(model);
  const exponentialClocks = clocks.filter((clock) => clock.up.kind === 'exponential').length;
  const rates = clocks.slice(0, exponentialClocks).map((clock) => 1 / mean(clock.up));
  // A fleet of like units needs no table, and touches no memory for one.
  const alias = aliasTable(rates.every((rate) => rate === rates[0]) ? [] : rates);

  const causes: string[] = [];
  const causeIndex = new Map<string, number>();
  const cause = (name: string) => {
    if (!causeIndex.has(name)) causeIndex.set(name, causes.push(name) - 1);
    return causeIndex.get(name)!;
  };

  const services = model.services;
  const memberService = services.flatMap((service, i) => service.placement.map(() => i));
  const memberDomain = services.flatMap((service) => service.placement);
  const firstMember = [0];
  services.forEach((service, i) => firstMember.push(firstMember[i] + service.placement.length));
  const domainRows = packRows(membersByDomain(model, memberDomain));
  const shockRows = packRows(model.shocks.map((shock) => shock.hits.flatMap((s) => range(firstMember[s], firstMember[s + 1]))));
  const answers = compileAnswers(services);

  const perService = (f: (service: Service) => number) => services.map(f);
  const drawOf = (f: (service: Service) => Distribution | null | undefined, absent = -1) =>
    Int32Array.from(perService((s) => { const d = f(s); return d ? draws.add(d) : absent; }));
  const at0 = draws.add(AT_ONCE);
  const holdsData = services.map(() => 0);
  clocks.forEach((clock) => {
    if (!clock.losesData) return;
    for (const member of struckMembers(clock.ownerKind, clock.owner, domainRows, shockRows)) holdsData[memberService[member]] = 1;
  });

  const clockRecords = new Int32Array(clocks.length * CLOCK.stride);
  clocks.forEach((clock, i) => {
    const at = i * CLOCK.stride;
    clockRecords[at + CLOCK.ownerKind] = clock.ownerKind;
    clockRecords[at + CLOCK.owner] = clock.owner;
    clockRecords[at + CLOCK.upDraw] = draws.add(clock.up);
    clockRecords[at + CLOCK.downDraw] = draws.add(clock.down ?? AT_ONCE);
    clockRecords[at + CLOCK.losesData] = clock.losesData ? 1 : 0;
    clockRecords[at + CLOCK.cause] = cause(clock.cause);
  });

  return {
    names: { services: services.map((s) => s.name), domains: model.domains.map((d) => d.name), causes },
    program: {
      version: PROGRAM_VERSION,
      clocks: clockRecords,
      clockUnavailability: Float64Array.from(clocks, (c) => unavailability(c.up, c.down)),
      aggregateRate: rates.reduce((sum, rate) => sum + rate, 0),
      aliasThreshold: alias.threshold,
      aliasOther: alias.other,
      domainMemberOffsets: domainRows.offsets,
      domainMembers: domainRows.list,
      shockMemberOffsets: shockRows.offsets,
      shockMembers: shockRows.list,
      shockProbability: Float64Array.from(model.shocks, (s) => s.probability),
      memberService: Int32Array.from(memberService),
      memberDomain: Int32Array.from(memberDomain),
      memberRestartDraw: Int32Array.from(memberService, (s) => {
        const { restart } = model.components[services[s].component];
        return isAtOnce(restart) ? -1 : draws.add(restart);
      }),
      serviceMembers: Int32Array.from(firstMember),
      serviceMode: Uint8Array.from(perService((s) => (s.component < 0 ? MODE.none : MODES[s.mode]))),
      serviceRequired: Int32Array.from(perService((s) => s.required)),
      serviceDegrades: Uint8Array.from(perService((s) => (s.belowRequired === 'degraded' ? 1 : 0))),
      serviceRetries: Uint8Array.from(perService((s) => (s.retry ? 1 : 0))),
      serviceChecked: Uint8Array.from(perService((s) => (s.healthCheck ? 1 : 0))),
      checkInterval: Float64Array.from(perService((s) => s.healthCheck?.intervalSeconds ?? 0)),
      checkRemoveDelay: Float64Array.from(perService(({ healthCheck: h }) => (h ? (h.unhealthyThreshold - 1) * h.intervalSeconds + h.timeoutSeconds : 0))),
      checkReturnDelay: Float64Array.from(perService(({ healthCheck: h }) => (h ? (h.healthyThreshold - 1) * h.intervalSeconds : 0))),
      checkSlowStartDraw: drawOf((s) => s.healthCheck?.slowStart, at0),
      detectDraw: drawOf((s) => s.failover?.detect),
      decideDraw: drawOf((s) => s.failover?.decide, at0),
      promoteDraw: drawOf((s) => s.failover?.promote, at0),
      redirectDraw: drawOf((s) => (s.failover?.redirect.kind === 'delay' ? s.failover.redirect.delay : null)),
      redirectTtl: Float64Array.from(perService((s) => (s.failover?.redirect.kind === 'dns' ? s.failover.redirect.ttlSeconds : 0))),
      redirectSteps: Int32Array.from(perService(() => redirectSteps(model.sla.errorRate))),
      promoteSuccess: Float64Array.from(perService((s) => s.failover?.success ?? 1)),
      retryDraw: drawOf((s) => s.failover?.retry, at0),
      rebuildDraw: drawOf((s) => s.failover?.rebuild, at0),
      failback: Uint8Array.from(perService(({ failover: f }) => (!f?.failback ? 0 : f.failback.takes ? 2 : 1))),
      failbackAfterDraw: drawOf((s) => s.failover?.failback?.after, at0),
      failbackTakesDraw: drawOf((s) => s.failover?.failback?.takes),
      failbackCause: Int32Array.from(perService((s) => (s.failover?.failback ? cause(`${s.name}/failback`) : 0))),
      secondActive: Float64Array.from(perService((s) => secondActive(model, s))),
      electDraw: drawOf((s) => s.elect),
      replicationMode: Uint8Array.from(perService((s) => (s.replication ? REPLICATIONS[s.replication.mode] : REPLICATION.none))),
      lagDraw: drawOf((s) => s.replication?.lag, at0),
      maxLag: Float64Array.from(perService((s) => s.replication?.maxLagSeconds ?? Infinity)),
      replicationStrict: Uint8Array.from(perService((s) => (s.replication?.mode === 'sync' && s.replication.strict ? 1 : 0))),
      serviceHoldsData: Uint8Array.from(holdsData),
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
        clocks: clocks.length,
        exponentialClocks,
        shocks: model.shocks.length,
        causes: causes.length,
      },
    },
  };
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from }, (_, i) => from + i);
}

/** Members in each domain and below it. */
function membersByDomain(model: Model, memberDomain: readonly number[]): number[][] {
  const rows: number[][] = model.domains.map(() => []);
  memberDomain.forEach((domain, member) => {
    for (let d = domain; d >= 0; d = model.domains[d].parent) rows[d].push(member);
  });
  return rows;
}
