import type { ChainMode, ChainService, System } from './markov-system.ts';

/**
 * Where a state keeps what: a row of cells of 16 bits. What is alike lies side by side, in blocks of one width, so that
 * states that differ in nothing but which of the alike is which become one when the blocks are sorted.
 */
export interface Layout {
  readonly width: number;
  /** [shock] 1: down. */
  readonly shock: readonly number[];
  /** [domain] a bit for each of its failures that is on. */
  readonly domain: readonly number[];
  /** [service] first of its own cells; −1: none. */
  readonly service: readonly number[];
  /** [member] a bit for each of its failures that is on, and those of `MEMBER`. */
  readonly member: readonly number[];
  /** [member] a bit for each shock that holds it; −1: no shock strikes it. */
  readonly struck: readonly number[];
  /** [member] bits of `FLAG`; −1: none. */
  readonly flags: readonly number[];
  /** Inner ones first. */
  readonly sorts: readonly Sort[];
  /** [member] the one before it whose block is alike and beside it; −1. */
  readonly twin: readonly number[];
  /** [member] first cell of its block; its width. */
  readonly block: readonly number[];
  readonly blockWidth: readonly number[];
}

/** So many blocks of one width, one after the other, that may change places. */
interface Sort {
  readonly at: number;
  readonly width: number;
  readonly count: number;
}

/** Beside its failures: it restarts since its domains are back; it works and is not yet taken back into rotation. */
export const MEMBER = { restarts: 0x8000, returns: 0x4000, most: 14 } as const;

/** Of a member of an active-passive service, and of a site. */
export const FLAG = { connected: 1, stale: 2, rebuilds: 4, missed: 8, hasData: 16, hasLost: 32, siteHeld: 64 } as const;

/** A service's own cells. Members by their number in the system plus one; 0: none. */
export const OWN = { stage: 0, bits: 1, active: 2, target: 3, holder: 4, width: 5 } as const;

/** What a chain keeps of a service by its mode. */
interface Kept {
  /** How many cells of its own. */
  readonly cells: number;
  /** In which of them the active member, or the leader, stands; −1: its members are all alike. */
  readonly leads: number;
  /** Whether it has to know how many of its members work. */
  readonly counts: boolean;
}

const NOTHING: Kept = { cells: 0, leads: -1, counts: false };
export const KEPT: Readonly<Record<ChainService['mode'], Kept>> = {
  none: NOTHING,
  'active-active': NOTHING,
  'active-passive': { cells: OWN.width, leads: OWN.active, counts: false },
  quorum: { cells: 2, leads: 1, counts: true },
};

export function layOut(system: System): Layout {
  const { services, members, domains, shocks } = system;
  let width = 0;
  const shock = shocks.map(() => width++);
  const service = services.map(({ mode }) => {
    const at = width;
    const { cells } = KEPT[mode];
    width += cells;
    return cells === 0 ? -1 : at;
  });
  const domain = domains.map(() => -1);
  const fill = () => members.map(() => -1);
  const [member, struck, flags, twin, block, blockWidth] = [fill(), fill(), fill(), fill(), fill(), fill().fill(0)];
  const sorts: Sort[] = [];

  const isAlike = (index: number) => KEPT[services[index].mode].cells === 0 && !services[index].isOnSites;
  const children = new Map<number, number[]>();
  domains.forEach(({ parent }, i) => children.set(parent, [...(children.get(parent) ?? []), i]));
  const inside = new Map<number, number[]>();
  members.forEach((each, i) => inside.set(each.domain, [...(inside.get(each.domain) ?? []), i]));

  /** What it holds, as text; null: something in it is like nothing else. */
  function signature(index: number): string | null {
    const own = inside.get(index) ?? [];
    if (own.some((i) => !isAlike(members[i].service))) return null;
    const below = (children.get(index) ?? []).map(signature);
    if (below.includes(null)) return null;
    return JSON.stringify([domains[index].modes.map(modeText), own.map((i) => members[i].service), below.sort()]);
  }
  function place(index: number): void {
    if (index >= 0) domain[index] = width++;
    const own = inside.get(index) ?? [];
    for (let i = 0; i < own.length;) {
      const first = own[i];
      const at = width;
      let count = 0;
      for (; i < own.length && members[own[i]].service === members[first].service; i++, count++) {
        placeMember(own[i]);
        if (count > 0 && isAlike(members[first].service)) twin[own[i]] = own[i - 1];
      }
      if (count > 1 && isAlike(members[first].service)) sorts.push({ at, width: (width - at) / count, count });
    }
    const below = (children.get(index) ?? []).map((child) => ({ child, text: signature(child) ?? '' }));
    below.sort((a, b) => (a.text < b.text ? -1 : a.text > b.text ? 1 : a.child - b.child));
    for (let i = 0; i < below.length;) {
      const at = width;
      const { text } = below[i];
      let count = 0;
      for (; i < below.length && below[i].text === text && (count === 0 || text !== ''); i++, count++)
        place(below[i].child);
      if (count > 1) sorts.push({ at, width: (width - at) / count, count });
    }
  }
  function placeMember(index: number): void {
    const of = services[members[index].service];
    block[index] = width;
    member[index] = width++;
    if (members[index].shocks.length > 0) struck[index] = width++;
    if (of.failover !== null || of.isOnSites) flags[index] = width++;
    blockWidth[index] = width - block[index];
  }
  place(-1);
  return { width, shock, domain, service, member, struck, flags, sorts, twin, block, blockWidth };
}

function modeText({ failsPerSecond, repairsPerSecond, losesData }: ChainMode): unknown {
  return [failsPerSecond, repairsPerSecond, losesData];
}

/** Puts blocks that are alike into ascending order. */
export function sortBlocks(cells: Uint16Array, { sorts }: Layout): void {
  for (const { at, width, count } of sorts) {
    for (let i = 1; i < count; i++) {
      for (let j = i; j > 0 && swapsWithPrevious(cells, at + j * width, width); j--);
    }
  }
}

function swapsWithPrevious(cells: Uint16Array, at: number, width: number): boolean {
  for (let i = at; i < at + width; i++) {
    const [before, own] = [cells[i - width], cells[i]];
    if (before === own) continue;
    if (before < own) return false;
    for (let k = at; k < at + width; k++) {
      const kept = cells[k - width];
      cells[k - width] = cells[k];
      cells[k] = kept;
    }
    return true;
  }
  return false;
}
