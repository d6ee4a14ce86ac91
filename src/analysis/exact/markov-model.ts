import type { Model, Service } from '../../model/model.ts';
import { MODES } from '../../model/modes.ts';
import { type Answer, answerOf, involved, renumbered } from './markov-answers.ts';
import { MEMBER } from './markov-layout.ts';
import {
  canLoseData,
  failoverRates,
  grouped,
  modeRates,
  NotMarkov,
  perSecond,
  rateOf,
  refuseOtherTimes,
} from './markov-rates.ts';
import { downBelow, type Scope } from './markov-scope.ts';
import type { ChainDomain, ChainMember, ChainService, ChainShock, System } from './markov-system.ts';

const MOST_MEMBERS = 128;
const MOST_SHOCKS = 16;

/**
 * What of the model matters, as rates.
 * @throws NotMarkov where a time that matters is not exponential, or something else asks for how long a state has
 * lasted
 */
export function describeSystem(model: Model, scope: Scope): System {
  const { services } = model;
  const memberCount = scope.services.reduce((sum, s) => sum + services[s].placement.length, 0);
  if (memberCount > MOST_MEMBERS) throw new NotMarkov(`it has ${grouped(memberCount)} members, too many for a chain`);
  const index = new Map(scope.services.map((s, i) => [s, i]));
  refuseRestores(model, scope);

  const firstOf = new Map<number, number>();
  let members = 0;
  for (const s of scope.services) {
    firstOf.set(s, members);
    members += services[s].placement.length;
  }
  const shocks = describeShocks(model, scope, firstOf);
  const domains = describeDomains(model, scope);
  const described = scope.services.map((s) => describeService(model, s, firstOf.get(s)!, index));
  return {
    services: described,
    members: scope.services.flatMap((s) =>
      describeMembers(model, s, index, firstOf.get(s)!, domains.innermost, shocks),
    ),
    domains: domains.list,
    shocks,
    entry: renumbered(scope.entry, index),
    downBelow: downBelow(model),
    onSites: innerFirst(model, scope).map((s) => index.get(s)!),
    counted: index.get(model.entry) ?? -1,
  };
}

function describeService(model: Model, s: number, first: number, index: ReadonlyMap<number, number>): ChainService {
  const service = model.services[s];
  const { placement, required, belowRequired, sites } = service;
  const end = first + placement.length;
  const isEmpty = placement.length === 0;
  const mode = modeOf(service);
  const isCopy = model.services.some((other, i) => index.has(i) && other.sites?.includes(s) === true);
  const losesData = MODES[mode].standsBy && canLoseData(model, s);
  if (losesData && service.replication !== null && placement.length > 2)
    throw new NotMarkov(`which copy of ${service.name}'s data is the newest depends on how long each was away`);
  // What is a rotation to the chain has none of its own mode's delays.
  if (!isEmpty && mode === service.mode) refuseOtherTimes(service);
  return {
    mode: isEmpty ? 'none' : mode,
    first,
    end,
    required,
    degrades: belowRequired === 'degraded',
    returnsPerSecond: isEmpty ? Infinity : rateOf(service, 'healthCheck.slowStart'),
    electsPerSecond: !isEmpty && MODES[mode].leader === 'leader' ? rateOf(service, 'elect') : Infinity,
    standbyFailures: service.standbyFailures,
    failover: !isEmpty && MODES[mode].standsBy ? failoverRates(service, losesData) : null,
    isOnSites: sites !== null,
    answer: isCopy ? renumbered(answerOf(model.services, s), index) : { owns: [], wants: [] },
    needs:
      isEmpty || !MODES[mode].standsBy
        ? []
        : service.needs.map((need) => renumbered(withoutUnknown(answerOf(model.services, need), index), index)),
  };
}

/** Without what is wanted and does not matter: lacking it takes nothing down. */
function withoutUnknown({ owns, wants }: Answer, index: ReadonlyMap<number, number>): Answer {
  const known = wants.filter(({ answer }) => answer.owns.every((own) => index.has(own)));
  return { owns, wants: known.map(({ without, answer }) => ({ without, answer: withoutUnknown(answer, index) })) };
}

type Chained = Exclude<ChainService['mode'], 'none'>;
/** What each mode is to a chain; null: it has none. */
const CHAINED: Readonly<Record<Service['mode'], Chained | null>> = {
  'active-active': 'active-active',
  'active-passive': 'active-passive',
  quorum: 'quorum',
  sharded: null,
};

/** Nobody stands by for a single member, and without elections a leader is as good as another: they are rotations. */
function modeOf({ mode, placement, replication, sites, elect, name }: Service): Chained {
  if (MODES[mode].standsBy && placement.length === 1 && !(replication?.mode === 'sync' && replication.strict))
    return 'active-active';
  if (MODES[mode].leader === 'leader' && sites === null && elect.kind === 'constant' && elect.value === 0)
    return 'active-active';
  const chained = CHAINED[mode];
  if (chained === null) throw new NotMarkov(`a chain keeps no account of which of ${name}'s shards work`);
  return chained;
}

