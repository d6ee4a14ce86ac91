import { compile } from '../compile/compile.ts';
import { unavailability } from '../compile/clocks.ts';
import type { Program } from '../compile/program.ts';
import { evaluateAnswer } from '../engine/answer.ts';
import type { FailureMode, Model } from '../model/model.ts';
import { expm1, log1p } from '../random/elementary.ts';
import { SECONDS_PER_YEAR } from '../units/table.ts';

export { arithmeticAvailability } from './arithmetic.ts';

export interface SinglePoint {
  /**
   * The domain, member (`db[0]`) or shock whose failure alone takes the entry down. In a model of more than 1,000 of
   * them the members of a service are one: `db[any]`.
   */
  readonly cause: string;
  /** Long-run share of time in which it is down. */
  readonly unavailability: number;
  /** Seconds. */
  readonly downtimePerYear: number;
}

export interface CutSet {
  readonly causes: readonly string[];
  /** Chance that all of them are down at a time. */
  readonly unavailability: number;
}

/** Up to this many elements pairs are tried, and members are named one by one. */
const MOST_ELEMENTS_FOR_PAIRS = 1_000;

/** Steps of evaluation, one or two seconds: pairs that would take more are not tried, nor domains and shocks beyond the first 1,000. */
const MOST_WORK = 2e8;

/** Something that fails as a whole: a domain, a member, a shock. */
interface Element {
  readonly name: string;
  readonly unavailability: number;
  /** The services it strikes, and how many members of each. */
  readonly services: readonly number[];
  readonly struck: readonly number[];
  /** Where it stands in the domain tree, −1 outside; a domain holds whatever stands from there to before `end`. */
  readonly domain: number;
  readonly end: number;
  /** Members of one service are alike: what is true of one, alone or with something beside it, is true of all. */
  readonly kind: number;
}

/** What takes the entry down by itself once all failovers are done; most downtime first. */
export function singlePoints(model: Model): SinglePoint[] {
  return cutSets(model)
    .filter((cut) => cut.causes.length === 1)
    .map((cut) => ({ cause: cut.causes[0], unavailability: cut.unavailability, downtimePerYear: cut.unavailability * SECONDS_PER_YEAR }));
}

const known = new WeakMap<Model, readonly CutSet[]>();

/** Minimal cut sets of one and two elements, the likeliest first; pairs only up to 1,000 elements. */
export function cutSets(model: Model): CutSet[] {
  let cuts = known.get(model);
  if (cuts === undefined) known.set(model, (cuts = minimalCutSets(model)));
  return [...cuts];
}

function minimalCutSets(model: Model): CutSet[] {
  // The members are counted here: the program serves for the services' answers alone.
  const { program } = compile({ ...model, domains: [], shocks: [], services: model.services.map((service) => ({ ...service, placement: [] })) });
  const { answerOffsets, answerCode, entry } = program;
  const code = answerCode.subarray(answerOffsets[entry], answerOffsets[entry + 1]);
  const matters = new Uint8Array(model.services.length);
  for (const step of code) if (step >= 0) matters[step] = 1;

  const common = [...listDomains(model, matters), ...listShocks(model, matters)].filter(({ unavailability, struck }) => unavailability > 0 && struck.length > 0);
  const members = model.services.flatMap((service, i) => {
    const down = matters[i] === 1 && service.placement.length > 0 ? together(model.components[service.component].failures) : 0;
    return down > 0 ? [{ service: i, replicas: service.placement.length, down }] : [];
  });
  const isDown = settledStructure(model, program);
  const count = common.length + members.reduce((sum, { replicas }) => sum + replicas, 0);
  const isLarge = count > MOST_ELEMENTS_FOR_PAIRS;
  const kinds = model.domains.length + model.shocks.length;

  const singles: CutSet[] = [];
  const rest: Element[] = [];
  const alone = ({ name, unavailability }: Element) => singles.push({ causes: [name], unavailability });
  const most = Math.max(MOST_ELEMENTS_FOR_PAIRS, Math.floor(MOST_WORK / code.length));
  common.sort((a, b) => b.unavailability - a.unavailability);
  for (const element of common.slice(0, most)) {
    if (isDown(element)) alone(element);
    else rest.push(element);
  }
  let left = rest.length;
  const spared: (typeof members)[number][] = [];
  for (const member of members) {
    const { service, replicas, down } = member;
    if (!isDown(memberElement(model, service, 0, down, kinds))) {
      spared.push(member);
      left += replicas;
    } else if (isLarge && replicas > 1) {
      singles.push({ causes: [`${model.services[service].name}[any]`], unavailability: -expm1(replicas * log1p(-down)) });
    } else {
      for (let replica = 0; replica < replicas; replica++) alone(memberElement(model, service, replica, down, kinds));
    }
  }
  const pairs: CutSet[] = [];
  if (left <= MOST_ELEMENTS_FOR_PAIRS) {
    for (const { service, replicas, down } of spared) {
      for (let replica = 0; replica < replicas; replica++) rest.push(memberElement(model, service, replica, down, kinds));
    }
    findPairs(rest, code.length, isDown, pairs);
  }
  return [...singles, ...pairs].sort((a, b) => b.unavailability - a.unavailability || compareNames(a.causes, b.causes));
}

