import { compileViews } from './views.ts';
import type { Model } from '../model/model.ts';
import { AT_ONCE } from '../random/distribution.ts';
import { compileAnswers } from './answers.ts';
import { type DataMap, mapData } from './backups.ts';
import { compileChecks, compileFailovers, compileModes, compileReplication } from './behaviour.ts';
import { type Clock, listClocks, losers } from './clocks.ts';
import { deploysOf } from '../model/deploys.ts';
import { packRows } from './csr.ts';
import { compileDeploys } from './deploys.ts';
import { askedCounts, compileDisruptions } from './disruptions.ts';
import { createDrawList, type DrawList } from './draw-list.ts';
import { firstMembers, memberDomains, membersByDomain, memberServices, membersOf } from './members.ts';
import { compileMaintenance, plannedCounts } from './maintenance.ts';
import { compileMoves } from './moves.ts';
import { compileNeeds } from './needs.ts';
import { addStarts, packFleets } from './fleets.ts';
import { PROGRAM_VERSION, type Compiled, type Program } from './program.ts';
import { compileNetwork } from './network.ts';
import { compileLoad } from './load.ts';
import { compileShards } from './shards.ts';
import { mapSites, type SiteMap } from './sites.ts';
import { packSources } from './sources.ts';
import { compileStandby } from './standby.ts';
import { startsSteady } from './steady-start.ts';
import { compileWorks } from './works.ts';
import { addStreams, createStreamList } from './streams.ts';

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
  const { services, domains, shocks } = model;
  const draws = createDrawList();
  const causes = new Map<string, number>();
  const cause = (name: string) => {
    if (!causes.has(name)) causes.set(name, causes.size);
    return causes.get(name)!;
  };
  const clocks = listClocks(model, extra.clocks);
  const firstMember = firstMembers(services);
  const sites = mapSites(model, firstMember);
  const data = mapData(model, sites, firstMember, losers(model));
  const streams = createStreamList();
  const rows = addStreams(streams, model, data.names, extra.rows.length);
  draws.add(AT_ONCE);
  const fleets = packFleets(clocks, streams, draws, cause);
  const sources = packSources(clocks.fleets, streams, draws);
  const ownClocks = clocks.clocks - extra.clocks.length;
  const standby = {
    ...compileStandby(model, clocks.fleets, ownClocks, memberServices(firstMember), streams),
    ...compileDeploys(model, clocks.fleets, streams, draws),
    ...compileMaintenance(model, streams, draws, cause),
  };
  addStarts(fleets.fleets, clocks, streams);
  const works = compileWorks(model, clocks.fleets, sites, streams, draws);
  const { keys, offsets } = streams.pack();
  const program: Omit<Program, 'counts' | 'draws'> = {
    ...{ version: PROGRAM_VERSION, startsSteady: startsSteady(model) },
    streamKeys: keys,
    streamOffsets: offsets,
    ...rows,
    ...fleets,
    ...sources,
    ...placed(model, extra, firstMember, draws),
    ...works.fields,
    ...sited(sites),
    ...standby,
    ...compileChecks(services, draws),
    ...compileFailovers(model, draws, cause),
    ...compileModes(model, data.holdsData, draws),
    ...compileReplication(services, draws),
    ...carried(model, firstMember, draws, cause),
    ...kept(data, draws),
    ...{ ...answered(model), ...compileNetwork(model) },
    ...compileDisruptions(model, clocks.fleets, causes),
  };
  return {
    names: { services: services.map((s) => s.name), domains: domains.map((d) => d.name), causes: [...causes.keys()] },
    program: {
      ...program,
      draws: draws.pack(),
      counts: {
        domains: domains.length,
        members: firstMember[services.length],
        services: services.length,
        clocks: clocks.clocks,
        exponentialClocks: clocks.exponential,
        ownClocks,
        shocks: shocks.length,
        deploys: standby.deployClock.length,
        causes: causes.size,
        ...askedCounts(model),
        policies: data.provisions.length,
        streams: offsets.at(-1)!,
        sources: sources.sourceGap.length,
        ...{ ...works.counts, ...plannedCounts(program) },
      },
    },
  };
}