function describeMembers(
  model: Model,
  s: number,
  index: ReadonlyMap<number, number>,
  first: number,
  innermost: readonly number[],
  shocks: readonly ChainShock[],
): ChainMember[] {
  const { name, component, placement, sites } = model.services[s];
  const mode = modeOf(model.services[s]);
  const kind = component < 0 ? null : model.components[component];
  // What is over in no time is no downtime where nobody fails over for it.
  const failures = (kind?.failures ?? []).filter(
    ({ down }) => !MODES[mode].spreads || down.kind !== 'constant' || down.value > 0,
  );
  if (failures.length > MEMBER.most)
    throw new NotMarkov(`${name} fails in ${failures.length} ways, too many for a chain`);
  const modes = failures.map((failure) => modeRates(`${name}/${failure.name}`, failure, MODES[mode].standsBy));
  return placement.map((domain, replica) => {
    const inDomain = domain < 0 ? -1 : innermost[domain];
    return {
      service: index.get(s)!,
      domain: inDomain,
      modes,
      restartsPerSecond: kind === null || inDomain < 0 ? Infinity : perSecond(`${kind.name}'s restart`, kind.restart),
      shocks: shocks.flatMap((shock, i) => (shock.members.includes(first + replica) ? [i] : [])),
      copy: sites === null ? -1 : index.get(sites[replica])!,
    };
  });
}

function describeShocks(model: Model, scope: Scope, firstOf: ReadonlyMap<number, number>): ChainShock[] {
  const counts = model.shocks.filter(
    ({ hits, probability }) =>
      probability > 0 && hits.some((s) => scope.services.includes(s) && model.services[s].placement.length > 0),
  );
  if (counts.length > MOST_SHOCKS) throw new NotMarkov(`${counts.length} shocks strike it, too many for a chain`);
  return counts.map((shock) => ({
    ...modeRates(shock.name, shock, true),
    probability: shock.probability,
    members: shock.hits.flatMap((s) => {
      const first = firstOf.get(s);
      return first === undefined ? [] : model.services[s].placement.map((_, replica) => first + replica);
    }),
  }));
}

/** Domains that fail and in which something stands; [model's domain] the innermost of them around it. */
function describeDomains(model: Model, scope: Scope): { list: ChainDomain[]; innermost: readonly number[] } {
  const members: number[][] = model.domains.map(() => []);
  let member = 0;
  for (const s of scope.services) {
    for (const domain of model.services[s].placement) {
      for (let d = domain; d >= 0; d = model.domains[d].parent) members[d].push(member);
      member++;
    }
  }
  const list: ChainDomain[] = [];
  const innermost: number[] = [];
  // A domain's parent comes before it.
  model.domains.forEach(({ name, parent, failures }, d) => {
    const around = parent < 0 ? -1 : innermost[parent];
    if (failures.length === 0 || members[d].length === 0) {
      innermost.push(around);
      return;
    }
    if (failures.length > MEMBER.most)
      throw new NotMarkov(`${name} fails in ${failures.length} ways, too many for a chain`);
    innermost.push(list.length);
    list.push({
      parent: around,
      modes: failures.map((mode) => modeRates(`${name}/${mode.name}`, mode, true)),
      members: members[d],
    });
  });
  return { list, innermost };
}

/** Reading a backup takes the time that its size takes, and what is lost with a site is looked after around it. */
function refuseRestores(model: Model, { services: scope }: Scope): void {
  const { services } = model;
  const inside = (s: number) => (services[s].sites ?? []).flatMap((copy) => involved(answerOf(services, copy)));
  for (const s of scope) {
    const { name, mode, placement, replication, backup, sites } = services[s];
    if (placement.length === 0) continue;
    const within = inside(s);
    const backedUp = backup !== null || within.some((i) => services[i].backup !== null);
    if (MODES[mode].standsBy && replication === null && backedUp)
      throw new NotMarkov(`${name}'s standby is restored from a backup before it serves`);
    const loses = canLoseData(model, s);
    if (loses && backup !== null) throw new NotMarkov(`${name} is restored from a backup after it has lost its data`);
    if (sites !== null && (loses || (replication !== null && within.some((i) => canLoseData(model, i)))))
      throw new NotMarkov(`${name} looks after data that a failure destroys`);
  }
}

/** Services that work on sites; those in a site of another one come first. */
function innerFirst({ services }: Model, scope: Scope): number[] {
  const done: number[] = [];
  const visit = (s: number) => {
    for (const copy of services[s].sites ?? []) for (const i of involved(answerOf(services, copy))) visit(i);
    if (services[s].sites !== null && !done.includes(s)) done.push(s);
  };
  scope.services.forEach((s: number) => visit(s));
  return done;
}
