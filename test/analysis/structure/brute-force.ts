import { compile } from '../../../src/compile/compile.ts';
import { unavailability } from '../../../src/compile/clocks.ts';
import type { Program } from '../../../src/compile/program.ts';
import { evaluateAnswer } from '../../../src/engine/answer.ts';
import type { FailureMode, Model } from '../../../src/model/model.ts';

/** What can be down by itself, or strike: one bit of a state. */
export interface Bit {
  readonly kind: 'domain' | 'shock' | 'member' | 'coin';
  readonly name: string;
  readonly chance: number;
  /** Index of the domain, shock or member; a coin's shock. */
  readonly index: number;
  /** A coin's member. */
  readonly member: number;
}

/** A model's structure by going through every state there is, with nothing but the compiled program and the engine's own evaluation. */
export interface BruteForce {
  readonly bits: readonly Bit[];
  /** [state] 1: the entry is down; bit i of a state's number is `bits[i]`. */
  readonly down: Uint8Array;
  /** Chance of being down with some bits fixed to 0 or 1. */
  chance(fixed?: ReadonlyMap<number, 0 | 1>): number;
  /** Minimal cut sets of up to three domains, shocks (at their worst) and members, as sorted bit numbers. */
  cuts(): number[][];
}

const down = (modes: readonly FailureMode[]) => 1 - modes.reduce((up, mode) => up * (1 - unavailability(mode.up, mode.down)), 1);

export function bruteForce(model: Model, mostBits = 16): BruteForce | null {
  const { program } = compile(model);
  const bits: Bit[] = [];
  const add = (kind: Bit['kind'], name: string, chance: number, index: number, member = -1) => {
    if (chance > 0) bits.push({ kind, name, chance, index, member });
  };
  model.domains.forEach(({ name, failures }, i) => add('domain', name, down(failures), i));
  let member = 0;
  model.services.forEach(({ name, component, placement }) =>
    placement.forEach((_, replica) => {
      const own = component < 0 ? 0 : down(model.components[component].failures);
      add('member', placement.length === 1 ? name : `${name}[${replica}]`, own, member++);
    }),
  );
  model.shocks.forEach((shock, i) => {
    add('shock', shock.name, down([shock]), i);
    if (shock.probability === 1) return;
    for (let at = program.shockMemberOffsets[i]; at < program.shockMemberOffsets[i + 1]; at++) add('coin', shock.name, shock.probability, i, program.shockMembers[at]);
  });
  if (bits.length > mostBits) return null;
  const states = Uint8Array.from({ length: 1 << bits.length }, (_, state) => (isDown(model, program, bits, state) ? 1 : 0));

  function chance(fixed: ReadonlyMap<number, 0 | 1> = new Map()): number {
    let sum = 0;
    for (let state = 0; state < states.length; state++) {
      if (states[state] === 0) continue;
      let p = 1;
      bits.forEach((bit, i) => {
        const on = (state >> i) & 1;
        const given = fixed.get(i);
        if (given !== undefined) p *= given === on ? 1 : 0;
        else p *= on === 1 ? bit.chance : 1 - bit.chance;
      });
      sum += p;
    }
    return sum;
  }

  function cuts(): number[][] {
    const coins = bits.reduce((all, bit, i) => (bit.kind === 'coin' ? all | (1 << i) : all), 0);
    const elements = bits.flatMap((bit, i) => (bit.kind === 'coin' ? [] : [i]));
    const found: number[][] = [];
    const isCut = (set: readonly number[]) => states[set.reduce((state, i) => state | (1 << i), coins)] === 1;
    const tryOut = (set: readonly number[]) => {
      if (isCut(set) && set.every((leftOut) => !isCut(set.filter((i) => i !== leftOut)))) found.push([...set]);
    };
    elements.forEach((a, i) => {
      tryOut([a]);
      elements.slice(i + 1).forEach((b, j) => {
        tryOut([a, b]);
        elements.slice(i + j + 2).forEach((c) => tryOut([a, b, c]));
      });
    });
    return found;
  }

  return { bits, down: states, chance, cuts };
}

function isDown(model: Model, program: Program, bits: readonly Bit[], state: number): boolean {
  const isOn = (i: number) => ((state >> i) & 1) === 1;
  const held = new Set<number>();
  const shocks = new Set<number>();
  bits.forEach((bit, i) => {
    if (!isOn(i)) return;
    if (bit.kind === 'member') held.add(bit.index);
    if (bit.kind === 'shock') shocks.add(bit.index);
    if (bit.kind === 'domain') for (let at = program.domainMemberOffsets[bit.index]; at < program.domainMemberOffsets[bit.index + 1]; at++) held.add(program.domainMembers[at]);
  });
  for (const shock of shocks) {
    for (let at = program.shockMemberOffsets[shock]; at < program.shockMemberOffsets[shock + 1]; at++) {
      const coin = bits.findIndex((bit) => bit.kind === 'coin' && bit.index === shock && bit.member === program.shockMembers[at]);
      if (coin < 0 || isOn(coin)) held.add(program.shockMembers[at]);
    }
  }
  const stack = new Float64Array(program.answerDepth + 1);
  const shares = new Float64Array(program.counts.services).fill(NaN);
  const answer = (service: number): number => {
    for (let i = program.answerOffsets[service]; i < program.answerOffsets[service + 1]; i++) if (program.answerCode[i] >= 0) share(program.answerCode[i]);
    return evaluateAnswer(program, shares, stack, service);
  };
  const share = (service: number): void => {
    if (!Number.isNaN(shares[service])) return;
    const { placement, sites, mode, required, belowRequired } = model.services[service];
    let working = 0;
    placement.forEach((_, replica) => {
      if (!held.has(program.serviceMembers[service] + replica) && (sites === null || answer(sites[replica]) >= program.downBelow)) working++;
    });
    const enough = placement.length === 0 ? 0 : mode === 'active-passive' ? 1 : required;
    shares[service] = working >= enough ? 1 : belowRequired === 'degraded' ? working / enough : 0;
  };
  return answer(program.entry) < program.downBelow;
}