/** Which members are sites, and what stands in them. */
function sited({ memberCopy, sitesOf, serviceSite }: SiteMap) {
  const rows = packRows(sitesOf);
  return {
    memberCopy,
    siteOffsets: rows.offsets,
    sites: rows.list,
    serviceSite: Int32Array.from(serviceSite),
  } satisfies Partial<Program>;
}

/** Where members stand, and what strikes several of them. */
function placed(model: Model, extra: Extra, firstMember: readonly number[], draws: DrawList) {
  const { services, domains, shocks, components } = model;
  const memberService = memberServices(firstMember);
  const memberDomain = memberDomains(model, firstMember);
  const domainRows = membersByDomain(model, memberDomain);
  const all = [...deploysOf(model).map(({ hits }) => membersOf(hits, firstMember)), ...extra.rows];
  const struck = shocks.map(({ hits, domains: whole = [] }) => [
    ...membersOf(hits, firstMember),
    ...whole.map((domain) => ~domain),
  ]);
  const shockRows = packRows([...struck, ...all]);
  const restartDraws = services.map(({ component, placement }) => {
    if (component < 0 || placement.length === 0) return -1;
    const { restart } = components[component];
    return restart.kind === 'constant' && restart.value === 0 ? -1 : draws.add(restart);
  });
  return {
    domainMemberOffsets: domainRows.offsets,
    domainMembers: domainRows.list,
    domainParent: Int32Array.from(domains, (d) => d.parent),
    shockMemberOffsets: shockRows.offsets,
    shockMembers: shockRows.list,
    victimDraw: Int32Array.from([
      ...shocks.map(({ repairsEach, down }) => (repairsEach ? draws.add(down) : -1)),
      ...all.map(() => -1),
    ]),
    shockProbability: Float64Array.from([...shocks.map((s) => s.probability), ...all.map(() => 1)]),
    memberService,
    memberDomain,
    restartDraw: Int32Array.from(restartDraws),
    serviceMembers: Int32Array.from(firstMember),
  } satisfies Partial<Program>;
}

/** What members hold and carry of their service, and where else they may. */
function carried(model: Model, firstMember: readonly number[], draws: DrawList, cause: (name: string) => number) {
  return {
    ...compileShards(model, firstMember),
    ...compileLoad(model, draws, cause),
    ...compileMoves(model, draws),
    ...compileViews(model, firstMember),
  } satisfies Partial<Program>;
}

/** Who holds data, and from what it is restored. */
function kept(data: DataMap, draws: DrawList) {
  return {
    serviceHoldsData: Uint8Array.from(data.holdsData, Number),
    dataSite: Int32Array.from(data.dataSite),
    standbysEmpty: Uint8Array.from(data.standbysEmpty, Number),
    restoreOffsets: data.restore.offsets,
    restorePolicies: data.restore.list,
    policyJoins: data.joins,
    policies: data.policies,
    provisionDraw: Int32Array.from(data.provisions, (d) => draws.add(d)),
    policyCopyOffsets: data.copies.offsets,
    policyCopies: data.copies.list,
  } satisfies Partial<Program>;
}

/** How the entry's answer follows from those of services. */
function answered({ services, entry, sla }: Model) {
  const answers = compileAnswers(services);
  const { needs, waiters, coordinators, coordinated } = compileNeeds(services);
  return {
    needOffsets: needs.offsets,
    needs: needs.list,
    waiterOffsets: waiters.offsets,
    waiters: waiters.list,
    coordinatorOffsets: coordinators.offsets,
    coordinators: coordinators.list,
    coordinatedOffsets: coordinated.offsets,
    coordinated: coordinated.list,
    dependentOffsets: answers.dependents.offsets,
    dependents: answers.dependents.list,
    answerOffsets: answers.code.offsets,
    answerCode: answers.code.list,
    answerFactorOffsets: answers.factorOffsets,
    answerFactors: answers.factors,
    answerIsProduct: answers.isProduct,
    answerDepth: answers.depth,
    entry,
    downBelow: 1 - sla.errorRate - 1e-12,
  } satisfies Partial<Program>;
}
