import { nextLife, weightOf } from './markov-chance.ts';
import { listEvents } from './markov-events.ts';
import { createInstant, fillFirst, type Instant, look, updateShares } from './markov-instant.ts';
import { evaluate } from './markov-answers.ts';
import { type Layout, layOut } from './markov-layout.ts';
import { settle } from './markov-settle.ts';
import type { System } from './markov-system.ts';

/** A chain by its moves; state 0 is the one in which everything is up. */
export interface Chain {
  readonly states: number;
  /** [move] from one state to another, at a rate per second. In ascending order of `from`. */
  readonly from: Int32Array;
  readonly to: Int32Array;
  readonly perSecond: Float64Array;
  /** [state] 1: the entry is down. */
  readonly isDown: Uint8Array;
  /** [state] how often the service whose losses are counted loses its last copy for good (`System.counted`). */
  readonly losesPerSecond: Float64Array;
}

export const MOST_STATES = 20_000;
/** What a life takes beside its cells. */
const LIFE_WORK = 1_500;
const CELL_WORK = 30;

/** Work that is left, in steps of about a nanosecond. */
export interface Budget {
  work: number;
}

/** Every state that can be reached, breadth first; null: too many, or too much work. */
export function generateChain(system: System, budget: Budget): Chain | null {
  const layout = layOut(system);
  if (leastStates(system, layout) > MOST_STATES) return null;
  const i = createInstant(system, layout);
  const before = createInstant(system, layout);
  const { width } = layout;
  const known = createStates(width);
  const moves = { from: [] as number[], to: [] as number[], perSecond: [] as number[] };
  const isDown: number[] = [];
  const loses: number[] = [];
  fillFirst(i);
  look(i);
  settle(i);
  known.indexOf(i.cells);
  for (let state = 0; state < known.count(); state++) {
    i.cells.set(known.cells().subarray(state * width, (state + 1) * width));
    look(i);
    updateShares(i);
    copy(i, before);
    loses.push(0);
    isDown.push(evaluate(system.entry, i.share) < system.downBelow ? 1 : 0);
    for (const { perSecond, happen } of listEvents(i)) {
      do {
        budget.work -= LIFE_WORK + CELL_WORK * (width + system.members.length);
        if (budget.work < 0) return null;
        copy(before, i);
        i.losses = 0;
        happen(i);
        settle(i);
        const next = known.indexOf(i.cells);
        if (known.count() > MOST_STATES) return null;
        const rate = perSecond * weightOf(i.chance);
        loses[state] += rate * i.losses;
        if (next === state) continue;
        moves.from.push(state);
        moves.to.push(next);
        moves.perSecond.push(rate);
      } while (nextLife(i.chance));
    }
  }
  return {
    states: known.count(),
    from: Int32Array.from(moves.from),
    to: Int32Array.from(moves.to),
    perSecond: Float64Array.from(moves.perSecond),
    isDown: Uint8Array.from(isDown),
    losesPerSecond: Float64Array.from(loses),
  };
}

/** At least so many states there are: what is on and what is not, whatever the services make of it. */
function leastStates({ shocks, domains, members }: System, { sorts, twin, member, blockWidth, block }: Layout): number {
  let states = shocks.reduce((product) => product * 2, 1);
  for (const { modes } of domains) states *= 1 << modes.length;
  let alike = 1;
  members.forEach(({ modes }, m) => {
    // So many members with c ways to be each, in no order: (c + n − 1 over n).
    alike = twin[m] >= 0 ? alike + 1 : 1;
    states *= ((1 << modes.length) + alike - 1) / alike;
  });
  for (const { at, width, count } of sorts) {
    if (member.some((cell, m) => cell === at && block[m] === at && blockWidth[m] === width)) continue;
    for (let i = 2; i <= count; i++) states /= i;
  }
  return states;
}

/** All that an event changes. */
function copy(source: Instant, target: Instant): void {
  target.cells.set(source.cells);
  target.works.set(source.works);
  target.healthy.set(source.healthy);
  target.share.set(source.share);
}

/** States by their cells: an open hash table over one array of all of them. */
function createStates(width: number): { indexOf(cells: Uint16Array): number; count(): number; cells(): Uint16Array } {
  let all = new Uint16Array(width * 256);
  let slots = new Int32Array(1024).fill(-1);
  let count = 0;

  const hash = (cells: Uint16Array, at: number) => {
    let h = 0x811c9dc5;
    for (let k = 0; k < width; k++) h = Math.imul(h ^ cells[at + k], 0x01000193);
    return (h ^ (h >>> 15)) & (slots.length - 1);
  };
  const isSame = (state: number, cells: Uint16Array) => {
    for (let k = 0; k < width; k++) if (all[state * width + k] !== cells[k]) return false;
    return true;
  };
  const grow = () => {
    slots = new Int32Array(slots.length * 2).fill(-1);
    for (let state = 0; state < count; state++) {
      let slot = hash(all, state * width);
      while (slots[slot] >= 0) slot = (slot + 1) & (slots.length - 1);
      slots[slot] = state;
    }
  };
  return {
    indexOf(cells) {
      let slot = hash(cells, 0);
      while (slots[slot] >= 0) {
        if (isSame(slots[slot], cells)) return slots[slot];
        slot = (slot + 1) & (slots.length - 1);
      }
      slots[slot] = count;
      if ((count + 1) * width > all.length) {
        const larger = new Uint16Array(all.length * 2);
        larger.set(all);
        all = larger;
      }
      all.set(cells, count * width);
      count++;
      if (count * 2 > slots.length) grow();
      return count - 1;
    },
    count: () => count,
    cells: () => all,
  };
}
