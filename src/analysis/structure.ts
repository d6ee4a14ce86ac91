import { compile } from '../compile/compile.ts';
import { unavailability } from '../compile/clocks.ts';
import { MODE, type Program } from '../compile/program.ts';
import { evaluateAnswer } from '../engine/answer.ts';
import type { FailureMode, Model } from '../model/model.ts';
import { SECONDS_PER_YEAR } from '../units/table.ts';

export { arithmeticAvailability } from './arithmetic.ts';

export interface SinglePoint {
  /** The domain, member (`db[0]`) or shock whose failure alone takes the entry down. */
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

/** Pairs are tried up to this many elements: half a million evaluations take about a second. */
const MOST_ELEMENTS_FOR_PAIRS = 1_000;

/** Something that fails as a whole: a domain, a member, a shock. */
interface Element {
  readonly name: string;
  readonly members: readonly number[];
  readonly unavailability: number;
}

/** What takes the entry down by itself once all failovers are done; most downtime first. */
export function singlePoints(model: Model): SinglePoint[] {
  return minimalCutSets(model)
    .filter((cut) => cut.causes.length === 1)
    .map((cut) => ({ cause: cut.causes[0], unavailability: cut.unavailability, downtimePerYear: cut.unavailability * SECONDS_PER_YEAR }));
}

/** Minimal cut sets of one and two elements, the likeliest first; pairs only up to 1,000 elements. */
export function cutSets(model: Model): CutSet[] {
  return minimalCutSets(model);
}

function minimalCutSets(model: Model): CutSet[] {
  const { program } = compile(model);
  const elements = listElements(model, program).filter((element) => element.unavailability > 0 && element.members.length > 0);
  const isDown = settledStructure(program);
  const singles = elements.filter((element) => isDown([element]));
  const rest = elements.filter((element) => !singles.includes(element));
  const cuts: CutSet[] = singles.map((element) => ({ causes: [element.name], unavailability: element.unavailability }));
  if (rest.length <= MOST_ELEMENTS_FOR_PAIRS) {
    rest.forEach((a, i) => {
      for (const b of rest.slice(i + 1)) {
        if (isDown([a, b])) cuts.push({ causes: [a.name, b.name], unavailability: a.unavailability * b.unavailability });
      }
    });
  }
  return cuts.sort((a, b) => b.unavailability - a.unavailability || (a.causes.join() < b.causes.join() ? -1 : 1));
}

function listElements(model: Model, program: Program): Element[] {
  const { domainMemberOffsets, domainMembers, serviceMembers } = program;
  const domains = model.domains.map((domain, i) => ({
    name: domain.name,
    members: Array.from(domainMembers.subarray(domainMemberOffsets[i], domainMemberOffsets[i + 1])),
    unavailability: together(domain.failures),
  }));
  const members = model.services.flatMap((service, i) =>
    service.placement.map((_, replica) => ({
      name: service.placement.length === 1 ? service.name : `${service.name}[${replica}]`,
      members: [serviceMembers[i] + replica],
      unavailability: together(model.components[service.component].failures),
    })),
  );
  // A shock that may miss some is no cut by itself.
  const shocks = model.shocks
    .filter((shock) => shock.probability === 1)
    .map((shock) => ({
      name: shock.name,
      members: shock.hits.flatMap((s) => Array.from({ length: serviceMembers[s + 1] - serviceMembers[s] }, (_, r) => serviceMembers[s] + r)),
      unavailability: together([shock]),
    }));
  return [...domains, ...members, ...shocks];
}

/** Share of time in which any of the modes is down. */
function together(modes: readonly FailureMode[]): number {
  return 1 - modes.reduce((product, mode) => product * (1 - unavailability(mode.up, mode.down)), 1);
}

/** Is the entry down with these elements down and everything else up, after all failovers? */
function settledStructure(program: Program): (elements: readonly Element[]) => boolean {
  const { memberService, serviceMembers, serviceMode, serviceRequired, serviceDegrades } = program;
  const isMemberDown = new Uint8Array(program.counts.members);
  const working = new Int32Array(program.counts.services);
  const ownShare = new Float64Array(program.counts.services);
  const stack = new Float64Array(program.answerDepth + 1);
  return (elements) => {
    isMemberDown.fill(0);
    ownShare.fill(1);
    for (let s = 0; s < working.length; s++) working[s] = serviceMembers[s + 1] - serviceMembers[s];
    for (const element of elements) {
      for (const member of element.members) {
        if (isMemberDown[member] === 1) continue;
        isMemberDown[member] = 1;
        const s = memberService[member];
        const enough = serviceMode[s] === MODE.activePassive ? 1 : serviceRequired[s];
        if (--working[s] < enough) ownShare[s] = serviceDegrades[s] === 1 ? working[s] / enough : 0;
      }
    }
    return evaluateAnswer(program, ownShare, stack, program.entry) < program.downBelow;
  };
}