/** Those pairs that take the entry down, of elements that do not by themselves. */
function findPairs(elements: readonly Element[], codeLength: number, isDown: Structure, cuts: CutSet[]): void {
  const work = elements.reduce((sum, { struck }) => sum + struck.length * elements.length, (elements.length * elements.length * codeLength) / 2);
  if (work > MOST_WORK) return;
  const verdicts = new Map<number, boolean>();
  const span = elements.reduce((most, { kind }) => Math.max(most, kind), 0) + 1;
  elements.forEach((a, i) => {
    for (let j = i + 1; j < elements.length; j++) {
      const b = elements[j];
      // Of two of which one holds the other, the one alone is not enough.
      if (holds(a, b) || holds(b, a)) continue;
      const kind = a.kind * span + b.kind;
      let verdict = verdicts.get(kind);
      if (verdict === undefined) verdicts.set(kind, (verdict = isDown(a, b)));
      if (verdict) cuts.push({ causes: [a.name, b.name], unavailability: a.unavailability * b.unavailability });
    }
  });
}

function holds(outer: Element, inner: Element): boolean {
  return inner.domain >= outer.domain && inner.domain < outer.end;
}

function compareNames(a: readonly string[], b: readonly string[]): number {
  for (let i = 0; i < a.length && i < b.length; i++) if (a[i] !== b[i]) return a[i] < b[i] ? -1 : 1;
  return a.length - b.length;
}

function memberElement(model: Model, service: number, replica: number, down: number, kinds: number): Element {
  const { name, placement } = model.services[service];
  return {
    name: placement.length === 1 ? name : `${name}[${replica}]`,
    unavailability: down,
    services: [service],
    struck: [1],
    domain: placement[replica],
    end: -1,
    kind: kinds + service,
  };
}

function listDomains(model: Model, matters: Uint8Array): Element[] {
  const { domains } = model;
  const services = domains.map((): number[] => []);
  const struck = domains.map((): number[] => []);
  model.services.forEach(({ placement }, service) => {
    if (matters[service] === 0) return;
    const here = new Map<number, number>();
    for (const domain of placement) here.set(domain, (here.get(domain) ?? 0) + 1);
    const within = new Map<number, number>();
    for (const [domain, members] of here) {
      for (let d = domain; d >= 0; d = domains[d].parent) within.set(d, (within.get(d) ?? 0) + members);
    }
    for (const [domain, members] of within) {
      services[domain].push(service);
      struck[domain].push(members);
    }
  });
  // Preorder: what is in a domain follows it in one run.
  const ends = domains.map((_, i) => i + 1);
  for (let i = domains.length - 1; i >= 0; i--) {
    const { parent } = domains[i];
    if (parent >= 0) ends[parent] = Math.max(ends[parent], ends[i]);
  }
  return domains.map(({ name, failures }, i) => ({
    name, unavailability: together(failures), services: services[i], struck: struck[i], domain: i, end: ends[i], kind: i,
  }));
}

function listShocks(model: Model, matters: Uint8Array): Element[] {
  return model.shocks.flatMap((shock, i) => {
    // A shock that may miss some is no cut by itself.
    if (shock.probability !== 1) return [];
    const services = shock.hits.filter((service) => matters[service] === 1 && model.services[service].placement.length > 0);
    const struck = services.map((service) => model.services[service].placement.length);
    return [{ name: shock.name, unavailability: together([shock]), services, struck, domain: -1, end: -1, kind: model.domains.length + i }];
  });
}

/** Share of time in which any of the modes is down. */
function together(modes: readonly FailureMode[]): number {
  return 1 - modes.reduce((product, mode) => product * (1 - unavailability(mode.up, mode.down)), 1);
}

/** Is the entry down with one or two elements down and everything else up, after all failovers? */
type Structure = (a: Element, b?: Element) => boolean;

function settledStructure(model: Model, program: Program): Structure {
  const members = model.services.map(({ placement }) => placement.length);
  const enough = model.services.map(({ mode, required }) => (mode === 'active-passive' ? 1 : required));
  const degrades = model.services.map(({ belowRequired }) => belowRequired === 'degraded');
  const lost = new Int32Array(members.length);
  const ownShare = new Float64Array(members.length).fill(1);
  const stack = new Float64Array(program.answerDepth + 1);
  let suffers = false;
  const strike = ({ services, struck }: Element) => {
    services.forEach((s, i) => {
      // Two domains side by side, or two members, have none in common; a shock takes all.
      lost[s] = Math.min(members[s], lost[s] + struck[i]);
      const working = members[s] - lost[s];
      if (working >= enough[s]) return;
      ownShare[s] = degrades[s] ? working / enough[s] : 0;
      suffers = true;
    });
  };
  const heal = ({ services }: Element) => {
    for (const s of services) {
      lost[s] = 0;
      ownShare[s] = 1;
    }
  };
  return (a, b) => {
    suffers = false;
    strike(a);
    if (b !== undefined) strike(b);
    const isDown = suffers && evaluateAnswer(program, ownShare, stack, program.entry) < program.downBelow;
    heal(a);
    if (b !== undefined) heal(b);
    return isDown;
  };
}
